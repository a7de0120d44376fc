import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random choices that a seed reproduces. */
export type Random = {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  oneOf<T>(choices: readonly T[]): T;
  /** True `percent` times in a hundred. */
  chance(percent: number): boolean;
};

export function createRandom(seed: number): Random {
  // Neighbouring seeds give similar first numbers: the seed is spread over the word, and some numbers are skipped.
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e37_79b1));
  for (let passed = 0; passed < 16; passed += 1) generator.next();
  const whole: Random['whole'] = (least, most) => uniformInt(generator, least, most);
  return {
    whole,
    oneOf(choices) {
      const chosen = choices[whole(0, choices.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
    chance: (percent) => whole(1, 100) <= percent,
  };
}
