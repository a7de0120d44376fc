import {
  firstObligationsQuery,
  firstOfCasesQuery,
  firstOfFundsQuery,
  firstOfWorkQuery,
} from '../../base/graph/generated/landing.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import type { ObligationTask } from './obligation-tasks.ts';
import { firstObligations, firstRowsOf, type FirstRow } from './first-rows.ts';
import type { Task } from './tasks.ts';

/** What the queues on the landing page show of their records; each service is asked only for queues that have some. */
export interface FirstRows {
  readonly ofTask: (task: Task) => readonly FirstRow[];
  readonly ofObligation: (task: ObligationTask) => readonly FirstRow[];
}

/** Reads the first records of the given tasks and obligations. */
export function useFirstRows(tasks: readonly Task[], obligations: readonly ObligationTask[]): FirstRows {
  const shown = (name: string): boolean => tasks.some(({ word }) => word === `task.${name}`);
  const cases = useWanted(firstOfCasesQuery, {
    returned: shown('returned'),
    drafts: shown('drafts'),
    paymentsReturned: shown('paymentsReturned'),
    payees: shown('payeesToConfirm'),
    submitted: shown('submitted'),
    proposals: shown('proposals'),
    approve: shown('approve'),
    reviewed: shown('reviewed'),
    postings: shown('objections') || shown('postingsRunning'),
  });
  const funds = useWanted(firstOfFundsQuery, {
    committed: shown('prepareBatch'),
    held: shown('heldGrants'),
    decisions: shown('answerDecisions'),
    returns: shown('confirmReturns'),
    prepared: shown('approveBatch'),
    approved: shown('payBatch') || shown('answerFindings'),
    transit: shown('receiveAllocation'),
  });
  const work = useWanted(firstOfWorkQuery, {
    deadlines: shown('deadlines') || shown('deadlinesPassed') || shown('legalCases'),
    legalCases: shown('legalCases'),
    wageClaims: shown('wageClaims'),
    referrals: shown('referrals'),
    vacancies: shown('vacancies'),
  });
  const due = useAnswer(firstObligationsQuery, {}, { enabled: obligations.length > 0 });
  const answers = { cases: cases ?? {}, funds: funds ?? {}, work: work ?? {} };
  const spans = firstObligations(due.data ?? {});
  return {
    ofTask: ({ word }) => firstRowsOf(word, answers),
    ofObligation: ({ key }) => spans.get(key) ?? [],
  };
}

function useWanted<Data, Variables extends Readonly<Record<string, boolean>>>(
  operation: Parameters<typeof useAnswer<Data, Variables>>[0],
  wanted: Variables,
): Data | undefined {
  return useAnswer(operation, wanted, { enabled: Object.values(wanted).some(Boolean) }).data;
}
