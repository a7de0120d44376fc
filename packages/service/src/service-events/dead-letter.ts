import type { TransactionClient } from '../transaction-client.ts';
import { letterWithin } from './letter-within.ts';

/** A dead letter as stored; the graph decides what of it is shown. */
export interface KeptLetter {
  readonly id: string;
  readonly envelope: unknown;
  readonly cause: string;
  readonly stack: string | null;
  readonly attempts: number;
  readonly diedAt: Date;
  readonly replayedAt: Date | null;
  /** Who last had it handled again, if the reader's organisation may know. */
  readonly redrivenBy: string | null;
}

/** The filter of dead letters; waiting ones unless `replayed`. */
export interface LetterFilter {
  readonly type?: string | null | undefined;
  readonly cause?: string | null | undefined;
  readonly replayed?: boolean | null | undefined;
}

/** The record type in the audit entries of redriving. */
export const deadLetterRecord = 'DeadLetter';

const columns = `letter.id::text as id, letter.envelope, letter.cause, letter.stack, letter.attempts,
  letter.died_at as "diedAt", letter.replayed_at as "replayedAt",
  (select staff_name from audit_entry
   where record_type = '${deadLetterRecord}' and record_id = letter.id::text
   order by audit_entry.id desc limit 1) as "redrivenBy"`;

const asked = `(letter.replayed_at is not null) = $2::boolean
  and ($3::text is null or letter.type = $3) and ($4::text is null or letter.cause = $4) and ${letterWithin(1)}`;

function parametersOf(scope: string, filter: LetterFilter): readonly unknown[] {
  return [scope, filter.replayed ?? false, filter.type ?? null, filter.cause ?? null];
}

/** A page of dead letters, newest first, and their total number; two statements. */
export async function listLetters(
  tx: TransactionClient,
  scope: string,
  filter: LetterFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<{ readonly items: readonly KeptLetter[]; readonly total: number }> {
  const parameters = parametersOf(scope, filter);
  const items = (await tx.$queryRawUnsafe(
    `select ${columns} from dead_letter as letter where ${asked} order by letter.id desc offset $5::int limit $6::int`,
    ...parameters,
    page.skip,
    page.take,
  )) as readonly KeptLetter[];
  const [counted] = (await tx.$queryRawUnsafe(
    `select count(*)::int as total from dead_letter as letter where ${asked}`,
    ...parameters,
  )) as readonly { total: number }[];
  return { items, total: counted?.total ?? 0 };
}

/** The letters with these ids in the scope, waiting or not; unknown ids are ignored. */
export async function findLetters(
  tx: TransactionClient,
  scope: string,
  ids: readonly string[],
): Promise<readonly KeptLetter[]> {
  const numbers = ids.filter((id) => /^\d{1,18}$/u.test(id));
  return (await tx.$queryRawUnsafe(
    `select ${columns} from dead_letter as letter
     where letter.id = any($2::text[]::bigint[]) and ${letterWithin(1)}`,
    scope,
    numbers,
  )) as readonly KeptLetter[];
}

/** The waiting letters of a type or a cause that have waited longest, so that those that fail again come last. */
export async function oldestAlike(
  tx: TransactionClient,
  scope: string,
  filter: LetterFilter,
  most: number,
): Promise<readonly string[]> {
  const rows = (await tx.$queryRawUnsafe(
    `select letter.id::text as id from dead_letter as letter where ${asked}
     order by letter.died_at, letter.id limit $5::int`,
    ...parametersOf(scope, { ...filter, replayed: false }),
    most,
  )) as readonly { id: string }[];
  return rows.map(({ id }) => id);
}

/** The number of waiting letters by type; one statement. */
export async function countByType(
  tx: TransactionClient,
  scope: string,
): Promise<readonly { readonly type: string | null; readonly waiting: number }[]> {
  return (await tx.$queryRawUnsafe(
    `select type, count(*)::int as waiting from dead_letter
     where replayed_at is null and ${letterWithin(1)} group by type order by 2 desc, 1`,
    scope,
  )) as readonly { type: string | null; waiting: number }[];
}
