import { recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext } from '../builder.ts';
import type { Staff } from '../generated/prisma/client.ts';
import { endSessions } from '../session/end-sessions.ts';
import { forgetAttempts, targetsOf } from '../sign-in-guard/count-attempt.ts';
import { ownAccount } from '../staff/own-account.ts';
import { givenPasswordLifetimeMs, makeGivenPassword } from './given-password.ts';
import { hashPassword } from './password-hash.ts';

/** A password given by an administrator: told in this answer and nowhere else. */
export interface GivenPassword {
  readonly staff: Staff;
  readonly password: string;
  /** After this it is worth nothing. */
  readonly until: Date;
}

/**
 * Gives somebody of the administrator's subtree a one-time password in place of theirs: sessions end, and until it is
 * changed at the next sign-in the account has no roles.
 */
export async function resetPassword(
  context: IdentityContext,
  input: { readonly staffId: string },
): Promise<Result<GivenPassword>> {
  const password = makeGivenPassword();
  const passwordHash = await hashPassword(password);
  return runCommand(context, { action: 'staff.manage' }, async (tx) => {
    if (input.staffId === context.actor.staffId) return refuse(ownAccount({ zh: '重置密码', en: 'resets the password of' }));
    const known = await tx.staff.findUnique({ where: { id: input.staffId } });
    if (known === null || !known.active) {
      return refuse(notFound({ zh: '在用账号', en: 'active account' }, 'staffId'));
    }
    const now = context.parts.clock();
    const until = new Date(now.getTime() + givenPasswordLifetimeMs);
    const staff = await tx.staff.update({
      where: { id: known.id },
      data: { passwordHash, givenPasswordUntil: until, passwordChangedAt: now },
    });
    await endSessions(tx, staff.id, now);
    await forgetAttempts(tx, targetsOf(context.parts.digestOf, staff));
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      { action: 'staff.reset-password', recordType: 'Staff', recordId: staff.id, after: { until } },
    ]);
    return ok({ staff, password, until });
  });
}
