import type { Role } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import type { LentRoles } from './delegation.ts';

/** The roles that a member of staff borrows today or later. */
export async function borrowedBy(tx: Transaction, toStaffId: string, today: Date): Promise<readonly LentRoles[]> {
  const rows = await tx.delegation.findMany({
    where: { toStaffId, endedAt: null, lastDay: { gte: today } },
    select: { roles: true, firstDay: true, lastDay: true },
  });
  return rows.map(({ roles, firstDay, lastDay }): LentRoles => ({
    roles: roles as readonly Role[],
    firstDay: readStoredDate(firstDay),
    lastDay: readStoredDate(lastDay),
  }));
}
