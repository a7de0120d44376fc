import { useGetIdentity } from 'react-admin';
import type { Role } from '../graph/generated/operation-types.ts';
import type { SignedInStaff } from './auth-provider.ts';

/** The signed-in member of staff; undefined until read. */
export function useStaff(): SignedInStaff | undefined {
  const { identity } = useGetIdentity();
  return identity as SignedInStaff | undefined;
}

/** Whether the signed-in member of staff may do this at all (`application.approve` …). */
export function useCan(): (action: string) => boolean {
  const staff = useStaff();
  return (action) => staff?.actions.includes(action) ?? false;
}

/** The role that decides what the landing page shows first. */
export function useRole(): Role | undefined {
  const roles = useStaff()?.roles ?? [];
  return leadingRoles.find((role) => roles.includes(role));
}

const leadingRoles: readonly Role[] = [
  'APPROVER',
  'REVIEWER',
  'CLERK',
  'FINANCE_LEAD',
  'FINANCE',
  'STATISTICS',
  'ADMINISTRATOR',
  'AUDITOR',
  'EMPLOYMENT',
  'LEGAL_AID',
  'WINDOW_CLERK',
];
