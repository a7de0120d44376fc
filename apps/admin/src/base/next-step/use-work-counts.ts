import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../auth/use-staff.ts';
import { request } from '../graph/client.ts';
import { workCountsQuery } from '../graph/generated/layout.ts';
import type { WorkCountsQuery } from '../graph/generated/operation-types.ts';

/** How much waits in every queue that the signed-in member of staff may see: one query for the whole menu. */
export function useWorkCounts(): WorkCountsQuery {
  return useCountedWork().counts;
}

/** The counts, and whether they have come yet. */
export function useCountedWork(): { readonly counts: WorkCountsQuery; readonly counted: boolean } {
  const staff = useStaff();
  const holds = (action: string): boolean => staff?.actions.includes(action) ?? false;
  const variables = {
    cases: holds('household.read') && holds('application.read'),
    funds: holds('fund.read'),
    work: holds('employment.read') || holds('legal-case.read'),
    reports: holds('report.read'),
    accounts: holds('staff.manage'),
    obligations: (staff?.roles.length ?? 0) > 0,
  };
  const { data, isPending, fetchStatus } = useQuery({
    queryKey: ['work-counts', staff?.id],
    queryFn: ({ signal }) => request(workCountsQuery, variables, { signal }),
    enabled: staff !== undefined && Object.values(variables).some(Boolean),
    refetchInterval: 60_000,
    meta: { silent: true },
  });
  return { counts: data ?? {}, counted: staff !== undefined && (!isPending || fetchStatus === 'idle') };
}
