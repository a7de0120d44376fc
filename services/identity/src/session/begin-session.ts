import { scopeOf, type Actor } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import type { Transaction } from '../builder.ts';
import { hashOfToken, newRefreshToken } from './refresh-token.ts';
import type { SessionOrigin } from './session-origin.ts';
import { sessionLifetimeMs } from './session.ts';

/** A signed-in session: who acts, and the refresh token that only the browser's cookie holds. */
export interface SignedIn {
  readonly actor: Actor;
  readonly refreshToken: string;
  /** The password was given by another: until it is changed the actor has no roles. */
  readonly mustChangePassword: boolean;
}

/** Begins a session of a member of staff whose identity is proven. */
export async function beginSession(
  tx: Transaction,
  staffId: string,
  origin: SessionOrigin,
  now: Date,
): Promise<SignedIn> {
  const refreshToken = newRefreshToken();
  const staff = await tx.staff.update({
    where: { id: staffId },
    data: { lastSignedInAt: now },
    include: { organization: true },
  });
  const session = await tx.session.create({
    data: {
      organizationPath: staff.organizationPath,
      staffId,
      refreshHash: hashOfToken(refreshToken),
      ...origin,
      startedAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetimeMs),
    },
  });
  const actor = actorOf(staff, session.id);
  await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, null, [
    { action: 'session.sign-in', recordType: 'Session', recordId: session.id },
  ]);
  return { actor, refreshToken, mustChangePassword: staff.givenPasswordUntil !== null };
}

/** The actor that a member of staff is in one session; one who has yet to change a given password holds no role. */
export function actorOf(
  staff: {
    readonly id: string;
    readonly name: string;
    readonly roles: Actor['roles'];
    readonly givenPasswordUntil: Date | null;
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
    roles: staff.givenPasswordUntil === null ? staff.roles : [],
    sessionId,
  };
}
