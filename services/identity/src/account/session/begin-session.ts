import type { Actor } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import { actorOf, asActor, waitsForOwnPassword } from './actor-of-staff.ts';
import { hashOfToken, newRefreshToken } from './refresh-token.ts';
import type { SessionOrigin } from './session-origin.ts';
import { sessionLifetimeMs } from './session.ts';

/** A signed-in session: the actor, and the refresh token that only the browser's cookie holds. */
export interface SignedIn {
  readonly actor: Actor;
  readonly username: string;
  readonly refreshToken: string;
  /** The password was given by an administrator: the actor has no roles until it is changed. */
  readonly mustChangePassword: boolean;
}

/** Begins a session of a member of staff whose identity we or the outside provider have verified. */
export async function beginSession(
  tx: Transaction,
  staffId: string,
  origin: SessionOrigin,
  now: Date,
  { outside = false }: { readonly outside?: boolean } = {},
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
      outside,
      startedAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetimeMs),
    },
  });
  const actor = actorOf(staff, session, now);
  await recordAudit(tx, { actor, requestId: null }, [
    { action: 'session.sign-in', recordType: 'Session', recordId: session.id, ...(outside && { after: { outside } }) },
  ]);
  return { actor, username: staff.username, refreshToken, mustChangePassword: waitsForOwnPassword(staff, session) };
}
