import type { DataProvider } from 'react-admin';
import { GraphFault } from './fault.ts';
import type { Identified, ResourceAdapter } from './resource.ts';
import { resources } from './resources.ts';

/** The sort of a list in its own order, as react-admin names it. */
export const unsorted = { field: 'id', order: 'ASC' } as const;

const adapters: Readonly<Record<string, ResourceAdapter<Identified, Identified> | undefined>> = resources;

function adapterOf(resource: string): ResourceAdapter<Identified, Identified> {
  const adapter = adapters[resource];
  if (adapter === undefined) throw new Error(`no resource is called ${resource}`);
  return adapter;
}

const unsupported =
  (method: string) =>
  async (resource: string): Promise<never> => {
    throw new Error(`the resource ${resource} has no ${method}; commands are functions of their own`);
  };

/**
 * react-admin's reads of the graph, from the typed registry. Nothing is written through it: records change through
 * commands (`approveApplications`), never `update`. An unsupported method throws with resource and method.
 */
export const dataProvider: DataProvider = {
  async getList(resource, { filter, pagination, sort, signal }) {
    const { list } = adapterOf(resource);
    if (list === undefined) return unsupported('getList')(resource);
    const { page, perPage } = pagination ?? { page: 1, perPage: 50 };
    const { items, total, sumAmount, exportUrl } = await list(
      {
        filter: (filter ?? {}) as Record<string, unknown>,
        page,
        perPage,
        ...(sort !== undefined &&
          sort.field !== unsorted.field && { sort: { sort: sort.field, descending: sort.order === 'DESC' } }),
      },
      { signal },
    );
    return { data: [...items] as never[], total, meta: { sumAmount, exportUrl } };
  },
  async getOne(resource, { id, signal }) {
    const { one } = adapterOf(resource);
    if (one === undefined) return unsupported('getOne')(resource);
    return { data: (await one(String(id), { signal })) as never };
  },
  getMany: unsupported('getMany'),
  getManyReference: unsupported('getManyReference'),
  create: unsupported('create'),
  update: unsupported('update'),
  updateMany: unsupported('updateMany'),
  delete: unsupported('delete'),
  deleteMany: unsupported('deleteMany'),
  supportAbortSignal: true,
};

/** Whether a retry could help: not after a refusal. */
export function isWorthRetrying(failures: number, fault: unknown): boolean {
  return failures < 2 && fault instanceof GraphFault && Number(fault.status) >= 500;
}
