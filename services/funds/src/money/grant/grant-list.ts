import { literalPattern } from '@nuangong/database';
import { isUuid } from '@nuangong/primitives';
import { orderOf, type AskedOrder, type ListSorts } from '@nuangong/subgraph';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { GrantListStatus } from './grant-enums.graphql.ts';
import { unpaidStatuses } from './grant.ts';

/** The columns by which grants are sorted. */
export const grantSorts = ['PAYEE', 'UNIT', 'AMOUNT', 'APPROVED'] as const;
export type GrantSort = (typeof grantSorts)[number];

/** Which grants are listed; missing conditions do not restrict. */
export interface GrantConditions {
  readonly search?: string | null | undefined;
  readonly status?: GrantListStatus | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly householdId?: string | null | undefined;
  readonly held?: boolean | null | undefined;
}

/** The list of grants as it is asked for. */
export interface AskedGrants extends AskedOrder<GrantSort> {
  readonly filter: GrantConditions;
}

const sorts: ListSorts<GrantSort, Prisma.GrantOrderByWithRelationInput> = {
  PAYEE: (payeeName) => ({ payeeName }),
  UNIT: (unitName) => ({ unitName }),
  AMOUNT: (amountFen) => ({ amountFen }),
  APPROVED: (approvedAt) => ({ approvedAt }),
};

/** The order of the list: by a column, or the earliest approved first. */
export function grantsOrder(asked: AskedOrder<GrantSort>): Prisma.GrantOrderByWithRelationInput[] {
  return orderOf(sorts, asked, [{ approvedAt: 'asc' }, { worksheetRow: 'asc' }, { id: 'asc' }]);
}

/** The grants that a filter leaves. */
export function grantsWhere(filter: GrantConditions): Prisma.GrantWhereInput {
  return {
    ...(filter.search && {
      OR: [
        { payeeName: { contains: literalPattern(filter.search) } },
        { unitName: { contains: literalPattern(filter.search) } },
      ],
    }),
    ...(filter.status && ofStatus(filter.status)),
    ...(filter.campaignId && isUuid(filter.campaignId) && { campaignId: filter.campaignId }),
    ...(filter.held != null && { AND: [heldOrNot(filter.held)] }),
    ...(filter.householdId && isUuid(filter.householdId) && { householdId: filter.householdId }),
  };
}

/** Grants with a status, or that wait for somebody: held, with a proposal, with a return to confirm. */
function ofStatus(status: GrantListStatus): Prisma.GrantWhereInput {
  if (status === 'HELD') return heldOrNot(true);
  if (status === 'PROPOSED') return { decisions: { some: { status: 'PROPOSED' } } };
  if (status === 'RETURN_CLAIMED') return { payments: { some: { claims: { some: { status: 'WAITING' } } } } };
  return { status };
}

/** Unpaid grants that are held, or grants that are not held. */
function heldOrNot(held: boolean): Prisma.GrantWhereInput {
  const open = { some: { endedAt: null } };
  return held ? { status: { in: [...unpaidStatuses] }, holds: open } : { NOT: { holds: open } };
}
