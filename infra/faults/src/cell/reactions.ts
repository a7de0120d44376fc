import { caseRecordsDefinition } from '@nuangong/case-records/definition';
import { fundsDefinition } from '@nuangong/funds/definition';
import { reportingDefinition } from '@nuangong/reporting/definition';
import type { TestedService } from './tested-services.ts';

/** The types of events that each service reacts to, read from its own definition. */
const reactions: Readonly<Record<TestedService, readonly string[]>> = {
  'case-records': typesOf(caseRecordsDefinition()),
  funds: typesOf(fundsDefinition()),
  reporting: typesOf(reportingDefinition()),
};

export const reactionsOf = (service: TestedService): readonly string[] => reactions[service];

function typesOf(definition: { readonly reactions?: (running: never) => object }): readonly string[] {
  return Object.keys(definition.reactions?.({ parts: {} } as never) ?? {});
}
