import { fen, mapResult, sumFen, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import { lockFor } from './application.ts';
import type { DecidedApplications } from './approve-applications.ts';
import type { ApplicationsInput } from './choose-applications.ts';
import { keepDecisions } from './keep-decisions.ts';
import { obligeToCorrect } from './oblige-to-correct.ts';
import { auditStatuses, overApplications } from './over-applications.ts';

export interface DecideApplicationsInput extends ApplicationsInput {
  readonly opinion: string;
}

/** Returns applications to those who put them forward, with what must be corrected before they are submitted again. */
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
async function decideApplications(
  context: CaseRecordsContext,
  act: 'RETURN' | 'REJECT',
  input: DecideApplicationsInput,
): Promise<Result<DecidedApplications>> {
  const command = {
    action: 'application.approve',
    act,
    words: { field: 'opinion', text: input.opinion },
    against: (application: Parameters<typeof lockFor>[1]) => {
      const lock = lockFor(context.actor.staffId, application);
      return lock === null ? [] : [lock];
    },
  } as const;
  const decided = await overApplications(context, input, command, async ({ tx, run, at, words, may }) => {
    await keepDecisions(run, may, context, words, at);
    if (act === 'RETURN') await obligeToCorrect(run, may, at);
    await auditStatuses(tx, context, act === 'RETURN' ? 'application.return' : 'application.reject', may);
  });
  return mapResult(decided, ({ rows, done }) => ({
    rows,
    total: sumFen(done.map(({ application }) => fen(BigInt(application.amount)))),
  }));
}
