import type { TableRequest } from './table-request.ts';

/** The address at which the table can be downloaded as an official sheet. */
export function exportUrl(request: TableRequest): string {
  const query = new URLSearchParams({ organizationId: request.organization.id });
  if (request.campaignId !== null) query.set('campaignId', request.campaignId);
  query.set('from', request.from);
  query.set('to', request.to);
  if (request.draftId !== undefined) query.set('draftId', request.draftId);
  return `/files/reporting/${request.form.code}.xlsx?${query}`;
}
