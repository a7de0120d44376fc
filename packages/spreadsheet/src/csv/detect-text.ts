import { createReadStream } from 'node:fs';
import { isBinary } from '../detect-content.ts';
import type { TextEncodingName } from '../workbook.ts';

/** The encoding and separator of a text file. */
export type TextShape = { readonly encoding: TextEncodingName; readonly separator: string };

/** Characters no text has; a few are an odd character in a cell, many show that the bytes were no text. */
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000E-\u0019]/g;

/** The replacement for bytes that are invalid in the encoding. */
const LOST = /\uFFFD/g;

/** Written by old programs after the last line. */
const END_OF_FILE = '\u001A';

/**
 * Streams a text file decoded, without its byte order mark; invalid bytes become U+FFFD, or throw a TypeError if
 * `fatal` is true.
 */
export async function* decodeFile(
  path: string,
  encoding: TextEncodingName,
  fatal = false,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal });
  let isFirst = true;
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = decoder.decode(piece as Buffer, { stream: true }).replaceAll(END_OF_FILE, '');
    if (text === '') continue;
    // The decoder removes the mark in UTF-8 and UTF-16; some programs also write it in GB18030.
    yield isFirst ? text.replace(/^\uFEFF/, '') : text;
    isFirst = false;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The encodings to try, by the byte order mark; without one UTF-8 comes first, because it is much stricter. */
function candidates(head: Uint8Array): readonly TextEncodingName[] {
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le'];
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be'];
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return ['utf-8'];
  return ['utf-8', 'gb18030'];
}

/** Counts separators outside quotes, line by line, for the first few hundred lines. */
class SeparatorCounter {
  private readonly counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  private readonly lines = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  private readonly inLine = new Set<string>();
  private quoted = false;
  private seen = 0;

  add(text: string): void {
    if (this.seen > 500) return;
    for (const character of text) {
      if (character === '"') this.quoted = !this.quoted;
      else if (this.quoted) continue;
      else if (character === '\n' || character === '\r') this.endLine();
      else if (this.counts.has(character)) {
        this.counts.set(character, this.counts.get(character)! + 1);
        this.inLine.add(character);
      }
    }
  }

  private endLine(): void {
    for (const character of this.inLine) this.lines.set(character, this.lines.get(character)! + 1);
    this.inLine.clear();
    this.seen++;
  }

  /** The separator found on most lines; if several are equal, the one found most often; a comma if there is none. */
  best(): string {
    this.endLine();
    const order = [...this.counts.keys()].sort(
      (a, b) => this.lines.get(b)! - this.lines.get(a)! || this.counts.get(b)! - this.counts.get(a)!,
    );
    return order[0] ?? ',';
  }
}

/** How well the bytes of a file match an encoding. */
type Fit = TextShape & { readonly lost: number; readonly beyondAscii: number };

/** Reads the whole file in an encoding; undefined if it is not text in that encoding. */
async function fitOf(path: string, encoding: TextEncodingName, fatal: boolean): Promise<Fit | undefined> {
  const separators = new SeparatorCounter();
  let characters = 0;
  let controls = 0;
  let lost = 0;
  let beyondAscii = 0;
  for await (const text of decodeFile(path, encoding, fatal)) {
    characters += text.length;
    controls += text.match(NO_TEXT)?.length ?? 0;
    lost += text.match(LOST)?.length ?? 0;
    beyondAscii += text.match(/[\u0080-\uFFFF]/g)?.length ?? 0;
    if (isBinary(controls, characters)) return undefined;
    separators.add(text);
  }
  return { encoding, separator: separators.best(), lost, beyondAscii };
}

/** Text in the wrong encoding loses more than this; a text with a damaged character in a cell loses less. */
const isNearlyWhole = ({ lost, beyondAscii }: Fit): boolean => lost * 5 <= beyondAscii - lost;

/**
 * Detects the encoding and separator of a text file by reading all of it, because a file may be plain ASCII for its
 * first 40 KB. A few damaged characters do not rule out an encoding. Undefined if it is not text in a known encoding.
 */
export async function detectText(path: string, head: Uint8Array): Promise<TextShape | undefined> {
  for (const encoding of candidates(head)) {
    const whole = await fitOf(path, encoding, true).catch(unlessFitting);
    if (whole !== undefined) return whole;
    const damaged = await fitOf(path, encoding, false);
    if (damaged !== undefined && isNearlyWhole(damaged)) return damaged;
  }
  return undefined;
}

function unlessFitting(fault: unknown): undefined {
  if (!(fault instanceof TypeError)) throw fault;
}
