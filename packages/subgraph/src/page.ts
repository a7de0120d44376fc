/** The page of a list, as react-admin requests it. */
export interface PageArguments {
  /** From 1. */
  readonly page?: number | null | undefined;
  /** Rows per page: 50 by default, at most 200. */
  readonly perPage?: number | null | undefined;
}

const defaultRows = 50;
/** The most rows in a page. */
export const mostRows = 200;
/** The last page that can be requested. */
export const mostPages = 1_000_000;

/** The rows to skip and take; out-of-range numbers are clamped. */
export function pageOf(page: PageArguments): { readonly skip: number; readonly take: number } {
  const take = Math.min(Math.max(Math.trunc(page.perPage ?? defaultRows), 1), mostRows);
  const number = Math.min(Math.max(Math.trunc(page.page ?? 1), 1), mostPages);
  return { skip: (number - 1) * take, take };
}
