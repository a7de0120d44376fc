import { identityOf } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Staff } from '../../generated/prisma/client.ts';
import { countAttempt, forgetAttempts, passwordTarget } from '../sign-in-guard/count-attempt.ts';
import { recordLock } from '../sign-in-guard/record-lock.ts';
import { waitProblem } from '../sign-in-guard/sign-in-guard.ts';
import { verifyPassword } from '../password/password-hash.ts';

const wrongPresentPassword = (field: string) =>
  problem(
    'PRESENT_PASSWORD_WRONG',
    {
      zh: '现在的密码不对，核对大小写后重录',
      en: 'The current password is wrong. Check capitals and enter it again.',
    },
    field,
  );

/**
 * Asks for the actor's present password before the account itself is changed: an unattended page or a stolen token is
 * not enough. Wrong attempts count as at sign-in. Returns the member of staff, or the refusal.
 */
export async function provePassword(
  context: IdentityContext,
  password: string,
  field = 'password',
): Promise<Result<Staff>> {
  const { actor, database, parts } = context;
  const within = identityOf(actor);
  const staff = await database.transaction(within, (tx) => tx.staff.findUnique({ where: { id: actor.staffId } }));
  if (staff === null) return refuse(notFound({ zh: '账号', en: 'account' }));
  const target = passwordTarget(parts.digestKey, staff.username, 'KNOWN_DEVICE');
  const admission = await countAttempt(database, target, parts.clock());
  if (admission.kind !== 'JUDGE') return refuse(waitProblem(admission));
  if (!(await verifyPassword(staff.passwordHash, password))) {
    if (admission.locks) await recordLock(database, actor.scope, staff.id, 'PASSWORD');
    return refuse(wrongPresentPassword(field));
  }
  await database.transaction(within, (tx) => forgetAttempts(tx, [target]));
  return ok(staff);
}
