import { permits, type Actor } from '@nuangong/access';
import type { LocalDate } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { tableKey } from '../statutory-table/read-entries.ts';
import { withReviews } from '../statutory-table/read-submissions.ts';
import { statusOf } from '../statutory-table/submission.ts';
import { reportingUnits, type TableRequest } from '../statutory-table/table-request.ts';
import { dueDay } from '../statutory-table/due-day.ts';

/** The statistics officer's open work in the table of the campaign that began last. */
export interface ReportingWorkCounts {
  /** Own tables not yet submitted, or returned. */
  readonly toSubmit: number;
  /** Tables of organisations directly below to be accepted or returned. */
  readonly toReview: number;
  /** Organisations directly below that have not submitted, or whose table was returned. */
  readonly subordinatesNotSubmitted: number;
  readonly subordinates: number;
  /** The day by which the superior must have the table (§002: 12 January). */
  readonly dueOn: LocalDate;
}

/**
 * Counts the drafts that the actor may issue, which excludes their own. One statement, none for an actor without the
 * permission.
 */
export async function countFormsToIssue(tx: Transaction, actor: Actor): Promise<number> {
  if (!permits(actor.roles, 'form.issue')) return 0;
  return tx.formVersion.count({
    where: { issuedAt: null, draftedBy: { not: actor.staffId }, organizationPath: { startsWith: actor.scope } },
  });
}

/** Counts the open work; four statements. */
export async function countWork(tx: Transaction, request: TableRequest): Promise<ReportingWorkCounts> {
  const { organizationId, ...key } = tableKey(request);
  const subordinates = await tx.organization.findMany({
    where: { parentId: organizationId, ...reportingUnits },
    select: { id: true },
  });
  const below = subordinates.map(({ id }) => id);
  const submitted = await tx.submission.findMany({
    where: { ...key, organizationId: { in: [organizationId, ...below] } },
    distinct: ['organizationId'],
    orderBy: [{ organizationId: 'asc' }, { id: 'desc' }],
    include: withReviews,
  });
  const withSuperior = submitted.filter((each) => statusOf(each) !== 'RETURNED');
  const done = new Set(withSuperior.map((each) => each.organizationId));
  return {
    toSubmit: done.has(organizationId) ? 0 : 1,
    toReview: withSuperior.filter((each) => each.organizationId !== organizationId && statusOf(each) === 'SUBMITTED')
      .length,
    subordinatesNotSubmitted: below.filter((id) => !done.has(id)).length,
    subordinates: below.length,
    dueOn: dueDay(request.from),
  };
}
