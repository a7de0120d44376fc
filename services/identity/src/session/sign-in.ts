import { createHash, randomBytes } from 'node:crypto';
import { scopeOf, systemActor, type Actor } from '@nuangong/access';
import { identityOf, recordAudit, type Database } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { Transaction } from '../builder.ts';
import { verifyPassword } from '../password/password-hash.ts';
import { afterWrongPassword, sessionLifetimeMs } from './session.ts';

/** A signed-in session: who acts, and the refresh token that only the browser's cookie holds. */
export interface SignedIn {
  readonly actor: Actor;
  readonly refreshToken: string;
}

const wrongPassword = () =>
  problem('WRONG_PASSWORD', {
    zh: '账号或密码不对，核对大小写后重新输入',
    en: 'The username or password is not right. Check capitals and enter them again.',
  });

const locked = (until: Date) =>
  problem('ACCOUNT_LOCKED', {
    zh: `密码多次不对，账号锁定到 ${until.toISOString().slice(11, 16)}（UTC），或由管理员解锁`,
    en: `Too many wrong passwords. The account is locked until ${until.toISOString().slice(11, 16)} UTC; an administrator can unlock it.`,
  });

/** A hash of no password: the work for an unknown username costs the same as for a known one. */
const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$bnVhbmdvbmdudWFuZ29uZw$3v2tOGPTFRcGQ3mG0k2mXyhFwWeZQ7Q7mS0C2Q0b9nY';

interface AccountRow {
  readonly id: string;
  readonly organization_path: string;
  readonly password_hash: string;
  readonly active: boolean;
  readonly locked_until: Date | null;
}

/** The hash under which a refresh token is kept. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A new refresh token, 256 bits of chance. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Signs in with a username and password; five wrong ones in a row lock the account for a while. */
export async function signIn(
  database: Database<Transaction>,
  given: { readonly username: string; readonly password: string },
  now: Date,
): Promise<Result<SignedIn>> {
  const username = given.username.trim().toLowerCase();
  const [account] = await database.withoutIdentity(
    (tx) => tx.$queryRaw<AccountRow[]>`select * from staff_at_sign_in(${username})`,
  );
  if (account?.locked_until != null && account.locked_until > now) return refuse(locked(account.locked_until));
  const right = await verifyPassword(account?.password_hash ?? hashOfNobody, given.password).catch(() => false);
  if (account === undefined || !account.active) return refuse(wrongPassword());
  const identity = identityOf(systemActor(scopeOf(account.organization_path)));
  return database.transaction(identity, async (tx) => {
    if (!right) {
      const { failedSignIns } = await tx.staff.findUniqueOrThrow({ where: { id: account.id } });
      await tx.staff.update({ where: { id: account.id }, data: afterWrongPassword(failedSignIns, now) });
      return refuse(wrongPassword());
    }
    return ok(await beginSession(tx, account.id, now));
  });
}

async function beginSession(tx: Transaction, staffId: string, now: Date): Promise<SignedIn> {
  const refreshToken = newRefreshToken();
  const staff = await tx.staff.update({
    where: { id: staffId },
    data: { failedSignIns: 0, lockedUntil: null, lastSignedInAt: now },
    include: { organization: true },
  });
  const session = await tx.session.create({
    data: {
      organizationPath: staff.organizationPath,
      staffId,
      refreshHash: Uint8Array.from(hashOfToken(refreshToken)),
      startedAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetimeMs),
    },
  });
  const actor = actorOf(staff, session.id);
  await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, null, [
    { action: 'session.sign-in', recordType: 'Session', recordId: session.id },
  ]);
  return { actor, refreshToken };
}

/** The actor that a member of staff is in one session. */
export function actorOf(
  staff: {
    readonly id: string;
    readonly name: string;
    readonly roles: Actor['roles'];
    readonly organizationPath: string;
    readonly organization: { readonly id: string; readonly name: string };
  },
  sessionId: string,
): Actor {
  return {
    kind: 'STAFF',
    staffId: staff.id,
    name: staff.name,
    organizationId: staff.organization.id,
    organizationName: staff.organization.name,
    scope: scopeOf(staff.organizationPath),
    roles: staff.roles,
    sessionId,
  };
}
