import { problem, type Problem } from '@nuangong/primitives';

/** What is stored about the attempts at one target: a username, or a second factor. */
export interface Attempts {
  /** Consecutive attempts that are not known to be right. */
  readonly attempts: number;
  readonly lastAt: Date;
  /** No further attempt is judged before this moment. */
  readonly notBefore: Date | null;
}

/** Either an attempt is judged (and already counted), or it has to wait. */
export type Admission =
  | { readonly kind: 'JUDGE'; readonly next: Attempts; readonly locks: boolean }
  | { readonly kind: 'WAIT' | 'LOCKED'; readonly seconds: number };

/** Consecutive attempts after which the target is locked. */
export const mostAttempts = 5;
export const lockMs = 15 * 60 * 1000;
/** Attempts older than this are deleted; in milliseconds. */
export const rememberMs = 24 * 60 * 60 * 1000;
/** How long the next attempt waits after the first, second … consecutive one; in milliseconds. */
const delaysMs = [0, 2_000, 5_000, 10_000] as const;

/**
 * Decides whether an attempt at a target is judged now, and what is stored about it. It counts before it is judged, so
 * that many simultaneous guesses gain nothing. A target that does not exist is treated like any other.
 */
export function admitAttempt(known: Attempts | null, now: Date): Admission {
  if (known?.notBefore != null && known.notBefore > now) {
    const seconds = Math.ceil((known.notBefore.getTime() - now.getTime()) / 1000);
    return { kind: known.attempts >= mostAttempts ? 'LOCKED' : 'WAIT', seconds };
  }
  const before = known === null || isForgotten(known, now) ? 0 : known.attempts;
  const attempts = before + 1;
  const waitMs = attempts >= mostAttempts ? lockMs : (delaysMs[attempts - 1] ?? 0);
  const notBefore = waitMs === 0 ? null : new Date(now.getTime() + waitMs);
  return { kind: 'JUDGE', next: { attempts, lastAt: now, notBefore }, locks: attempts >= mostAttempts };
}

/** Whether a target is locked at present. */
export function isLocked({ attempts, notBefore }: Attempts, now: Date): boolean {
  return attempts >= mostAttempts && notBefore !== null && notBefore > now;
}

function isForgotten({ attempts, lastAt }: Attempts, now: Date): boolean {
  return attempts >= mostAttempts || now.getTime() - lastAt.getTime() > rememberMs;
}

/** The problem shown to somebody who has to wait. */
export function waitProblem({
  kind,
  seconds,
}: {
  readonly kind: 'WAIT' | 'LOCKED';
  readonly seconds: number;
}): Problem {
  switch (kind) {
    case 'WAIT':
      return problem('TRY_LATER', {
        zh: `${seconds} 秒后再试，连续 ${mostAttempts} 次不对账号会锁定`,
        en: `Try again in ${seconds} s. After ${mostAttempts} wrong attempts in a row the account is locked.`,
      });
    case 'LOCKED':
      return problem('ACCOUNT_LOCKED', {
        zh: `连续 ${mostAttempts} 次不对，账号已锁定，${Math.ceil(seconds / 60)} 分钟后再试，或由单位管理员解锁`,
        en: `Locked after ${mostAttempts} wrong attempts in a row. Try again in ${Math.ceil(seconds / 60)} minutes, or ask your unit’s administrator to unlock it.`,
      });
  }
}
