/** What a request may name: ids and words of the attacker's own county and of the other. */
export type Words = {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** The ids of both counties' rows, by table. */
  readonly ofTable: ReadonlyMap<string, readonly string[]>;
};

/**
 * The words that commands of all attackers enter. They must not be words of a county: entering them would make them
 * values of the attacker's own county.
 */
export const everybodysWords = ['试探', '同意', '2026', 'x'];

/** No words. */
export const noWords: Words = { ids: [], texts: [], ofTable: new Map() };

/**
 * The ids that fit a name such as `Household`, `householdId` or `approveApplications`: those of the table with the
 * longest name, or end of a name, that occurs in it; all ids if there is none.
 */
export function idsFor({ ids, ofTable }: Words, name: string): readonly string[] {
  const plain = name.toLowerCase();
  let [best, found]: [number, readonly string[]] = [0, ids];
  for (const [table, known] of ofTable) {
    const parts = table.split('_');
    for (let from = 0; from < parts.length; from += 1) {
      const word = parts.slice(from).join('');
      if (known.length > 0 && word.length > best && plain.includes(word)) [best, found] = [word.length, known];
    }
  }
  return found;
}
