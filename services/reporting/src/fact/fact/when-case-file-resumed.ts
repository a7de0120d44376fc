import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records that a suspended file is active again: it counts from that day, with its present facts. */
export async function whenCaseFileResumed(
  event: EventOfType<'nuangong.case-file-resumed.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'CASE_FILE_ACTIVATED',
      organization: data.organization,
      on: data.resumedOn,
      recordType: 'CASE_FILE',
      recordId: data.caseFileId,
      householdId: data.householdId,
      count: 1,
      endsEarlier: 'IF_ANY',
      onlyWhile: 'CASE_FILE_SUSPENDED',
      inheritsFrom: ['CASE_FILE_SUSPENDED'],
      inheritsPersons: true,
    },
  ]);
}
