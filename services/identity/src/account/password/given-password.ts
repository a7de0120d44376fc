import { randomInt } from 'node:crypto';

/** After this a password given by an administrator expires; in milliseconds. */
export const givenPasswordLifetimeMs = 7 * 24 * 60 * 60 * 1000;

/** Letters and digits that are not confused when read out. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be read out or written down once and then changed: 16 characters, 79 bits of entropy. */
export function makeGivenPassword(pick: (below: number) => number = randomInt): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[pick(alphabet.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
