import { permits, type Role } from '@nuangong/access';
import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { localDateAt, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile, forbidden, notFound } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../builder.ts';
import type { Delegation, Staff } from '../generated/prisma/client.ts';
import { runOwnCommand } from '../run-own-command.ts';
import { decideDelegation, type LentRoles, type WantedDelegation } from './delegation.ts';

/**
 * Lends roles to a colleague for some days: the actor's own, or as an administrator those of somebody of the subtree.
 * In force from the colleague's next refresh within the first day, ten minutes at most.
 */
export function delegateRoles(
  context: IdentityContext,
  input: WantedDelegation & { readonly fromStaffId?: string | null | undefined; readonly toStaffId: string },
): Promise<Result<Delegation>> {
  return runOwnCommand(context, async (tx) => {
    const { actor, parts } = context;
    const fromStaffId = input.fromStaffId ?? actor.staffId;
    if (actor.roles.length === 0) return refuse(forbidden());
    if (fromStaffId !== actor.staffId && !permits(actor.roles, 'staff.manage')) return refuse(forbidden());
    const { from, to } = await lockParties(tx, fromStaffId, input.toStaffId);
    if (from === undefined) return refuse(notFound({ zh: '委托人', en: 'person lending' }, 'fromStaffId'));
    if (to === undefined) return refuse(notFound({ zh: '受托人', en: 'colleague' }, 'toStaffId'));
    const now = parts.clock();
    const today = localDateAt(now);
    const borrowed = await borrowedBy(tx, to.id, storedDate(today));
    const decided = decideDelegation(input, { from, to, makerId: actor.staffId }, borrowed, today);
    if (!decided.ok) return decided;
    const { roles, firstDay, lastDay, reason } = decided.value;
    const delegation = await tx.delegation.create({
      data: {
        organizationPath: from.organizationPath,
        fromStaffId,
        toStaffId: to.id,
        roles: [...roles],
        firstDay: storedDate(firstDay),
        lastDay: storedDate(lastDay),
        reason,
        madeById: actor.staffId,
        madeAt: now,
      },
    });
    const after = { from: from.name, to: to.name, roles, firstDay, lastDay, reason };
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, context.requestId, [
      { action: 'delegation.make', recordType: 'Delegation', recordId: delegation.id, after },
    ]);
    return ok(delegation);
  });
}

/** Reads both under a lock, in one order: roles and what is borrowed hold still until the delegation is made. */
async function lockParties(
  tx: Transaction,
  fromStaffId: string,
  toStaffId: string,
): Promise<{ readonly from: Staff | undefined; readonly to: Staff | undefined }> {
  const ids = [fromStaffId, toStaffId];
  await tx.$queryRaw`select from staff where id = any(${ids}::uuid[]) order by id for update`;
  const found = await tx.staff.findMany({ where: { id: { in: ids } } });
  return {
    from: found.find(({ id }) => id === fromStaffId),
    to: found.find(({ id }) => id === toStaffId),
  };
}

async function borrowedBy(tx: Transaction, toStaffId: string, today: Date): Promise<readonly LentRoles[]> {
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

const alreadyOver = () =>
  problem('DELEGATION_OVER', { zh: '这项委托已经结束', en: 'This delegation is over already.' }, 'delegationId');

/**
 * Ends a delegation before its last day: whoever lends, borrows or made it may, and the administrator. The borrower's
 * access token goes on for ten minutes at most.
 */
export function endDelegation(
  context: IdentityContext,
  input: { readonly delegationId: string },
): Promise<Result<Delegation>> {
  return runOwnCommand(context, async (tx) => {
    const { actor, parts } = context;
    const known = await tx.delegation.findUnique({ where: { id: input.delegationId } });
    const parties = [known?.fromStaffId, known?.toStaffId, known?.madeById];
    if (known === null || !(parties.includes(actor.staffId) || permits(actor.roles, 'staff.manage'))) {
      return refuse(notFound({ zh: '委托', en: 'delegation' }, 'delegationId'));
    }
    const now = parts.clock();
    if (known.endedAt !== null || readStoredDate(known.lastDay) < localDateAt(now)) return refuse(alreadyOver());
    const { count } = await tx.delegation.updateMany({
      where: { id: known.id, endedAt: null },
      data: { endedAt: now, endedById: actor.staffId },
    });
    if (count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, context.requestId, [
      { action: 'delegation.end', recordType: 'Delegation', recordId: known.id },
    ]);
    return ok({ ...known, endedAt: now, endedById: actor.staffId });
  });
}
