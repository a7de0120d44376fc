import { permits, type Actor } from '@nuangong/access';
import type { LocalDate } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { tableKey } from '../statutory-table/read-entries.ts';
import { reportingUnits, type TableRequest } from '../statutory-table/table-request.ts';
import { dueDay } from './due-day.ts';

/** The statistics officer's open work in the table of the campaign that began last. */
export interface ReportingWorkCounts {
  /** Own tables not yet submitted. */
  readonly toSubmit: number;
  /** Organisations directly below that have not submitted. */
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

/** Counts the open work; three statements. */
export async function countWork(tx: Transaction, request: TableRequest): Promise<ReportingWorkCounts> {
  const { organizationId, ...key } = tableKey(request);
  const subordinates = await tx.organization.findMany({
    where: { parentId: organizationId, ...reportingUnits },
    select: { id: true },
  });
  const below = subordinates.map(({ id }) => id);
  const submitted = await tx.submission.groupBy({
    by: ['organizationId'],
    where: { ...key, organizationId: { in: [organizationId, ...below] } },
  });
  const done = new Set(submitted.map((each) => each.organizationId));
  return {
    toSubmit: done.has(organizationId) ? 0 : 1,
    subordinatesNotSubmitted: below.filter((id) => !done.has(id)).length,
    subordinates: below.length,
    dueOn: dueDay(request.from),
  };
}
