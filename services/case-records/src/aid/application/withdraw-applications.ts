import { prismaSql, recordAudit } from '@nuangong/database';
import { lapseObligations } from '@nuangong/obligations';
import { ok, readRequiredText, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { nextStatus } from './application.ts';
import { applicationConstraints, readChoice, rowsInOrder } from './choose-applications.ts';
import { keepDecisions, type KeptDecision } from './keep-decisions.ts';
import { lockApplications } from './lock-applications.ts';

export interface WithdrawApplicationsInput {
  readonly ids: readonly string[];
  readonly reason: string;
}

/**
 * Withdraws applications that are not decided yet, or were returned, with the reason (撤回). Their households can be put
 * forward anew. Each has its own result.
 */
export function withdrawApplications(
  context: CaseRecordsContext,
  input: WithdrawApplicationsInput,
): Promise<Result<readonly RowResult[]>> {
  const at = context.parts.clock();
  const options = { action: 'application.put-forward', constraints: applicationConstraints } as const;
  return runCommand(context, options, async (tx: Transaction) => {
    const choice = readChoice({ ids: input.ids });
    if (!choice.ok) return choice;
    const reason = readRequiredText(input.reason, 'reason', 1000);
    if (!reason.ok) return reason;
    const run = prismaSql(tx);
    const results = new Map<string, RowResult>();
    const withdrawn: KeptDecision[] = [];
    for (const application of await lockApplications(run, choice.value)) {
      const next = nextStatus(application.status, 'WITHDRAW');
      results.set(application.id, { id: application.id, ok: next.ok, problems: next.ok ? [] : next.problems });
      if (next.ok) withdrawn.push({ application, to: next.value });
    }
    await keepDecisions(run, withdrawn, context, reason.value, at);
    await lapseObligations(
      run,
      'APPLICATION_RETURNED',
      withdrawn.map(({ application }) => application.id),
      'RECORD_ENDED',
      at,
    );
    await recordAudit(
      tx,
      context,
      withdrawn.map(({ application, to }) => ({
        action: 'application.withdraw' as const,
        recordType: 'AidApplication',
        recordId: application.id,
        before: { status: application.status },
        after: { status: to },
      })),
    );
    return ok(rowsInOrder(choice.value, results));
  });
}
