import { blockKeys, dividingKeys } from './block-keys.ts';
import { joinTokens, type Token } from './blind.ts';
import type { PersonFeatures } from './person-features.ts';

/** The most people of one block who are compared each with each. */
export const largestBlock = 48;
const window = 12;

/** Who shares a key with whom: for each person their blocks, for each block its people in order. */
export interface CandidateBlocks {
  readonly blocksOf: readonly (readonly (readonly number[])[])[];
}

/**
 * Groups people by their keys. A block of more than `largestBlock` people (a common name, a village's telephone) is
 * divided by further keys, and in what remains too large only neighbours are compared: the number of comparisons grows
 * with the people, not with their square.
 */
export function groupInBlocks(people: readonly PersonFeatures[]): CandidateBlocks {
  const blocksOf: (readonly number[])[][] = people.map(() => []);
  const keep = (block: readonly number[]): void => {
    for (const member of block) blocksOf[member]?.push(block);
  };
  const groups = new Map<Token, number[] | number>();
  for (const [at, person] of people.entries()) {
    for (const key of blockKeys(person)) put(groups, key, at);
  }
  for (const [key, block] of groups) {
    if (typeof block === 'number') continue;
    if (block.length <= largestBlock) keep(block);
    else for (const part of divide(people, key, block)) keep(part);
  }
  return { blocksOf };
}

/** Most keys have one person: the group is made with the second. */
function put(groups: Map<Token, number[] | number>, key: Token, member: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, member);
  else if (typeof group === 'number') groups.set(key, [group, member]);
  else group.push(member);
}

/** People who cannot be told apart by any key are compared with the few entered before and after them. */
function windowsOf(part: readonly number[]): readonly (readonly number[])[] {
  const step = window / 2;
  return Array.from({ length: Math.ceil(part.length / step) }, (_, at) => part.slice(at * step, at * step + window));
}

function divide(
  people: readonly PersonFeatures[],
  key: Token,
  block: readonly number[],
): readonly (readonly number[])[] {
  const groups = new Map<Token, number[] | number>();
  for (const member of block) {
    const person = people[member];
    if (person === undefined) continue;
    for (const further of new Set(dividingKeys(person))) put(groups, joinTokens(key, further), member);
  }
  return [...groups.values()].flatMap((part) => {
    if (typeof part === 'number') return [];
    return part.length <= largestBlock ? [part] : windowsOf(part);
  });
}
