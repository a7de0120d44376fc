/** The page of a list, as react-admin asks for it. */
export interface PageArguments {
  /** From 1. */
  readonly page?: number | null | undefined;
  /** Rows a page, 50 unless said, 200 at most. */
  readonly perPage?: number | null | undefined;
}

const defaultRows = 50;
/** Rows a page has at most. */
export const mostRows = 200;
/** The last page that can be asked for. */
export const mostPages = 1_000_000;

/** The rows to skip and take; out-of-range numbers are brought into range. */
export function pageOf(page: PageArguments): { readonly skip: number; readonly take: number } {
  const take = Math.min(Math.max(Math.trunc(page.perPage ?? defaultRows), 1), mostRows);
  const number = Math.min(Math.max(Math.trunc(page.page ?? 1), 1), mostPages);
  return { skip: (number - 1) * take, take };
}
