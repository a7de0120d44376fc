import type { Readable } from 'node:stream';
import type { Limits } from '../limits.ts';
import { SpreadsheetRefused, zipBomb } from '../refusals.ts';
import { LONGEST_ESCAPE, unescapeText } from './escaped-text.ts';
import { readXml, streamXml, TextTooLong } from './xml-part.ts';

/** The strings that cells refer to by number. */
export type SharedStrings = { readonly count: number; readonly at: (index: number) => string | undefined };

/** A workbook without shared strings. */
export const NO_SHARED_STRINGS: SharedStrings = { count: 0, at: () => undefined };

/** The strings of a workbook, or the number of the first one that exceeds the limit of a cell. */
export type ReadStrings = { readonly strings: SharedStrings } | { readonly tooLong: number };

const CHUNK = 1024 * 1024;

/** Stores many strings as UTF-8 in a few large buffers, in a fifth of the memory of JavaScript strings. */
class StringStore {
  private readonly chunks: Buffer[] = [];
  private used = CHUNK;
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  bytes = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.used + length > CHUNK) {
      this.chunks.push(Buffer.allocUnsafe(CHUNK));
      this.used = 0;
    }
    const chunk = this.chunks.at(-1)!;
    chunk.write(text, this.used);
    this.starts.push((this.chunks.length - 1) * CHUNK + this.used);
    this.lengths.push(length);
    this.used += length;
    this.bytes += length;
  }

  get count(): number {
    return this.starts.length;
  }

  at(index: number): string | undefined {
    const start = this.starts[index];
    if (start === undefined) return undefined;
    const from = start % CHUNK;
    return this.chunks[Math.floor(start / CHUNK)]!.toString('utf8', from, from + this.lengths[index]!);
  }
}

/** Reads the shared strings; phonetic readings are left out. */
export async function readSharedStrings(part: Readable, limits: Limits): Promise<ReadStrings> {
  const store = new StringStore();
  try {
    await readStrings(part, limits, store);
  } catch (fault) {
    if (fault instanceof TextTooLong) return { tooLong: store.count };
    throw fault;
  }
  return { strings: cached(store) };
}

async function readStrings(part: Readable, limits: Limits, store: StringStore): Promise<void> {
  let current = '';
  let inText = false;
  let phonetic = 0;
  await readXml(part, 'sharedStrings', {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') phonetic++;
    },
    text: (text) => {
      if (!inText || phonetic > 0) return;
      current += text;
      if (current.length > limits.cellCharacters * LONGEST_ESCAPE) throw new TextTooLong('sharedStrings');
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        const text = unescapeText(current);
        if (text.length > limits.cellCharacters) throw new TextTooLong('sharedStrings');
        store.add(text);
        if (store.bytes > limits.sharedStringBytes) throw new SpreadsheetRefused(zipBomb());
      }
    },
  });
}

/** The reference of the first cell in a sheet that uses a string, such as G5. */
export async function findCellOfString(part: Readable, sheet: string, index: number): Promise<string | undefined> {
  let reference = '';
  let isString = false;
  let isValue = false;
  const found: string[] = [];
  const cells = streamXml(
    part,
    sheet,
    {
      open: (name, attributes) => {
        isValue = name === 'v' && isString;
        if (name !== 'c') return;
        reference = attributes['r'] ?? '';
        isString = attributes['t'] === 's';
      },
      text: (text) => {
        if (isValue && Number(text) === index) found.push(reference);
      },
    },
    () => found,
  );
  const { value } = await cells.next();
  await cells.return();
  return typeof value === 'string' ? value : undefined;
}

/** Caches the few strings that repeat (是, 否, names of units), so that they are decoded once. */
function cached(store: StringStore): SharedStrings {
  const recent = new Map<number, string>();
  const at = (index: number): string | undefined => {
    const known = recent.get(index);
    if (known !== undefined) return known;
    const text = store.at(index);
    if (text !== undefined && recent.size < 5_000) recent.set(index, text);
    return text;
  };
  return { count: store.count, at };
}
