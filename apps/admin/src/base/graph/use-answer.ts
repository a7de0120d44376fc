import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { request } from './client.ts';
import type { Operation } from './operation.ts';

/** The answer of one query, read again after every command; `every` milliseconds if it changes by itself. */
export function useAnswer<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  options: { readonly enabled?: boolean; readonly every?: (data: Data | undefined) => number | false } = {},
): UseQueryResult<Data> {
  return useQuery({
    queryKey: [operation.name, variables],
    queryFn: ({ signal }) => request(operation, variables, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: (query) => options.every?.(query.state.data as Data | undefined) ?? false,
  }) as UseQueryResult<Data>;
}
