import type { Readable } from 'node:stream';
import type { Limits } from '../limits.ts';
import { cellTooLong, SpreadsheetRefused, zipBomb } from '../refusals.ts';
import { unescapeText } from './escaped-text.ts';
import { readXml } from './xml-part.ts';

/** The strings that cells point at by number. */
export type SharedStrings = { readonly count: number; readonly at: (index: number) => string | undefined };

/** A workbook without shared strings. */
export const NO_SHARED_STRINGS: SharedStrings = { count: 0, at: () => undefined };

const CHUNK = 1024 * 1024;

/** Keeps many strings as UTF-8 in a few large buffers: a fifth of what JavaScript strings would take. */
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

/** Reads the shared strings; phonetic readings are left out. Refused where one is longer than a cell may be. */
export async function readSharedStrings(part: Readable, limits: Limits): Promise<SharedStrings> {
  const store = new StringStore();
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
      if (current.length > limits.cellCharacters * 7) {
        throw new SpreadsheetRefused(cellTooLong(limits.cellCharacters, 'sharedStrings'));
      }
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        const text = unescapeText(current);
        if (text.length > limits.cellCharacters) {
          throw new SpreadsheetRefused(cellTooLong(limits.cellCharacters, 'sharedStrings'));
        }
        store.add(text);
        if (store.bytes > limits.sharedStringBytes) throw new SpreadsheetRefused(zipBomb());
      }
    },
  });
  return cached(store);
}

/** Remembers the few strings that repeat (是, 否, names of units) so they are decoded once. */
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
