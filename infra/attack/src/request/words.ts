/** What a request may name: ids and words of one's own and of strangers. */
export type Words = {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** The ids of one's own and of strangers' rows, by their table. */
  readonly ofTable: ReadonlyMap<string, readonly string[]>;
};

/**
 * What commands of all attackers enter, and so tells nobody's rows from another's: were it a stranger's words, they
 * would be one's own from then on.
 */
export const everybodysWords = ['试探', '同意', '2026', 'x'];

/** Nothing to name. */
export const noWords: Words = { ids: [], texts: [], ofTable: new Map() };

/**
 * The ids that fit where something is named so: `Household`, `householdId`, `approveApplications`. The table whose
 * name, or the end of it, stands in the name and is longest; all ids where there is none.
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
