import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** When a legal-aid case is opened: its migrant workers and its other persons, each a fact of their own. */
export async function whenLegalCaseOpened(
  event: EventOfType<'nuangong.legal-case-opened.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  const opened = {
    kind: 'LEGAL_CASE_OPENED',
    organization: data.organization,
    on: data.openedOn,
    recordType: 'LEGAL_CASE',
    recordId: data.legalCaseId,
    householdId: data.householdId,
    related: { legalCaseKind: data.kind },
  } as const;
  const others = data.persons - data.migrantWorkers;
  await recordFacts(tx, event, [
    ...(others > 0 || data.migrantWorkers === 0 ? [{ ...opened, count: 1, persons: others }] : []),
    ...(data.migrantWorkers > 0 ? [{ ...opened, persons: data.migrantWorkers, migrantWorker: true }] : []),
  ]);
}
