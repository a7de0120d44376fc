import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../builder.ts';
import type { Staff } from '../generated/prisma/client.ts';
import { provePassword } from '../password/prove-password.ts';
import { runOwnCommand } from '../run-own-command.ts';
import { forgetAttempts, secondFactorTarget } from '../sign-in-guard/count-attempt.ts';
import { ownAccount } from '../staff/own-account.ts';

const notOn = (field?: string) =>
  problem(
    'SECOND_FACTOR_OFF',
    { zh: '动态口令没有启用，不用停用', en: 'The second factor is off already.' },
    field,
  );

/** Switches the actor's own second factor off, for which the present password is needed. */
export async function removeOwnSecondFactor(
  context: IdentityContext,
  input: { readonly password: string },
): Promise<Result<Staff>> {
  const proven = await provePassword(context, input.password);
  if (!proven.ok) return proven;
  return runOwnCommand(context, async (tx) =>
    (await remove(tx, context, context.actor.staffId)) ? ok(proven.value) : refuse(notOn()),
  );
}

/** Takes the second factor off an account of the administrator's subtree whose device and recovery codes are lost. */
export function removeStaffSecondFactor(
  context: IdentityContext,
  input: { readonly staffId: string },
): Promise<Result<Staff>> {
  return runCommand(context, { action: 'staff.manage' }, async (tx) => {
    if (input.staffId === context.actor.staffId) {
      return refuse(ownAccount({ zh: '停用动态口令', en: 'takes the second factor off' }));
    }
    const staff = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (staff === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    return (await remove(tx, context, staff.id)) ? ok(staff) : refuse(notOn('staffId'));
  });
}

async function remove(tx: Transaction, context: IdentityContext, staffId: string): Promise<boolean> {
  const { count } = await tx.secondFactor.deleteMany({ where: { staffId, confirmedAt: { not: null } } });
  if (count === 0) return false;
  await forgetAttempts(tx, [secondFactorTarget(context.parts.digestOf, staffId)]);
  await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
    { action: 'staff.remove-second-factor', recordType: 'Staff', recordId: staffId },
  ]);
  return true;
}
