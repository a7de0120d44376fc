/** What a file is by its first bytes. */
export type Content = 'zip' | 'compound' | 'text' | 'other' | 'empty';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Begins of files that are text or nearly so, yet no tables: PDF, RTF, HTML and XML pages, PostScript, scripts. */
const NO_TABLES = ['%PDF', '{\\rtf', '%!PS', '#!/', '<!', '<?', '<html', '<table', '<meta'];

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, at) => bytes[at] === byte);

/** Tells by the first bytes (4 KB suffice) what a file is; its name plays no part. */
export function detectContent(head: Uint8Array): Content {
  if (head.length === 0) return 'empty';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(head, COMPOUND)) return 'compound';
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return 'text';
  if (head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1a))) return 'other';
  const latin = new TextDecoder('latin1').decode(head.subarray(0, 64));
  const beginning = latin.replace(/^\u00EF\u00BB\u00BF/, '').trimStart();
  const isOther = NO_TABLES.some((prefix) => beginning.toLowerCase().startsWith(prefix.toLowerCase()));
  return isOther ? 'other' : 'text';
}

/** Whether a compound file holds an encrypted package rather than an old .xls: its directory names the stream. */
export function isEncryptedPackage(file: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength).includes(name);
}
