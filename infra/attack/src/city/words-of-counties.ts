import { serviceNames } from '@nuangong/local';
import { isForeign } from '../judge.ts';
import { enteredByAll } from '../request/lawful-text.ts';
import { everybodysWords, type Words } from '../request/words.ts';
import type { Attacker } from './attacker.ts';
import type { Ownership } from './ownership.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
/** Words that any attacker would try. */
export const plainTexts = ['临江', '青禾', '户', '%', '', 'warmth-table', 'a', "' or 1=1 --", '1978'];
const mostWords = 4_000;

/** Ids and words for each scope, half of them its own and half of the other county. */
export function wordsOf(
  owners: Ownership,
  attackers: readonly Attacker[],
  ofTable: Words['ofTable'],
): ReadonlyMap<string, Words> {
  return new Map(
    [...new Set(attackers.map(({ scope }) => scope))].map((scope) => {
      const mine: string[] = [];
      const strange: string[] = [];
      const texts = [...plainTexts];
      for (const [value] of owners) {
        const foreign = isForeign(value, scope, owners);
        if (uuid.test(value)) (foreign ? strange : mine).push(value);
        else if (foreign && value.length <= 20 && texts.length < mostWords) texts.push(value);
      }
      const few = Math.min(mine.length, strange.length, mostWords);
      return [scope, { ids: [...spread(mine, few), ...spread(strange, few)], texts, ofTable }] as const;
    }),
  );
}

/** The owners of all values, without the words that commands of both counties enter. */
export function withoutCommon(owners: Ownership): Ownership {
  const common = new Set<string>([...everybodysWords, ...enteredByAll, ...serviceNames]);
  return new Map([...owners].filter(([value]) => !common.has(value)));
}

/** This many of them, spread over the list. */
function spread(all: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => all[Math.floor((place * all.length) / count)] ?? '');
}
