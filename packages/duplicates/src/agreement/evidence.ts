/**
 * How one feature of two people agrees, and how much more often that happens between two entries of one person than
 * between two people, in bits (Fellegi and Sunter's log2 of m/u). Two people are strangers, relatives of one household,
 * or neighbours of one place: relatives share telephones, villages share surnames.
 */
export interface Evidence {
  readonly level: string;
  readonly stranger: number;
  readonly relative: number;
  readonly neighbour: number;
}

/** Evidence from m, the chance of the level for one person, and its chances for strangers, relatives, neighbours. */
export function evidence(level: string, m: number, stranger: number, relative: number, neighbour = stranger): Evidence {
  return {
    level,
    stranger: Math.log2(m / stranger),
    relative: Math.log2(m / relative),
    neighbour: Math.log2(m / neighbour),
  };
}
