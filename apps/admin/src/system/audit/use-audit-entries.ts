import { useInfiniteQuery } from '@tanstack/react-query';
import { services, type Service } from '../events/services.ts';
import { request } from '../../base/graph/client.ts';
import { auditEntriesQuery } from '../../base/graph/generated/audit.ts';
import type {
  AuditEntriesQuery,
  AuditEntryFilter,
  AuditEntryPartsFragment,
} from '../../base/graph/generated/operation-types.ts';
import { newestEntries, type Reached } from './newest-entries.ts';

/** An entry, and the service whose log it is in. */
export type AuditEntry = AuditEntryPartsFragment & { readonly service: Service };

const perPage = 50;

/** The audit logs of all services as one, newest first, with older entries on demand. */
export function useAuditEntries(filter: AuditEntryFilter) {
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [auditEntriesQuery.name, filter],
    initialPageParam: {} as Reached<Service>,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await request(
        auditEntriesQuery,
        { filter, perPage, ...pageParam, counted: Object.keys(pageParam).length === 0 },
        { signal, showsMissing: true },
      );
      return { ...newestEntries(logsOf(answer), pageParam, perPage), total: totalOf(answer), silent: silentIn(answer) };
    },
    getNextPageParam: ({ more, reached }) => (more ? reached : undefined),
    retry: false,
  });
  return {
    entries: data?.pages.flatMap(({ entries }): readonly AuditEntry[] => entries),
    total: data?.pages[0]?.total ?? 0,
    /** Services that did not answer: their entries are missing. */
    silent: data?.pages.at(-1)?.silent ?? [],
    fault: error,
    pending: isFetching,
    hasOlder: hasNextPage,
    readOlder: () => void fetchNextPage(),
    askAgain: () => void refetch(),
  };
}

function logsOf(answer: AuditEntriesQuery) {
  return Object.fromEntries(services.map((service) => [service, answer[service]?.items ?? null])) as Record<
    Service,
    readonly AuditEntryPartsFragment[] | null
  >;
}

const totalOf = (answer: AuditEntriesQuery): number =>
  services.reduce((sum, service) => sum + (answer[service]?.total ?? 0), 0);

const silentIn = (answer: AuditEntriesQuery): readonly Service[] => services.filter((service) => !answer[service]);
