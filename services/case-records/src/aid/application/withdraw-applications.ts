import { lapseObligations } from '@nuangong/obligations';
import type { Result } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { keepDecisions } from './keep-decisions.ts';
import { auditStatuses, overApplications, rowsOnly } from './over-applications.ts';

export interface WithdrawApplicationsInput {
  readonly ids: readonly string[];
  readonly reason: string;
}

/**
 * Withdraws applications that are not decided yet, or were returned, with the reason (撤回). Their households can be put
 * forward again. Each has its own result.
 */
export async function withdrawApplications(
  context: CaseRecordsContext,
  { ids, reason }: WithdrawApplicationsInput,
): Promise<Result<readonly RowResult[]>> {
  const command = {
    action: 'application.put-forward',
    act: 'WITHDRAW',
    words: { field: 'reason', text: reason },
  } as const;
  const withdrawn = await overApplications(context, { ids }, command, async ({ tx, run, at, words, may }) => {
    await keepDecisions(run, may, context, words, at);
    const left = may.map(({ application }) => application.id);
    await lapseObligations(run, 'APPLICATION_RETURNED', left, 'RECORD_ENDED', at);
    await auditStatuses(tx, context, 'application.withdraw', may);
  });
  return rowsOnly(withdrawn);
}
