import type { Database } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';

const atOnce = 2_000;

/** Gives the people of rosters the keys by which they are found, some thousands a transaction. */
export async function fillSoughtKeys({ pool }: Database<Transaction>, stopping: () => boolean): Promise<void> {
  for (let filled = atOnce; filled === atOnce && !stopping();) {
    const { rows } = await pool.query<{ filled: number }>('select fill_keys_of_people($1) as filled', [atOnce]);
    filled = rows[0]?.filled ?? 0;
  }
}
