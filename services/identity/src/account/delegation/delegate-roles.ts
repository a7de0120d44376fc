import { permits } from '@nuangong/access';
import { prismaSql, readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { openObligations } from '@nuangong/obligations';
import { isBefore, localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { forbidden, notFound } from '@nuangong/subgraph';
import { accountOf, askAccountAct } from '../account-act/ask-account-act.ts';
import { wordsOfConfirmation } from '../account-act/confirmation-in-audit.ts';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, Delegation, Staff } from '../../generated/prisma/client.ts';
import { runOwnCommand } from '../../run-own-command.ts';
import { borrowedBy } from '../staff/borrowed-roles.ts';
import { decideDelegation, type LentRoles, type WantedDelegation } from '../staff/delegation.ts';

/** The result of lending roles: the delegation, or the act that waits for the lender. */
export interface Lent {
  readonly delegation: Delegation | null;
  readonly act: AccountAct | null;
}

/**
 * Lends roles to a colleague for some days: the actor's own immediately, those of somebody in an administrator's
 * subtree once that person confirms. In force from the colleague's next refresh on the first day, after at most ten
 * minutes.
 */
export function delegateRoles(
  context: IdentityContext,
  input: WantedDelegation & { readonly fromStaffId?: string | null | undefined; readonly toStaffId: string },
): Promise<Result<Lent>> {
  return runOwnCommand(context, async (tx): Promise<Result<Lent>> => {
    const { actor } = context;
    const fromStaffId = input.fromStaffId ?? actor.staffId;
    if (actor.roles.length === 0) return refuse(forbidden());
    if (fromStaffId !== actor.staffId && !permits(actor.roles, 'staff.manage')) return refuse(forbidden());
    const decided = await decideLending(tx, context, { ...input, fromStaffId, makerId: actor.staffId });
    if (!decided.ok) return decided;
    const { from, to, roles, firstDay, lastDay, reason } = decided.value;
    if (fromStaffId === actor.staffId) return ok({ delegation: await lend(tx, context, decided.value, {}), act: null });
    const wanted = {
      kind: 'LEND',
      ...accountOf(from),
      roles,
      toStaffId: to.id,
      firstDay: storedDate(firstDay),
      lastDay: storedDate(lastDay),
      reason,
    } as const;
    const asked = await askAccountAct(tx, context, wanted, () =>
      Promise.reject(new Error('a loan is never applied unasked')),
    );
    return asked.ok ? ok({ delegation: null, act: asked.value.act }) : asked;
  });
}

/** Lends the roles of an act that their holder has just confirmed, without the days that have passed since. */
export async function applyLending(tx: Transaction, context: IdentityContext, act: AccountAct): Promise<Result<Staff>> {
  const { staffId, toStaffId, firstDay, lastDay, reason, roles, askedById } = act;
  const today = localDateAt(context.parts.clock());
  const first = readStoredDate(firstDay ?? new Date(0));
  const decided = await decideLending(tx, context, {
    fromStaffId: staffId ?? '',
    toStaffId: toStaffId ?? '',
    makerId: askedById,
    roles,
    firstDay: isBefore(first, today) ? today : first,
    lastDay: readStoredDate(lastDay ?? new Date(0)),
    reason: reason ?? '',
  });
  if (!decided.ok) return decided;
  await lend(tx, context, decided.value, wordsOfConfirmation(act));
  return ok(decided.value.from);
}

type Lending = LentRoles & { readonly from: Staff; readonly to: Staff; readonly reason: string };

async function decideLending(
  tx: Transaction,
  { parts }: IdentityContext,
  wanted: WantedDelegation & { readonly fromStaffId: string; readonly toStaffId: string; readonly makerId: string },
): Promise<Result<Lending>> {
  const { from, to } = await lockParties(tx, wanted.fromStaffId, wanted.toStaffId);
  if (from === undefined) return refuse(notFound({ zh: '委托人', en: 'delegating person' }, 'fromStaffId'));
  if (to === undefined) return refuse(notFound({ zh: '受托人', en: 'colleague' }, 'toStaffId'));
  const today = localDateAt(parts.clock());
  const borrowed = await borrowedBy(tx, to.id, storedDate(today));
  const decided = decideDelegation(wanted, { from, to, makerId: wanted.makerId }, borrowed, today);
  return decided.ok ? ok({ ...decided.value, from, to }) : decided;
}

/** Stores a delegation; `after` is added to the audit entry. */
async function lend(
  tx: Transaction,
  { actor, parts, requestId }: IdentityContext,
  { from, to, roles, firstDay, lastDay, reason }: Lending,
  after: object,
): Promise<Delegation> {
  const delegation = await tx.delegation.create({
    data: {
      organizationPath: from.organizationPath,
      fromStaffId: from.id,
      toStaffId: to.id,
      roles: [...roles],
      firstDay: storedDate(firstDay),
      lastDay: storedDate(lastDay),
      reason,
      madeById: actor.staffId,
      madeAt: parts.clock(),
    },
  });
  const ends = {
    organizationPath: from.organizationPath,
    recordId: delegation.id,
    from: lastDay,
    staffId: from.id,
    parts: { from: from.name, to: to.name, lastDay },
  };
  await openObligations(prismaSql(tx), 'DELEGATION_ENDS', [ends], parts.clock());
  const told = { from: from.name, to: to.name, roles, firstDay, lastDay, reason, ...after };
  await recordAudit(tx, { actor, requestId }, [
    { action: 'delegation.make', recordType: 'Delegation', recordId: delegation.id, after: told },
  ]);
  return delegation;
}

/**
 * Reads both under a lock, in a fixed order, so that their roles and delegations do not change until the new one is
 * made.
 */
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
