import { request, type RequestOptions } from './client.ts';
import { language } from '../i18n/language.ts';
import type { Problem } from './command.ts';
import { GraphFault } from './fault.ts';
import type { Operation } from './operation.ts';

/** The request for a page of a list. */
export interface ListRequest {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly page: number;
  readonly perPage: number;
  /** The column by which the service sorts, by its name in the graph; the list's own order if left out. */
  readonly sort?: { readonly sort: string; readonly descending: boolean };
}

/** A record as react-admin keeps it. */
export interface Identified {
  readonly id: string;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** The sum of the amounts on all pages, in yuan, where the list has one. */
  readonly sumAmount?: string;
  /** Where the whole list is downloaded as a workbook; null during a search, undefined where it cannot be. */
  readonly exportUrl?: string | null;
  /** Why no search was made. */
  readonly problems?: readonly Problem[];
}

/** How one resource is read. Unsupported reads are left out, and calling them throws. */
export interface ResourceAdapter<Item extends Identified, Detail extends Identified> {
  readonly list?: (asked: ListRequest, options: RequestOptions) => Promise<Page<Item>>;
  readonly one?: (id: string, options: RequestOptions) => Promise<Detail>;
}

/** Reads pages with an operation whose variables are `filter`, `page`, `perPage` and, where it sorts, `sort` and `descending`. */
export function pagesOf<Data, Variables extends { page?: number | null; perPage?: number | null }, Item>(
  operation: Operation<Data, Variables>,
  pick: (data: Data) => Page<Item> | null | undefined,
): (asked: ListRequest, options: RequestOptions) => Promise<Page<Item>> {
  return async ({ filter, page, perPage, sort }, options) => {
    const named = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
    const variables = { filter: named, page, perPage, ...sort };
    const data = await request(operation, variables as unknown as Variables, options);
    const found = pick(data) ?? { items: [], total: 0 };
    const refused = found.problems?.[0];
    if (refused !== undefined) throw new GraphFault(refused[language()], 429, refused.code);
    return found;
  };
}

/** Reads one record by its id; a missing record, or one out of the actor's reach, is a fault 404. */
export function recordOf<Data, Variables extends { id: string }, Detail>(
  operation: Operation<Data, Variables>,
  pick: (data: Data) => Detail | null | undefined,
): (id: string, options: RequestOptions) => Promise<Detail> {
  return async (id, options) => {
    const record = pick(await request(operation, { id } as Variables, options));
    if (record === null || record === undefined) throw new GraphFault('', 404, 'NOT_FOUND');
    return record;
  };
}
