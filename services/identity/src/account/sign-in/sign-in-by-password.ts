import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, type Database } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { hashOfNobody, verifyPassword } from '../password/password-hash.ts';
import type { RunningParts } from '../../running-parts.ts';
import { countAttempt, forgetAttempts, passwordTarget } from '../sign-in-guard/count-attempt.ts';
import { recordLock } from '../sign-in-guard/record-lock.ts';
import { waitProblem } from '../sign-in-guard/sign-in-guard.ts';
import { isUsername } from '../staff/staff.ts';
import { beginSession, type SignedIn } from '../session/begin-session.ts';
import type { SessionOrigin } from '../session/session-origin.ts';
import type { TokenSigner } from '../session/token-signer.ts';

/** What sign-in depends on. */
export interface SignInParts extends RunningParts {
  readonly database: Database<Transaction>;
  readonly signer: TokenSigner;
}

/** The password was right; this token is for the request with the second factor. */
export interface SecondStep {
  readonly pendingToken: string;
}

const wrongPassword = () =>
  problem('WRONG_PASSWORD', {
    zh: '账号或密码不对，核对大小写后重新输入',
    en: 'The username or password is wrong. Check capitals and enter them again.',
  });

const givenPasswordOver = () =>
  problem('GIVEN_PASSWORD_OVER', {
    zh: '这个一次性密码已过期，由单位管理员重置密码后再登录',
    en: 'This one-time password has expired. Ask your unit’s administrator to reset it.',
  });

interface AccountRow {
  readonly id: string;
  readonly organization_path: string;
  readonly password_hash: string;
  readonly active: boolean;
}

/**
 * Signs in with a username and password. An attempt counts before it is judged; consecutive wrong ones wait longer and
 * longer and then lock (TRY_LATER, ACCOUNT_LOCKED), in the same way and at the same cost for a name that does not
 * exist. With a second factor the answer is a token that is valid only for `signInSecondStep`.
 */
export async function signIn(
  parts: SignInParts,
  given: { readonly username: string; readonly password: string },
  origin: SessionOrigin,
  /** The owner of the device, by the cookie of an earlier sign-in on it. */
  deviceOf: string | null,
): Promise<Result<SignedIn | SecondStep>> {
  const { database, digestKey, clock } = parts;
  const now = clock();
  const username = given.username.trim().toLowerCase();
  const target = passwordTarget(digestKey, username, deviceOf === username ? 'KNOWN_DEVICE' : 'ANYWHERE');
  const admission = await countAttempt(database, target, now);
  if (admission.kind !== 'JUDGE') return refuse(waitProblem(admission));
  const [account] = isUsername(username)
    ? await database.withoutIdentity((tx) => tx.$queryRaw<AccountRow[]>`select * from staff_at_sign_in(${username})`)
    : [];
  const right = await verifyPassword(account?.password_hash ?? (await hashOfNobody), given.password);
  if (account === undefined) return refuse(wrongPassword());
  const system = systemActor(scopeOf(account.organization_path));
  if (!right || !account.active) {
    if (admission.locks) await recordLock(database, system.scope, account.id, 'PASSWORD');
    return refuse(wrongPassword());
  }
  return database.transaction(identityOf(system), async (tx) => {
    await forgetAttempts(tx, [target]);
    const { givenPasswordUntil } = await tx.staff.findUniqueOrThrow({ where: { id: account.id } });
    if (givenPasswordUntil !== null && givenPasswordUntil <= now) return refuse(givenPasswordOver());
    const secondStep = await askSecondStep(parts, tx, account.id, { outside: false });
    return ok(secondStep ?? (await beginSession(tx, account.id, origin, now)));
  });
}

/** The token for the second step if a second factor is on; undefined if the first step was enough. */
export async function askSecondStep(
  { signer, clock }: SignInParts,
  tx: Transaction,
  staffId: string,
  { outside }: { readonly outside: boolean },
): Promise<SecondStep | undefined> {
  const staff = await tx.staff.findUniqueOrThrow({ where: { id: staffId }, include: { secondFactor: true } });
  if (staff.secondFactor?.confirmedAt == null) return undefined;
  const { organizationPath } = staff;
  const passwordChangedAt = staff.passwordChangedAt?.getTime() ?? 0;
  return { pendingToken: await signer.signPending({ staffId, organizationPath, passwordChangedAt, outside }, clock()) };
}
