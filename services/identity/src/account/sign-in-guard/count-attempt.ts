import { blindIndexOf, type SecretKey } from '@nuangong/sealing';
import type { Database } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import { admitAttempt, rememberMs, type Admission, type Attempts } from './sign-in-guard.ts';

/** What attempts are counted for; only its keyed digest is stored, because people type passwords into name fields. */
export type AttemptTarget = Uint8Array<ArrayBuffer>;

interface AttemptRow {
  readonly attempts: number;
  readonly last_at: Date;
  readonly not_before: Date | null;
}

/**
 * The target of guesses at a username's password: from anywhere, or from a device on which its owner has signed in
 * before. They are counted separately, so that a stranger's guesses do not lock the owner out.
 */
export function passwordTarget(key: SecretKey, username: string, from: 'ANYWHERE' | 'KNOWN_DEVICE'): AttemptTarget {
  return Uint8Array.from(blindIndexOf(key, `password of ${username} from ${from}`));
}

/** All targets of an account that wrong attempts can lock. */
export function targetsOf(
  key: SecretKey,
  { id, username }: { readonly id: string; readonly username: string },
): readonly AttemptTarget[] {
  return [
    passwordTarget(key, username, 'ANYWHERE'),
    passwordTarget(key, username, 'KNOWN_DEVICE'),
    secondFactorTarget(key, id),
  ];
}

/** The target of guesses at a member of staff's second factor. */
export function secondFactorTarget(key: SecretKey, staffId: string): AttemptTarget {
  return Uint8Array.from(blindIndexOf(key, `second factor of ${staffId}`));
}

const mostForgottenAtOnce = 20;

/**
 * Counts an attempt before it is judged, in a separate transaction under a lock of the row; returns whether it may be
 * judged at all. Also deletes a few expired rows.
 */
export function countAttempt(database: Database<Transaction>, target: AttemptTarget, now: Date): Promise<Admission> {
  return database.withoutIdentity(async (tx) => {
    await tx.$executeRaw`insert into sign_in_attempt (target, last_at) values (${target}, ${now}) on conflict do nothing`;
    const [row] = await tx.$queryRaw<AttemptRow[]>`
      select attempts, last_at, not_before from sign_in_attempt where target = ${target} for update`;
    const admission = admitAttempt(row === undefined ? null : attemptsOf(row), now);
    if (admission.kind !== 'JUDGE') return admission;
    const { attempts, notBefore } = admission.next;
    await tx.$executeRaw`
      update sign_in_attempt set attempts = ${attempts}, last_at = ${now}, not_before = ${notBefore}
      where target = ${target}`;
    await tx.$executeRaw`
      delete from sign_in_attempt where target in (
        select target from sign_in_attempt where last_at < ${new Date(now.getTime() - rememberMs)}
        order by last_at limit ${mostForgottenAtOnce} for update skip locked)`;
    return admission;
  });
}

/** Deletes the attempts at these targets: one was right, or an administrator unlocks the account. */
export async function forgetAttempts(tx: Transaction, targets: readonly AttemptTarget[]): Promise<void> {
  await tx.$executeRaw`delete from sign_in_attempt where target = any(${[...targets]}::bytea[])`;
}

/** The stored attempts at each of these targets, by their digest in hexadecimal. */
export async function attemptsAt(
  tx: Transaction,
  targets: readonly AttemptTarget[],
): Promise<ReadonlyMap<string, Attempts>> {
  const rows = await tx.$queryRaw<(AttemptRow & { readonly target: Uint8Array })[]>`
    select target, attempts, last_at, not_before from sign_in_attempt where target = any(${[...targets]}::bytea[])`;
  return new Map(rows.map((row) => [Buffer.from(row.target).toString('hex'), attemptsOf(row)]));
}

function attemptsOf({ attempts, last_at: lastAt, not_before: notBefore }: AttemptRow): Attempts {
  return { attempts, lastAt, notBefore };
}
