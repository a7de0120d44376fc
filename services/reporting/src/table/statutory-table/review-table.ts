import { prismaSql, readStoredDate, recordAudit } from '@nuangong/database';
import { openObligations } from '@nuangong/obligations';
import {
  addDays,
  localDateAt,
  ok,
  problem,
  readOptionalText,
  refuse,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import { permits, type Actor } from '@nuangong/access';
import type { ReportingContext, Transaction } from '../../builder.ts';
import { findForms, versionInForce } from '../../form/form/find-forms.ts';
import { findCell, type FormDefinition } from '../../form/form/form.ts';
import { dueDay } from './due-day.ts';
import { withReviews } from './read-submissions.ts';
import { statusOf, type FrozenTable, type SubmissionStatus, type TableReview } from './submission.ts';
import { campaignOwed, lockTable, meetTableDue } from './submit-table.ts';
import { cellNotFound, tableNotFound } from './table-problems.ts';
import type { TableRequest } from './table-request.ts';

/** A superior's decision on a submitted table. */
export interface GivenReview {
  readonly submissionId: string;
  readonly decision: TableReview['decision'];
  readonly opinion?: string | null | undefined;
  /** Remarks at cells; only of a return. */
  readonly remarks?: readonly { readonly cell: string; readonly text: string }[] | null | undefined;
}

const reasonNeeded = (): Problem =>
  problem(
    'RETURN_NEEDS_REASON',
    { zh: '退回要写明意见，写在总意见里或有关的格上', en: 'Say why it is returned, in the opinion or at its cells.' },
    'opinion',
  );

const ownTable = (): Problem =>
  problem('OWN_TABLE', {
    zh: '本人上报的表由他人接收或退回',
    en: 'You submitted this table; another person must accept or return it.',
  });

const notUnderReview = (status: SubmissionStatus): Problem =>
  status === 'RETURNED'
    ? problem('ALREADY_RETURNED', {
        zh: '本表已退回，等下级改后重报',
        en: 'This table has been returned; wait until it is submitted again.',
      })
    : problem('ALREADY_ACCEPTED', {
        zh: '本表已接收，需要改数的，退回后由下级重报',
        en: 'This table has been accepted. Return it if it has to be changed.',
      });

/** Whether a decision may follow a status: a submitted table is returned or accepted, an accepted one only returned. */
export function decideReview(status: SubmissionStatus, decision: TableReview['decision']): readonly Problem[] {
  if (status === 'SUBMITTED' || (status === 'ACCEPTED' && decision === 'RETURNED')) return [];
  return [notUnderReview(status)];
}

/**
 * Whether an actor decides on the tables of an organisation: as the statistics officer of the one directly above. Nobody
 * decides on a table that they submitted themselves, from another organisation or with a lent role.
 */
export function mayReview(actor: Actor, organizationPath: string): boolean {
  return permits(actor.roles, 'report.accept') && organizationPath.replace(/[^/]+\/$/, '') === actor.scope;
}

/** Reads the remarks of a return: of cells that the form has, 1 to 500 characters each; blank ones are left out. */
export function readRemarks(
  form: FormDefinition,
  given: NonNullable<GivenReview['remarks']>,
): Result<Readonly<Record<string, string>>> {
  const remarks: Record<string, string> = {};
  for (const { cell, text } of given) {
    if (findCell(form, cell) === undefined) return refuse(cellNotFound());
    const read = readOptionalText(text, cell, 500);
    if (!read.ok) return read;
    if (read.value !== null) remarks[cell] = read.value;
  }
  return ok(remarks);
}

/** The table of a submission that this actor decides on, as long as it is the last one of its table. */
async function findSubmission(tx: Transaction, actor: Actor, id: string) {
  const found = await tx.submission.findUnique({ where: { id } });
  const organization = found && (await tx.organization.findUnique({ where: { id: found.organizationId } }));
  if (found === null || organization === null || !mayReview(actor, organization.path)) return undefined;
  const versions = await findForms(tx, found.formCode, found.organizationPath);
  const form =
    versions.find(({ version }) => version === found.formVersion) ?? versionInForce(versions, found.formVersion);
  if (form === undefined) return undefined;
  const { id: organizationId, path, name } = organization;
  const [from, to] = [readStoredDate(found.startsOn), readStoredDate(found.endsOn)];
  const request = { form, organization: { id: organizationId, path, name }, campaignId: found.campaignId, from, to };
  return { found, request };
}

/**
 * Returns a submitted table with remarks at its cells, or accepts it: by the statistics officer of the organisation
 * directly above. A returned table is its organisation's duty again; an accepted one counts in the superior's table.
 */
export function reviewTable(context: ReportingContext, given: GivenReview): Promise<Result<FrozenTable>> {
  const { decision, submissionId } = given;
  return runCommand(context, { action: 'report.accept' }, async (tx) => {
    const now = context.parts.clock();
    const table = await findSubmission(tx, context.actor, submissionId);
    if (table === undefined) return refuse(tableNotFound());
    const { found, request } = table;
    const opinion = readOptionalText(given.opinion, 'opinion', 1000);
    if (!opinion.ok) return opinion;
    const remarks = readRemarks(request.form, given.remarks ?? []);
    if (!remarks.ok) return remarks;
    const cellRemarks = decision === 'RETURNED' ? remarks.value : {};
    if (decision === 'RETURNED' && opinion.value === null && Object.keys(cellRemarks).length === 0) {
      return refuse(reasonNeeded());
    }
    await lockTable(tx, request);
    const { organizationId, formCode, formVersion, campaignId, startsOn, endsOn } = found;
    const last = await tx.submission.findFirst({
      where: { organizationId, formCode, formVersion, campaignId, startsOn, endsOn },
      orderBy: { id: 'desc' },
      include: withReviews,
    });
    if (last?.id !== submissionId) return refuse(changedMeanwhile());
    if (last.submittedBy === context.actor.staffId) return refuse(ownTable());
    const problems = decideReview(statusOf(last), decision);
    if (problems.length > 0) return refuse(...problems);
    const review = await tx.submissionReview.create({
      data: {
        organizationPath: found.organizationPath,
        submissionId,
        decision,
        opinion: opinion.value,
        cellRemarks,
        decidedBy: context.actor.staffId,
        decidedByName: context.actor.name,
        decidedAt: now,
      },
    });
    if (decision === 'RETURNED') await oweAgain(tx, request, now);
    else await meetTableDue(tx, request, submissionId, now);
    await recordAudit(tx, context, [
      {
        action: decision === 'RETURNED' ? 'table.return' : 'table.accept',
        recordType: 'Submission',
        recordId: submissionId,
        before: { status: statusOf(last) },
        after: { status: decision, cells: Object.keys(cellRemarks) },
      },
    ]);
    return ok({ ...last, reviews: [review, ...last.reviews] });
  });
}

/** The days that an organisation has for a returned table whose due day is near or over. */
const daysForReturned = 3;

/** Makes a returned table its organisation's duty again, where a campaign obliges it to the table. */
async function oweAgain(tx: Transaction, table: TableRequest, at: Date): Promise<void> {
  const campaign = await campaignOwed(tx, table);
  if (campaign === null) return;
  const { form, organization, from } = table;
  const inDays = addDays(localDateAt(at), daysForReturned);
  const due = dueDay(from) < inDays ? inDays : dueDay(from);
  const parts = {
    form: `${form.title.zh}（已退回，改后重报）`,
    formEn: `${form.title.en} (returned, to be corrected)`,
    period: campaign.name,
  };
  const wanted = [{ organizationPath: organization.path, recordId: campaign.id, from: due, parts }];
  await openObligations(prismaSql(tx), 'TABLE_DUE', wanted, at);
}
