import { recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import { accountOf, askAccountAct, type Acted } from '../account-act/ask-account-act.ts';
import { wordsOfConfirmation } from '../account-act/confirmation-in-audit.ts';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, Staff } from '../../generated/prisma/client.ts';
import { endRights } from '../session/end-rights.ts';
import { forgetAttempts, targetsOf } from '../sign-in-guard/count-attempt.ts';
import { ownAccount } from '../staff/own-account.ts';
import { givenPasswordLifetimeMs, makeGivenPassword } from '../password/given-password.ts';
import { hashPassword } from '../password/password-hash.ts';

/** A password given by an administrator; shown only in this answer. */
export interface GivenPassword extends Acted {
  readonly staff: Staff;
  readonly password: string;
  /** When it expires; if the act waits, until when it can be confirmed. */
  readonly until: Date;
}

const noSuchAccount = () => notFound({ zh: '在用账号', en: 'active account' }, 'staffId');

/**
 * Replaces the password of somebody in the administrator's subtree with a one-time password: sessions end, and the
 * account has no roles until the password is changed at the next sign-in. On a guarded account nothing happens until a
 * second person confirms: the present password stays valid and the one-time password does not work.
 */
export async function resetPassword(
  context: IdentityContext,
  input: { readonly staffId: string },
): Promise<Result<GivenPassword>> {
  const password = makeGivenPassword();
  const passwordHash = await hashPassword(password);
  return runCommand(context, { action: 'staff.manage' }, async (tx: Transaction): Promise<Result<GivenPassword>> => {
    if (input.staffId === context.actor.staffId)
      return refuse(ownAccount({ zh: '重置密码', en: 'resets the password of' }));
    const known = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (known === null || !known.active) return refuse(noSuchAccount());
    const wanted = { kind: 'RESET_PASSWORD', ...accountOf(known), passwordHash } as const;
    const asked = await askAccountAct(tx, context, wanted, (act) => applyReset(tx, context, act));
    if (!asked.ok) return asked;
    const staff = asked.value.staff ?? known;
    return ok({ act: asked.value.act, staff, password, until: staff.givenPasswordUntil ?? asked.value.act.expiresAt });
  });
}

/** Replaces the present password with the one-time password of an act. */
export async function applyReset(tx: Transaction, context: IdentityContext, act: AccountAct): Promise<Result<Staff>> {
  const known = await tx.staff.findUniqueOrThrow({ where: { id: act.staffId ?? '' } });
  if (!known.active || act.passwordHash === null) return refuse(noSuchAccount());
  const now = context.parts.clock();
  const until = new Date(now.getTime() + givenPasswordLifetimeMs);
  const staff = await tx.staff.update({
    where: { id: known.id },
    data: { passwordHash: act.passwordHash, givenPasswordUntil: until, passwordChangedAt: now },
  });
  await endRights(tx, context, staff, 'PASSWORD_RESET');
  await forgetAttempts(tx, targetsOf(context.parts.digestKey, staff));
  await recordAudit(tx, context, [
    {
      action: 'staff.reset-password',
      recordType: 'Staff',
      recordId: staff.id,
      after: { until, ...wordsOfConfirmation(act) },
    },
  ]);
  return ok(staff);
}
