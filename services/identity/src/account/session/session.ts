import { addDays, localDateAt } from '@nuangong/primitives';

/** A browser left alone this long signs in again; in milliseconds. */
export const sessionLifetimeMs = 12 * 60 * 60 * 1000;
/** An access token's life; in seconds. */
export const accessTokenLifetimeSeconds = 10 * 60;
/** How long the second step of a sign-in may take; in seconds. */
export const pendingLifetimeSeconds = 5 * 60;

/**
 * How long an access token lives, in seconds: one with borrowed roles not beyond midnight in China, when a delegation may
 * end.
 */
export function accessLifetimeSeconds(borrows: boolean, now: Date): number {
  if (!borrows) return accessTokenLifetimeSeconds;
  const midnight = Date.parse(`${addDays(localDateAt(now), 1)}T00:00:00+08:00`);
  return Math.max(1, Math.min(accessTokenLifetimeSeconds, Math.floor((midnight - now.getTime()) / 1000)));
}

export type RefreshDecision =
  | { readonly kind: 'RENEW' }
  | { readonly kind: 'REUSED'; readonly why: 'a refresh token came a second time: the session ends' }
  | { readonly kind: 'OVER' };

/**
 * What to do with a refresh token. A token that was already exchanged means that two parties hold it, so the whole
 * session ends.
 */
export function decideRefresh(
  session: { readonly current: boolean; readonly expiresAt: Date; readonly endedAt: Date | null },
  now: Date,
): RefreshDecision {
  if (session.endedAt !== null || session.expiresAt <= now) return { kind: 'OVER' };
  return session.current
    ? { kind: 'RENEW' }
    : { kind: 'REUSED', why: 'a refresh token came a second time: the session ends' };
}
