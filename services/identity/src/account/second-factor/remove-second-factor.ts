import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import { accountOf, askAccountAct, type Acted } from '../account-act/ask-account-act.ts';
import { wordsOfConfirmation } from '../account-act/confirmation-in-audit.ts';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, Staff } from '../../generated/prisma/client.ts';
import { provePassword } from '../password-change/prove-password.ts';
import { runOwnCommand } from '../../run-own-command.ts';
import { forgetAttempts, secondFactorTarget } from '../sign-in-guard/count-attempt.ts';
import { ownAccount } from '../staff/own-account.ts';

const notOn = (field?: string) =>
  problem(
    'SECOND_FACTOR_OFF',
    { zh: '动态口令没有启用，不用停用', en: 'The second factor is already disabled.' },
    field,
  );

/** Removes the actor's own second factor, which requires the present password. */
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

/**
 * Removes the second factor of an account in the administrator's subtree whose device and recovery codes are lost; on a
 * guarded account it waits for a second person.
 */
export function removeStaffSecondFactor(
  context: IdentityContext,
  input: { readonly staffId: string },
): Promise<Result<Acted>> {
  return runCommand(context, { action: 'staff.manage' }, async (tx: Transaction) => {
    if (input.staffId === context.actor.staffId) {
      return refuse(ownAccount({ zh: '停用动态口令', en: 'disables the second factor of' }));
    }
    const known = await tx.staff.findUnique({ where: { id: input.staffId }, include: { secondFactor: true } });
    if (known === null) return refuse(notFound({ zh: '工作人员', en: 'member of staff' }, 'staffId'));
    const { secondFactor, ...staff } = known;
    if (secondFactor?.confirmedAt == null) return refuse(notOn('staffId'));
    const wanted = { kind: 'REMOVE_SECOND_FACTOR', ...accountOf(staff) } as const;
    return askAccountAct(tx, context, wanted, (act) => applyRemoval(tx, context, act));
  });
}

/** Removes the second factor of an act’s account. */
export async function applyRemoval(tx: Transaction, context: IdentityContext, act: AccountAct): Promise<Result<Staff>> {
  const staff = await tx.staff.findUniqueOrThrow({ where: { id: act.staffId ?? '' } });
  return (await remove(tx, context, staff.id, wordsOfConfirmation(act))) ? ok(staff) : refuse(notOn('staffId'));
}

async function remove(tx: Transaction, context: IdentityContext, staffId: string, after?: object): Promise<boolean> {
  const { count } = await tx.secondFactor.deleteMany({ where: { staffId, confirmedAt: { not: null } } });
  if (count === 0) return false;
  await forgetAttempts(tx, [secondFactorTarget(context.parts.digestKey, staffId)]);
  await recordAudit(tx, context, [
    { action: 'staff.remove-second-factor', recordType: 'Staff', recordId: staffId, ...(after && { after }) },
  ]);
  return true;
}
