import { prismaSql } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import { computeTable } from './compute-table.ts';
import { assembleFigures, type Entry } from './figure.ts';
import { readEntries } from './read-entries.ts';
import { readFrozenCells, statusOf } from './submission.ts';
import { findLastSubmission, sumOfSubordinates } from './read-submissions.ts';
import type { StatutoryTable } from './statutory-table.ts';
import { scopeOfTable, type TableRequest } from './table-request.ts';

/**
 * Loads a table in five statements, for any number of facts, entries and subordinates. A returned table is open again:
 * it shows its present figures.
 */
export async function loadTable(tx: Transaction, request: TableRequest): Promise<StatutoryTable> {
  const { form, organization } = request;
  const scope = scopeOfTable(request);
  const derived = await computeTable(prismaSql(tx), form, scope);
  const entries: ReadonlyMap<string, Entry> = await readEntries(tx, request);
  const subordinates = await sumOfSubordinates(tx, request);
  const submission = await findLastSubmission(tx, request);
  const { figures, checks } = assembleFigures(form, {
    derived: derived.get(organization.path) ?? new Map(),
    entries,
    subordinates,
    frozen: submission && statusOf(submission) !== 'RETURNED' ? readFrozenCells(submission, form) : undefined,
  });
  return { request, figures, checks, submission };
}
