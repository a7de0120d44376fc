/** How a list is asked to be sorted. */
export interface AskedOrder<Sort extends string> {
  /** The column; the list’s own order if left out. */
  readonly sort?: Sort | null | undefined;
  readonly descending?: boolean | null | undefined;
}

type Direction = 'asc' | 'desc';

/** For each sort of a list the order of the database. */
export type ListSorts<Sort extends string, Order> = Readonly<Record<Sort, (direction: Direction) => Order>>;

/**
 * The order of a list for Prisma: the column asked for, and the id among equals, so that no row is on two pages; the
 * list's own order if none is asked for.
 */
export function orderOf<Sort extends string, Order extends object>(
  sorts: ListSorts<Sort, Order>,
  { sort, descending }: AskedOrder<Sort>,
  own: readonly Order[],
): Order[] {
  if (sort == null) return [...own];
  const direction = descending === true ? 'desc' : 'asc';
  return [sorts[sort](direction), { id: direction } as unknown as Order];
}
