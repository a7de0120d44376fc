import { runService } from '@nuangong/service';
import { fundsDefinition } from './definition.ts';

await runService(fundsDefinition());
