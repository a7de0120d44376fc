/** A browser left alone this long signs in again; in milliseconds. */
export const sessionLifetimeMs = 12 * 60 * 60 * 1000;
/** An access token's life; in seconds. */
export const accessTokenLifetimeSeconds = 10 * 60;
/** How long the second step of a sign-in may take; in seconds. */
export const pendingLifetimeSeconds = 5 * 60;

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
