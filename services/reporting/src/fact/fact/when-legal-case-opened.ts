import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records an opened legal-aid case with its persons. */
export async function whenLegalCaseOpened(
  event: EventOfType<'nuangong.legal-case-opened.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'LEGAL_CASE_OPENED',
      organization: data.organization,
      on: data.openedOn,
      recordType: 'LEGAL_CASE',
      recordId: data.legalCaseId,
      householdId: data.householdId,
      count: 1,
      persons: data.persons,
      dimensions: { legalCaseKind: data.kind },
      related: { migrantWorkers: data.migrantWorkers },
    },
  ]);
}
