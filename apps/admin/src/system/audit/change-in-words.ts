import { fen, formatYuanGrouped, isLocalDate } from '@nuangong/primitives';
import { moment } from '../../base/display/dates.ts';

/** One value of an entry: its name, and what it was and became; null where there was none. */
export interface ValueChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How to say a name of the log, and a code that stands as a value in an entry on a record of some type. */
export interface ChangeWords {
  readonly fieldOf: (name: string) => string | undefined;
  readonly codeOf: (recordType: string, code: string) => string | undefined;
  readonly yes: string;
  readonly no: string;
  readonly separator: string;
}

/** Ids: the entry's link leads to its record, and further ones say nothing to a reader. */
const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** What an entry says before and after, value by value, in words and with units; ids left out. */
export function changeInWords(
  entry: { readonly recordType: string; readonly before: unknown; readonly after: unknown },
  words: ChangeWords,
): readonly ValueChange[] {
  const [before, after] = [flat(entry.before), flat(entry.after)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const said = (values: ReadonlyMap<string, unknown>): string | null => {
      const value = values.get(name);
      return value === undefined || value === null ? null : valueInWords(name, value, entry.recordType, words);
    };
    const change = { name: words.fieldOf(name) ?? name, before: said(before), after: said(after) };
    return change.before === null && change.after === null ? [] : [change];
  });
}

/** The values of an entry by name; those of a value within by their own names. */
function flat(value: unknown): ReadonlyMap<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, each]): [string, unknown][] => {
      if (isId(each) || (Array.isArray(each) && each.length > 0 && each.every(isId))) return [];
      return each !== null && typeof each === 'object' && !Array.isArray(each) ? [...flat(each)] : [[name, each]];
    }),
  );
}

function valueInWords(name: string, value: unknown, recordType: string, words: ChangeWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) {
    return value.map((each) => valueInWords(name, each, recordType, words)).join(words.separator);
  }
  if (value !== null && typeof value === 'object') {
    return [...flat(value)]
      .map(([key, each]) => `${words.fieldOf(key) ?? key} ${valueInWords(key, each, recordType, words)}`)
      .join(words.separator);
  }
  const text = String(value);
  if (name.endsWith('Fen') && /^-?\d+$/.test(text)) return `¥${formatYuanGrouped(fen(BigInt(text)))}`;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return moment(text);
  if (isLocalDate(text)) return text;
  return words.codeOf(recordType, text) ?? words.fieldOf(text) ?? text;
}
