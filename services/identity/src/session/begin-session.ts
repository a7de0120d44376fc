import type { Actor } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import type { Transaction } from '../builder.ts';
import { actorOf, asActor } from './actor-of-staff.ts';
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
    include: asActor(now),
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
  const actor = actorOf(staff, session.id, now);
  await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, null, [
    { action: 'session.sign-in', recordType: 'Session', recordId: session.id },
  ]);
  return { actor, refreshToken, mustChangePassword: staff.givenPasswordUntil !== null };
}
