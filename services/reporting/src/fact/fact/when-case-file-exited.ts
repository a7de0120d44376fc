import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/**
 * Records that a household leaves the register: its file is no longer active, and it counts as out of poverty if aid
 * helped.
 */
export async function whenCaseFileExited(
  event: EventOfType<'nuangong.case-file-exited.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'CASE_FILE_EXITED',
      organization: data.organization,
      on: data.exitedOn,
      recordType: 'CASE_FILE',
      recordId: data.caseFileId,
      householdId: data.householdId,
      count: 1,
      dimensions: { aided: data.reason === 'AIDED' },
      related: { exitReason: data.reason },
      endsEarlier: 'ALWAYS',
      inheritsFrom: ['CASE_FILE_ACTIVATED', 'CASE_FILE_SUSPENDED'],
    },
  ]);
}
