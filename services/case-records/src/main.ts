import { runService } from '@nuangong/service';
import { caseRecordsDefinition } from './definition.ts';

await runService(caseRecordsDefinition());
