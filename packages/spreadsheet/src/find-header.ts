import { isBlank, textOf } from './cell.ts';
import type { Row } from './cell.ts';
import { HeadingDictionary, meansSomethingElse, withoutCalendarYear } from './heading.ts';
import type { Hints, Vocabulary } from './heading.ts';
import type { SkippedRow } from './skipped-row.ts';

/** One column under its heading; `sure` is false if the field is only a guess for the clerk to confirm. */
export type HeaderColumn<Field extends string> = {
  /** From 1. */
  readonly column: number;
  readonly heading: string;
  readonly field?: Field;
  readonly sure: boolean;
  /** The field that this heading and another one both name: neither is used, and the clerk decides. */
  readonly doubled?: Field;
};

/** The headings of a table and the proposed mapping. */
export type Header<Field extends string> = {
  /** The row of the headings; the lower one if they take two rows. Data begins after it. */
  readonly headerRow: number;
  readonly headerRows: readonly number[];
  readonly columns: readonly HeaderColumn<Field>[];
  /** Column (from 1) of each field found. */
  readonly mapping: Readonly<Partial<Record<Field, number>>>;
  /** The titles and blank rows above. */
  readonly skipped: readonly SkippedRow[];
};

/** How many rows are searched for headings. */
const ROWS_SEARCHED = 60;

type Headings = { readonly rows: readonly Row[]; readonly texts: readonly string[] };

const textsOf = (row: Row): string[] => row.cells.map((cell) => textOf(cell).trim());

/** Combines two rows of headings: the lower text, or the upper one if the lower cell is merged with it. */
function joinHeadings<Field extends string>(upper: Row, lower: Row, dictionary: HeadingDictionary<Field>): string[] {
  const above = textsOf(upper);
  const below = textsOf(lower);
  let group = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
    const own = above[at] ?? '';
    const under = below[at] ?? '';
    if (own !== '') group = own;
    if (under === '') return own;
    const joined = `${group}${under}`;
    if (meansSomethingElse(withoutCalendarYear(group))) return joined;
    return dictionary.find(joined) === undefined && dictionary.find(under) !== undefined ? under : joined;
  });
}

function countSure<Field extends string>(texts: readonly string[], dictionary: HeadingDictionary<Field>): number {
  const found = texts.map((text) => (text === '' ? undefined : dictionary.find(text)));
  return new Set(found.filter((field) => field !== undefined)).size;
}

const mayBeHeadings = (row: Row): boolean =>
  row.cells.every((cell) => cell.kind === 'text' || cell.kind === 'blank') && !row.cells.every(isBlank);

/** Whether a row has text below one heading and the blank cells beside it, and nowhere else. */
function dividesGroup(upper: Row, lower: Row): boolean {
  const above = textsOf(upper);
  const filled = textsOf(lower).flatMap((text, at) => (text === '' ? [] : [at]));
  const [first = 0] = filled;
  const isGroup = filled.every((at, place) => at === first + place && (place === 0) === ((above[at] ?? '') !== ''));
  return filled.length >= 2 && isGroup;
}

function bestHeadings<Field extends string>(
  rows: readonly Row[],
  dictionary: HeadingDictionary<Field>,
): (Headings & { readonly score: number }) | undefined {
  let best: (Headings & { score: number }) | undefined;
  const scoreOf = (row: Row): number => countSure(textsOf(row), dictionary);
  const consider = (candidate: Headings, more = 0): void => {
    const score = countSure(candidate.texts, dictionary) + more;
    if (score > (best?.score ?? 0)) best = { ...candidate, score };
  };
  for (const row of rows) consider({ rows: [row], texts: textsOf(row) });
  for (const [at, lower] of rows.entries()) {
    const upper = rows[at - 1];
    if (upper === undefined || upper.number !== lower.number - 1 || !mayBeHeadings(lower)) continue;
    // Vocabulary words in both rows, or only below one group: the lower row divides a group, such as a spouse’s.
    const isDivided = scoreOf(upper) >= 2 && (scoreOf(lower) >= 2 || dividesGroup(upper, lower));
    consider({ rows: [upper, lower], texts: joinHeadings(upper, lower, dictionary) }, isDivided ? 0.5 : 0);
  }
  return best;
}

function proposeColumns<Field extends string>(
  texts: readonly string[],
  dictionary: HeadingDictionary<Field>,
): HeaderColumn<Field>[] {
  const named = texts.map((heading) => (heading === '' ? undefined : dictionary.find(heading)));
  const taken = new Set(named.filter((field) => field !== undefined));
  const doubled = new Set([...taken].filter((field) => named.indexOf(field) !== named.lastIndexOf(field)));
  return texts.flatMap((heading, at): HeaderColumn<Field>[] => {
    if (heading === '') return [];
    const column = at + 1;
    const known = named[at];
    if (known !== undefined) {
      return doubled.has(known)
        ? [{ column, heading, sure: false, doubled: known }]
        : [{ column, heading, field: known, sure: true }];
    }
    const guessed = dictionary.guess(heading, taken);
    if (guessed === undefined) return [{ column, heading, sure: false }];
    taken.add(guessed);
    return [{ column, heading, field: guessed, sure: false }];
  });
}

function rowsAbove(rows: readonly Row[], firstHeading: number): SkippedRow[] {
  const titles = new Map(rows.map((row) => [row.number, !row.cells.every(isBlank)]));
  return Array.from({ length: firstHeading - 1 }, (_, at) => ({
    row: at + 1,
    why: titles.get(at + 1) === true ? 'TITLE' : 'BLANK',
  }));
}

/**
 * Finds the headings of a table under its titles, in one row or two, and proposes which column is which field; a field
 * that two headings name is left to the clerk. Reads at most the first 60 rows. Undefined if no row names at least two
 * fields (or all, in a smaller vocabulary) by their own words. Stateless: the caller stores a mapping once it is
 * confirmed.
 */
export async function findHeader<Field extends string>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  vocabulary: Vocabulary<Field>,
  hints?: Hints<Field>,
): Promise<Header<Field> | undefined> {
  const dictionary = new HeadingDictionary(vocabulary, hints);
  const first: Row[] = [];
  for await (const row of rows) {
    first.push(row);
    if (first.length >= ROWS_SEARCHED) break;
  }
  const best = bestHeadings(first, dictionary);
  if (best === undefined || best.score < Math.min(2, Object.keys(vocabulary).length)) return undefined;
  const columns = proposeColumns(best.texts, dictionary);
  const mapping: Partial<Record<Field, number>> = {};
  for (const { column, field } of columns) if (field !== undefined) mapping[field] = column;
  const headerRows = best.rows.map(({ number }) => number);
  return {
    headerRow: headerRows.at(-1)!,
    headerRows,
    columns,
    mapping,
    skipped: rowsAbove(first, headerRows[0]!),
  };
}
