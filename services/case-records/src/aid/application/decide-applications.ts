import { prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import { fen, ok, readRequiredText, sumFen, type Fen, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { sealOpinion } from './seal-opinion.ts';
import { lockFor, nextStatus, type ApplicationStatus } from './application.ts';
import type { DecidedApplications } from './approve-applications.ts';
import { applicationConstraints, readChoice, rowsInOrder, type ApplicationsInput } from './choose-applications.ts';
import { lockApplications, type LockedApplication } from './lock-applications.ts';

export interface DecideApplicationsInput extends ApplicationsInput {
  readonly opinion: string;
}

/** Returns applications with what must be corrected; they can then be put forward again. */
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
    const decided: { readonly application: LockedApplication; readonly to: ApplicationStatus }[] = [];
    for (const application of await lockApplications(run, choice.value)) {
      const lock = lockFor(context.actor.staffId, application);
      const next = nextStatus(application.status, act);
      const problems = [...(next.ok ? [] : next.problems), ...(lock === null ? [] : [lock])];
      results.set(application.id, { id: application.id, ok: problems.length === 0, problems });
      if (next.ok && lock === null) decided.push({ application, to: next.value });
    }
    await keepDecisions(run, decided, context, opinion.value, at);
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

function totalOf(decided: readonly { readonly application: LockedApplication }[]): Fen {
  return sumFen(decided.map(({ application }) => fen(BigInt(application.amount))));
}

async function keepDecisions(
  run: RunSql,
  decided: readonly { readonly application: LockedApplication; readonly to: ApplicationStatus }[],
  { actor, parts }: Pick<CaseRecordsContext, 'actor' | 'parts'>,
  opinion: string,
  at: Date,
): Promise<void> {
  if (decided.length === 0) return;
  const words = decided.map(({ application }) => sealOpinion(parts.keyring, application, opinion));
  await run(
    `with given as materialized (
       select g.*, a.status as from_status
       from unnest($1::uuid[], $2::text[], $3::text[], $7::uuid[], $8::text[]) as g(id, to_status, words, step_id, step_words) join aid_application a on a.id = g.id
     ), moved as (
       update aid_application a set status = g.to_status, opinion = g.words from given g where a.id = g.id
       returning a.id, a.organization_path, g.from_status, g.to_status, g.step_id, g.step_words
     )
     insert into application_step (id, application_id, organization_path, from_status, to_status, at, staff_id,
       staff_name, opinion)
     select step_id, id, organization_path, from_status, to_status, $4::timestamptz, $5::uuid, $6, step_words from moved`,
    decided.map(({ application }) => application.id),
    decided.map(({ to }) => to),
    words.map(({ ofApplication }) => ofApplication),
    at.toISOString(),
    actor.staffId,
    actor.name,
    words.map(({ stepId }) => stepId),
    words.map(({ ofStep }) => ofStep),
  );
}
