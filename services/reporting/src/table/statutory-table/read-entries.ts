import { storedDate } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import type { TableRequest } from './table-request.ts';
import type { Entry } from './figure.ts';

/** The columns that identify the table of an entry or a submission. */
export function tableKey(request: TableRequest) {
  return {
    organizationId: request.organization.id,
    formCode: request.form.code,
    formVersion: request.form.version,
    campaignId: request.campaignId,
    startsOn: storedDate(request.from),
    endsOn: storedDate(request.to),
  };
}

/** The last entry of each cell of a table; one statement. */
export async function readEntries(tx: Transaction, request: TableRequest): Promise<ReadonlyMap<string, Entry>> {
  const entries = await tx.figureEntry.findMany({
    where: { ...tableKey(request), ...(request.asOf && { enteredAt: { lte: request.asOf } }) },
    distinct: ['cell'],
    orderBy: [{ cell: 'asc' }, { id: 'desc' }],
  });
  return new Map(entries.map(({ value, words, ...entry }) => [entry.cell, { ...entry, value: words ?? value }]));
}
