import type { FundSource } from '@nuangong/events';
import type { LocalDate } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';

/** What an account of the chart (工会会计制度) is for; the database knows its code. Income is booked by its source. */
export type AccountRole = 'BANK' | 'FROM_SUPERIOR' | `INCOME_${FundSource}`;

/** One side of an entry, in fen. */
export interface PostedLine {
  readonly account: AccountRole;
  readonly fund: string;
  readonly debit?: bigint;
  readonly credit?: bigint;
}

/** What an entry (记账凭证) records. Each source record is entered once. */
export interface PostedEntry {
  readonly book: string;
  readonly on: LocalDate;
  readonly memo: string;
  readonly originType: 'RECEIPT' | 'ALLOCATION_ARRIVED';
  readonly originId: string;
  readonly lines: readonly PostedLine[];
}

/** Writes one entry with its lines, numbered without gaps within its book and month; returns its id. */
export async function postEntry(tx: Transaction, entry: PostedEntry): Promise<string> {
  const lines = JSON.stringify(entry.lines, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const rows = await tx.$queryRaw<readonly { id: string }[]>`
    select post_entry(${entry.book}, ${entry.on}::date, ${entry.memo}, ${entry.originType}, ${entry.originId}::uuid,
      ${lines}::jsonb)::text as id`;
  const [posted] = rows;
  if (posted === undefined) throw new Error('the entry was not posted');
  return posted.id;
}

/** Locks a book until the transaction ends, so that changes to its money run one after another. */
export async function lockBook(tx: Transaction, book: string): Promise<void> {
  await tx.$executeRaw`select lock_book(${book})`;
}
