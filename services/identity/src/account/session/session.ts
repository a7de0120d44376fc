import type { Actor } from '@nuangong/access';
import { addDays, localDateAt } from '@nuangong/primitives';

/** After this much inactivity a browser has to sign in again; in milliseconds. */
export const sessionLifetimeMs = 12 * 60 * 60 * 1000;
/** The lifetime of an access token; in seconds. */
export const accessTokenLifetimeSeconds = 10 * 60;
/** How long the second step of a sign-in may take; in seconds. */
export const pendingLifetimeSeconds = 5 * 60;

/** Whether some of the actor's rights may end with the day: borrowed roles, or a rank. */
export function endsWithTheDay({ onBehalfOf, rank }: Pick<Actor, 'onBehalfOf' | 'rank'>): boolean {
  return onBehalfOf !== undefined || rank !== undefined;
}

/**
 * The lifetime of an access token, in seconds: with rights that may end with the day it ends at midnight in China at the
 * latest.
 */
export function accessLifetimeSeconds(untilMidnight: boolean, now: Date): number {
  if (!untilMidnight) return accessTokenLifetimeSeconds;
  const midnight = Date.parse(`${addDays(localDateAt(now), 1)}T00:00:00+08:00`);
  return Math.max(1, Math.min(accessTokenLifetimeSeconds, Math.floor((midnight - now.getTime()) / 1000)));
}

export type RefreshDecision =
  | { readonly kind: 'RENEW' }
  | { readonly kind: 'REUSED'; readonly why: 'a refresh token came a second time: the session ends' }
  | { readonly kind: 'OVER' };

/**
 * Decides what to do with a refresh token. One that was already exchanged means that two parties hold it, so the whole
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
