import { checkCharacterOf } from '@nuangong/primitives';
import type { Random } from '../random.ts';

/** An identity number that no other household of the cell has: the seed chooses the day and the sequence number. */
export function inventIdentityNumber(random: Random, taken: Set<string>): string {
  while (true) {
    const year = random.whole(1955, 1995);
    const month = String(random.whole(1, 12)).padStart(2, '0');
    const day = String(random.whole(1, 28)).padStart(2, '0');
    const first17 = `510107${year}${month}${day}${String(random.whole(0, 999)).padStart(3, '0')}`;
    const number = `${first17}${checkCharacterOf(first17)}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}
