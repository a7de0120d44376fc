import { prismaSql, recordAudit, storedDate } from '@nuangong/database';
import { meetObligations } from '@nuangong/obligations';
import { localDateAt, ok, problem, readOptionalText, refuse, type Problem, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { ReportingContext, Transaction } from '../../builder.ts';
import { tableKey } from './read-entries.ts';
import { forms } from '../../form/form/forms.ts';
import type { CheckOutcome } from '../../form/form/check.ts';
import { loadTable } from './load-table.ts';
import type { StatutoryTable } from './statutory-table.ts';
import { refuseTable } from './table-problems.ts';
import { findTable, type TableArguments, type TableRequest } from './table-request.ts';
import { withReviews } from './read-submissions.ts';
import { freezeCells, statusOf, type FrozenTable } from './submission.ts';

/** Which table is submitted, and with what remark. */
export interface TableToSubmit extends TableArguments {
  readonly remarks?: string | null | undefined;
}

const checkNotMet = (check: CheckOutcome): Problem => problem('CHECK_NOT_MET', check.message, check.cells[0]);

const alreadySubmitted = (): Problem =>
  problem('ALREADY_SUBMITTED', {
    zh: '本表已上报，数值没有变化，不用再报',
    en: 'This table has already been submitted and nothing has changed since.',
  });

const alreadyAccepted = (): Problem =>
  problem('ALREADY_ACCEPTED', {
    zh: '本表已由上级接收，需要改数的，联系上级退回后再报',
    en: 'The superior has accepted this table. To change it, ask for it to be returned first.',
  });

const notBegun = (from: string): Problem =>
  problem(
    'PERIOD_NOT_BEGUN',
    {
      zh: `统计期自 ${from} 起，尚未开始，改选已开始的统计期`,
      en: `The period begins on ${from}. Choose a period that has begun.`,
    },
    'from',
  );

/**
 * Checks whether a table may be submitted now: every check of severity ERROR passes, and it was not submitted, was
 * returned, or something has changed and the superior has not accepted it.
 */
export function decideSubmission(table: StatutoryTable): readonly Problem[] {
  const failing = table.checks.filter((check) => !check.ok && check.severity === 'ERROR');
  if (failing.length > 0) return failing.map(checkNotMet);
  const status = table.submission && statusOf(table.submission);
  if (status === undefined || status === 'RETURNED') return [];
  if (status === 'ACCEPTED') return [alreadyAccepted()];
  return table.figures.some((figure) => figure.state === 'CHANGED') ? [] : [alreadySubmitted()];
}

/**
 * The campaign whose obligation a table is: of its first form, for the campaign's own days. A table for other days is
 * not an obligation.
 */
export async function campaignOwed(
  tx: Transaction,
  { campaignId, form, from, to }: TableRequest,
): Promise<{ readonly id: string; readonly name: string } | null> {
  if (campaignId === null || form.code !== forms[0]?.code) return null;
  const itsDays = { id: campaignId, startsOn: storedDate(from), endsOn: storedDate(to) };
  return tx.campaign.findFirst({ where: itsDays, select: { id: true, name: true } });
}

/** Meets the obligation of a campaign's table by a submission, where it is one and still open. */
export async function meetTableDue(tx: Transaction, request: TableRequest, byId: string, at: Date): Promise<void> {
  const campaign = await campaignOwed(tx, request);
  if (campaign === null) return;
  const met = { recordId: campaign.id, byId, byType: 'Submission', organizationPath: request.organization.path };
  await meetObligations(prismaSql(tx), 'TABLE_DUE', [met], at);
}

/** Takes turns with others that submit or review this table, until the transaction ends. */
export async function lockTable(tx: Transaction, { form, organization, from, to }: TableRequest): Promise<void> {
  const lock = `${form.code}/${organization.id}/${from}/${to}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
}

/** Submits a table: freezes its present values. Facts that change later show as differences. */
export function submitTable(context: ReportingContext, given: TableToSubmit): Promise<Result<FrozenTable>> {
  return runCommand(context, { action: 'report.submit' }, async (tx) => {
    const now = context.parts.clock();
    const found = await findTable(tx, context.actor, given, now);
    if (found.kind !== 'TABLE') return refuseTable(found);
    const { table: request } = found;
    if (request.from > localDateAt(now)) return refuse(notBegun(request.from));
    const remarks = readOptionalText(given.remarks, 'remarks', 1000);
    if (!remarks.ok) return remarks;
    await lockTable(tx, request);
    const table = await loadTable(tx, request);
    const problems = decideSubmission(table);
    if (problems.length > 0) return refuse(...problems);
    const submission = await tx.submission.create({
      data: {
        ...tableKey(request),
        organizationPath: request.organization.path,
        status: 'SUBMITTED',
        cells: freezeCells(table.figures),
        remarks: remarks.value,
        submittedBy: context.actor.staffId,
        submittedByName: context.actor.name,
        submittedByPhone: context.actor.officePhone ?? null,
        submittedAt: now,
      },
      include: withReviews,
    });
    await meetTableDue(tx, request, submission.id, now);
    await recordAudit(tx, context, [
      { action: 'table.submit', recordType: 'Submission', recordId: submission.id, after: submission.cells },
    ]);
    return ok(submission);
  });
}
