import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResourceName } from '../graph/resources.ts';

/** What somebody typed to find people. */
export interface Sought {
  readonly search?: string | null;
  readonly identityNumber?: string | null;
}

const keyOf = (resource: ResourceName) => ['sought', resource] as const;

/**
 * The search of a list. A typed name or number is kept in memory until somebody signs out: never in the address, which
 * is sent, logged and remembered, nor in the browser's storage, where the list's other filters are.
 */
export function useSought(resource: ResourceName): {
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
} {
  const client = useQueryClient();
  const { data = {} } = useQuery<Sought>({
    queryKey: keyOf(resource),
    queryFn: () => ({}),
    enabled: false,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return { sought: data, seek: (sought) => void client.setQueryData(keyOf(resource), sought) };
}
