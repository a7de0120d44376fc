import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/**
 * Records that a file is suspended: it is not active until it is resumed. Its facts are kept, so that changes in
 * between count when it is active again.
 */
export async function whenCaseFileSuspended(
  event: EventOfType<'nuangong.case-file-suspended.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'CASE_FILE_SUSPENDED',
      organization: data.organization,
      on: data.suspendedOn,
      recordType: 'CASE_FILE',
      recordId: data.caseFileId,
      householdId: data.householdId,
      count: 1,
      endsEarlier: 'ALWAYS',
      onlyWhile: 'CASE_FILE_ACTIVATED',
      inheritsFrom: ['CASE_FILE_ACTIVATED'],
      inheritsPersons: true,
    },
  ]);
}
