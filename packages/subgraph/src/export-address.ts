import type { AskedOrder } from './list-order.ts';

/**
 * The path at which a list is downloaded as a workbook, with its filter and sort; null during a search: what is searched
 * for may be a name, and an address is logged and remembered.
 */
export function exportAddress(
  path: `/files/${string}`,
  asked: AskedOrder<string> & { readonly filter: object },
): string | null {
  const { search, ...filter } = asked.filter as { readonly search?: string | null };
  if (search?.trim()) return null;
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  if (asked.sort != null) query.set('sort', asked.sort);
  if (asked.descending === true) query.set('descending', '1');
  return `${path}?${query}`;
}
