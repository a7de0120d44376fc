import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { IdentityContext } from '../../builder.ts';
import type { Staff } from '../../generated/prisma/client.ts';
import { runOwnCommand } from '../../run-own-command.ts';
import { endOtherSessionsOf } from '../session/end-sessions.ts';
import { checkPassword } from '../password/password.ts';
import { hashPassword, verifyPassword } from '../password/password-hash.ts';
import { provePassword } from './prove-password.ts';

const samePassword = () =>
  problem(
    'PASSWORD_UNCHANGED',
    { zh: '新密码和现在的一样，换一个', en: 'The new password is the same as the current one. Use another.' },
    'newPassword',
  );

/**
 * Changes the actor's own password, which requires the present one. Other sessions end. A password that an
 * administrator gave is replaced by the owner's, and the next refresh restores the roles.
 */
export async function changePassword(
  context: IdentityContext,
  input: { readonly presentPassword: string; readonly newPassword: string },
): Promise<Result<Staff>> {
  const proven = await provePassword(context, input.presentPassword, 'presentPassword');
  if (!proven.ok) return proven;
  const checked = checkPassword(input.newPassword, proven.value, 'newPassword');
  if (!checked.ok) return checked;
  if (await verifyPassword(proven.value.passwordHash, checked.value)) return refuse(samePassword());
  const passwordHash = await hashPassword(checked.value);
  return runOwnCommand(context, async (tx) => {
    const now = context.parts.clock();
    const staff = await tx.staff.update({
      where: { id: context.actor.staffId },
      data: { passwordHash, givenPasswordUntil: null, passwordChangedAt: now },
    });
    await endOtherSessionsOf(tx, context.actor, now);
    await recordAudit(tx, context, [{ action: 'staff.change-password', recordType: 'Staff', recordId: staff.id }]);
    return ok(staff);
  });
}
