import type { Bilingual } from '@nuangong/primitives';

/** The type of a file by its first bytes. `what` names, in the clerk's words, a file that is not a table. */
export type Content =
  | { readonly kind: 'zip' | 'compound' | 'text' | 'empty' }
  | { readonly kind: 'other'; readonly what: Bilingual };

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const PICTURE = { zh: '图片', en: 'a picture' };
const ARCHIVE = { zh: '压缩包（解压后上传里面的表格）', en: 'an archive (unpack it and upload the table inside)' };
const PAGE = { zh: '网页', en: 'a web page' };
/** Text without columns. */
export const TEXT: Bilingual = { zh: '文字', en: 'a text' };
/** An unknown type. */
export const UNKNOWN: Bilingual = { zh: '其他文件', en: 'another kind of file' };
/** A text document of any program. */
export const DOCUMENT: Bilingual = { zh: '文字文档（Word 或 WPS 文字）', en: 'a text document (Word or WPS Writer)' };
/** A presentation. */
export const SLIDES: Bilingual = { zh: '演示文稿（PPT）', en: 'slides' };
/** Archives that are not workbooks. */
export const PACKED: Bilingual = ARCHIVE;

/** The first bytes of binary files that are not tables. */
const NO_TABLES: readonly (readonly [readonly number[], Bilingual])[] = [
  [[0x89, 0x50, 0x4e, 0x47], PICTURE],
  [[0xff, 0xd8, 0xff], PICTURE],
  [[0x47, 0x49, 0x46, 0x38], PICTURE],
  [[0x49, 0x49, 0x2a, 0x00], PICTURE],
  [[0x4d, 0x4d, 0x00, 0x2a], PICTURE],
  [[0x42, 0x4d], PICTURE],
  [[0x52, 0x61, 0x72, 0x21], ARCHIVE],
  [[0x37, 0x7a, 0xbc, 0xaf], ARCHIVE],
  [[0x1f, 0x8b], ARCHIVE],
];

/** The beginnings of text-like files that are not tables. */
const NO_TABLE_TEXTS: readonly (readonly [string, Bilingual])[] = [
  ['%pdf', { zh: 'PDF', en: 'a PDF' }],
  ['{\\rtf', DOCUMENT],
  ['%!ps', { zh: 'PDF', en: 'a PDF' }],
  ['#!/', TEXT],
  ['<!', PAGE],
  ['<?', PAGE],
  ['<html', PAGE],
  ['<table', PAGE],
  ['<meta', PAGE],
  ['mime-version:', PAGE],
  ['begin:v', TEXT],
  ['{"', TEXT],
  ['[{', TEXT],
];

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, at) => bytes[at] === byte);

/** Whether there are too many control bytes at the beginning for a text file; a few odd characters are not too many. */
export function isBinary(controls: number, bytes: number): boolean {
  return controls > 2 + bytes / 50;
}

const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x1a);

/** Detects the type of a file by its first bytes (4 KB suffice), not by its name. */
export function detectContent(head: Uint8Array): Content {
  if (head.length === 0) return { kind: 'empty' };
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return { kind: 'zip' };
  if (startsWith(head, COMPOUND)) return { kind: 'compound' };
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return { kind: 'text' };
  const latin = new TextDecoder('latin1').decode(head.subarray(0, 64));
  const beginning = latin
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase();
  const text = NO_TABLE_TEXTS.find(([prefix]) => beginning.startsWith(prefix));
  if (text !== undefined) return { kind: 'other', what: text[1] };
  const isText = !isBinary(head.filter(isControl).length, head.length);
  const known = NO_TABLES.find(([prefix]) => startsWith(head, prefix));
  if (known !== undefined && (!isText || known[0].length > 2)) return { kind: 'other', what: known[1] };
  if (isText) return { kind: 'text' };
  return { kind: 'other', what: latin.slice(4, 8) === 'ftyp' ? PICTURE : UNKNOWN };
}

/** Detects the content of a compound file of old Microsoft programs from the stream names in its directory. */
export function detectCompound(file: Uint8Array): 'encrypted' | 'document' | 'slides' | 'table' {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const names = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (names('EncryptedPackage')) return 'encrypted';
  if (names('WordDocument')) return 'document';
  return names('PowerPoint Document') ? 'slides' : 'table';
}
