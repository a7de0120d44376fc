import { runService } from '@nuangong/service';
import { employmentLegalDefinition } from './definition.ts';

await runService(employmentLegalDefinition());
