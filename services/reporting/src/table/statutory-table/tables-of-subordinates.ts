import { prismaSql } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import { computeTable, noFacts, type DerivedCells } from './compute-table.ts';
import { tableKey } from './read-entries.ts';
import { withReviews } from './read-submissions.ts';
import { statusOf, type FrozenTable, type SubmissionStatus } from './submission.ts';
import { reportingUnits, scopeOfTable, type TableRequest } from './table-request.ts';

/** What facts give for one organisation directly below, and whether it has submitted. */
export interface SubordinateTable {
  readonly organization: { readonly id: string; readonly name: string; readonly code: string };
  readonly request: TableRequest;
  readonly derived: DerivedCells;
  readonly submittedAt: Date | null;
  /** What became of its last submission; null before. */
  readonly status: SubmissionStatus | null;
}

/** The derived cells of every organisation directly below, ordered by code: four statements in all. */
export async function loadTablesOfSubordinates(
  tx: Transaction,
  request: TableRequest,
): Promise<readonly SubordinateTable[]> {
  const { form, organization } = request;
  const scope = scopeOfTable(request);
  const subordinates = await tx.organization.findMany({
    where: { parentId: organization.id, ...reportingUnits },
    orderBy: { path: 'asc' },
  });
  const derived = await computeTable(prismaSql(tx), form, scope, 'BY_SUBORDINATE');
  const { organizationId: _own, ...key } = tableKey(request);
  const submitted = await tx.submission.findMany({
    where: { ...key, organizationId: { in: subordinates.map(({ id }) => id) } },
    distinct: ['organizationId'],
    orderBy: [{ organizationId: 'asc' }, { id: 'desc' }],
    include: withReviews,
  });
  const last = new Map(submitted.map((each) => [each.organizationId, each]));
  return subordinates.map((each) => ({
    organization: each,
    request,
    derived: derived.get(each.path) ?? noFacts(form),
    submittedAt: last.get(each.id)?.submittedAt ?? null,
    status: statusOfAny(last.get(each.id)),
  }));
}

function statusOfAny(table: FrozenTable | undefined): SubmissionStatus | null {
  return table === undefined ? null : statusOf(table);
}
