import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import { damaged, entitiesDeclared, SpreadsheetRefused } from '../refusals.ts';

/** More text between two tags than any cell may contain; a caller that knows the cell reports it instead. */
export class TextTooLong extends SpreadsheetRefused {
  constructor(partName: string) {
    super(damaged(partName));
  }
}

/** The events of an XML part that a caller needs. Names come without their prefix (x:row → row). */
export type XmlEvents = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>, isSelfClosing: boolean) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** The most characters between two tags before a part is refused: far more than any cell may contain. */
const CHARACTERS_BETWEEN_TAGS = 4 * 1024 * 1024;

/** The deepest nesting accepted; real spreadsheet parts nest only a handful of elements. */
const DEEPEST = 128;

/** The local part of a prefixed name. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The decoder for an XML part: by its byte order mark, its first bytes, or its declaration; UTF-8 by default. */
function decoderFor(head: Uint8Array): TextDecoder {
  const [first, second] = head;
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be');
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le');
  const declaration = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const named = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i.exec(declaration)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(/^utf-?16/i.test(named) ? 'utf-8' : named, { fatal: true });
  } catch {
    throw new SpreadsheetRefused(damaged(named));
  }
}

/** The text of an XML part in pieces, decoded. */
export async function* decodedPieces(part: Readable): AsyncGenerator<string, void> {
  let decoder: TextDecoder | undefined;
  for await (const piece of part) {
    const bytes = piece as Buffer;
    decoder ??= decoderFor(bytes);
    yield decoder.decode(bytes, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

/** A strict parser without namespaces; it refuses document types before any entity could be used. */
export function strictParser(partName: string): SaxesParser<{ xmlns: false; position: false }> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new SpreadsheetRefused(entitiesDeclared());
  });
  parser.on('error', () => {
    throw new SpreadsheetRefused(damaged(partName));
  });
  return parser;
}

/** Feeds a part to a parser piece by piece; after each piece `afterPiece` may yield what was collected. */
export async function* feed<T>(
  part: Readable,
  parser: SaxesParser<{ xmlns: false; position: false }>,
  partName: string,
  taken: () => readonly T[],
  progress: { events: number },
  pieces: AsyncIterable<string> = decodedPieces(part),
): AsyncGenerator<T, void> {
  let quiet = 0;
  let seen = 0;
  try {
    for await (const text of pieces) {
      parser.write(text);
      quiet = progress.events === seen ? quiet + text.length : 0;
      seen = progress.events;
      if (quiet > CHARACTERS_BETWEEN_TAGS) throw new TextTooLong(partName);
      yield* taken();
    }
    parser.close();
    yield* taken();
  } catch (fault) {
    throw fault instanceof SpreadsheetRefused ? fault : new SpreadsheetRefused(damaged(partName));
  } finally {
    part.destroy();
  }
}

/** Parses a part and yields what `taken` collects. Throws `SpreadsheetRefused` if the part is not well formed. */
export async function* streamXml<T>(
  part: Readable,
  partName: string,
  events: XmlEvents,
  taken: () => readonly T[],
  pieces?: AsyncIterable<string>,
): AsyncGenerator<T, void> {
  const parser = strictParser(partName);
  const progress = { events: 0 };
  const { open, close, text } = events;
  let depth = 0;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    progress.events++;
    if (++depth > DEEPEST) throw new SpreadsheetRefused(damaged(partName));
    open?.(localName(tag.name), tag.attributes, tag.isSelfClosing);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    progress.events++;
    depth--;
    close?.(localName(tag.name));
  });
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  yield* feed(part, parser, partName, taken, progress, pieces);
}

/** Parses a whole part, or the given pieces of its text, only for its events. */
export async function readXml(
  part: Readable,
  partName: string,
  events: XmlEvents,
  pieces?: AsyncIterable<string>,
): Promise<void> {
  const rest = streamXml<never>(part, partName, events, () => [], pieces);
  await rest.next();
}
