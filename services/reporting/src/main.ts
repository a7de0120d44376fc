import { runService } from '@nuangong/service';
import { reportingDefinition } from './definition.ts';

await runService(reportingDefinition());
