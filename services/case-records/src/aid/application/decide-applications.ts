import { prismaSql, recordAudit } from '@nuangong/database';
import { fen, ok, readRequiredText, sumFen, type Fen, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { lockFor, nextStatus } from './application.ts';
import type { DecidedApplications } from './approve-applications.ts';
import { applicationConstraints, readChoice, rowsInOrder, type ApplicationsInput } from './choose-applications.ts';
import { keepDecisions, type KeptDecision } from './keep-decisions.ts';
import { lockApplications } from './lock-applications.ts';
import { obligeToCorrect } from './oblige-to-correct.ts';

export interface DecideApplicationsInput extends ApplicationsInput {
  readonly opinion: string;
}

/** Returns applications to whoever put them forward, with what must be corrected before they are submitted again. */
export function returnApplications(
  context: CaseRecordsContext,
  input: DecideApplicationsInput,
): Promise<Result<DecidedApplications>> {
  return decideApplications(context, 'RETURN', input);
}

/** Rejects applications, with the reason. */
export function rejectApplications(
  context: CaseRecordsContext,
  input: DecideApplicationsInput,
): Promise<Result<DecidedApplications>> {
  return decideApplications(context, 'REJECT', input);
}

/** Both need an opinion; nobody who handled the application or its file may give one. */
function decideApplications(
  context: CaseRecordsContext,
  act: 'RETURN' | 'REJECT',
  input: DecideApplicationsInput,
): Promise<Result<DecidedApplications>> {
  const at = context.parts.clock();
  const options = { action: 'application.approve', constraints: applicationConstraints } as const;
  return runCommand(context, options, async (tx: Transaction) => {
    const choice = readChoice(input);
    if (!choice.ok) return choice;
    const opinion = readRequiredText(input.opinion, 'opinion', 1000);
    if (!opinion.ok) return opinion;
    const run = prismaSql(tx);
    const results = new Map<string, RowResult>();
    const decided: KeptDecision[] = [];
    for (const application of await lockApplications(run, choice.value)) {
      const lock = lockFor(context.actor.staffId, application);
      const next = nextStatus(application.status, act);
      const problems = [...(next.ok ? [] : next.problems), ...(lock === null ? [] : [lock])];
      results.set(application.id, { id: application.id, ok: problems.length === 0, problems });
      if (next.ok && lock === null) decided.push({ application, to: next.value });
    }
    await keepDecisions(run, decided, context, opinion.value, at);
    if (act === 'RETURN') await obligeToCorrect(run, decided, at);
    await recordAudit(
      tx,
      context,
      decided.map(({ application, to }) => ({
        action: `application.${act.toLowerCase() as Lowercase<typeof act>}` as const,
        recordType: 'AidApplication',
        recordId: application.id,
        before: { status: application.status },
        after: { status: to },
      })),
    );
    return ok({ rows: rowsInOrder(choice.value, results), total: totalOf(decided) });
  });
}

function totalOf(decided: readonly KeptDecision[]): Fen {
  return sumFen(decided.map(({ application }) => fen(BigInt(application.amount))));
}
