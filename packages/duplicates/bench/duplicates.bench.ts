import { millisecondsOf, type Measurement } from '@nuangong/measurement';
import { blindWith, featuresWith, findDuplicates } from '../src/index.ts';
import { heldOutErrors, plantDuplicates, tuningErrors } from '../src/testing/clerks-errors.ts';
import { inventRegister } from '../src/testing/invented-register.ts';
import { randomFrom } from '../src/testing/random.ts';

const people = 150_000;
const enteredTwice = 7_500;
const runs = 3;
const minute = 60_000;

/** The comparison of a whole city, as every night: reading and blinding every person, and scoring the pairs. */
export async function measure(): Promise<readonly Measurement[]> {
  const random = randomFrom(1);
  const register = inventRegister(random, people - enteredTwice, 0.08);
  const city = plantDuplicates(random, register, { ...tuningErrors, ...heldOutErrors }, enteredTwice).people;
  const times: number[] = [];
  let pairs = 0;
  for (let run = 0; run < runs; run++) {
    const read = featuresWith(blindWith(Buffer.alloc(32, run)));
    times.push(
      await millisecondsOf(() => {
        pairs = findDuplicates(city.map(read)).length;
        return Promise.resolve();
      }),
    );
  }
  return [
    {
      zh: '全市 15 万人每夜查重一遍，用时（分钟）',
      en: 'duplicates among 150,000 people, as every night: minutes',
      ratios: times.map((time) => time / minute),
      aim: { most: 1 },
      detail: `${pairs} pairs, ${enteredTwice} people entered twice`,
    },
  ];
}
