import type { TableRequest } from './table-request.ts';

/** The address at which the table can be downloaded as an official sheet. */
export function exportUrl(request: TableRequest): string {
  return `/files/reporting/${request.form.code}.xlsx?${queryOf(request)}`;
}

/** The address at which the records behind a cell can be downloaded as a list. */
export function recordsExportUrl(request: TableRequest, cell: string): string {
  const query = queryOf(request);
  query.set('cell', cell);
  return `/files/reporting/${request.form.code}/records.xlsx?${query}`;
}

function queryOf(request: TableRequest): URLSearchParams {
  const query = new URLSearchParams({ organizationId: request.organization.id });
  if (request.campaignId !== null) query.set('campaignId', request.campaignId);
  query.set('from', request.from);
  query.set('to', request.to);
  if (request.draftId !== undefined) query.set('draftId', request.draftId);
  return query;
}
