import { problem, refuse, type Refusal } from '@nuangong/primitives';
import { identityOf } from '@nuangong/database';
import type { IdentityContext } from '../builder.ts';
import type { Staff } from '../generated/prisma/client.ts';
import { countAttempt, forgetAttempts, passwordTarget } from '../sign-in-guard/count-attempt.ts';
import { waitProblem } from '../sign-in-guard/sign-in-guard.ts';
import { verifyPassword } from './password-hash.ts';

const wrongPresentPassword = (field: string) =>
  problem(
    'PRESENT_PASSWORD_WRONG',
    { zh: '现在的密码不对，核对大小写后重录', en: 'The present password is not right. Check capitals and enter it again.' },
    field,
  );

/**
 * Asks the actor's present password again before the account itself is changed: a page left open or a stolen token
 * isn't enough. Guesses count as they do at sign-in. Answers the member of staff, or the refusal.
 */
export async function provePassword(
  context: IdentityContext,
  password: string,
  field = 'password',
): Promise<{ readonly ok: true; readonly value: Staff } | Refusal> {
  const { actor, database, parts } = context;
  const within = identityOf(actor);
  const staff = await database.transaction(within, (tx) => tx.staff.findUniqueOrThrow({ where: { id: actor.staffId } }));
  const target = passwordTarget(parts.blindIndexKey, staff.username);
  const admission = await countAttempt(database, target, parts.clock());
  if (admission.kind !== 'JUDGE') return refuse(waitProblem(admission));
  if (!(await verifyPassword(staff.passwordHash, password))) return refuse(wrongPresentPassword(field));
  await database.transaction(within, (tx) => forgetAttempts(tx, [target]));
  return { ok: true, value: staff };
}
