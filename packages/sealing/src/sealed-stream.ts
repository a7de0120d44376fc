import { randomBytes } from 'node:crypto';
import { cipherOf, readCipherName, type CipherName, type PreparedKey } from './cipher.ts';
import { keyBytes } from './secret-key.ts';

/** The key of a single file, in its stored form: `<cipher>:<32 bytes in base64>`, which must itself be sealed. */
export type FileKey = string;

/** A new key for one file. */
export function makeFileKey(cipher: CipherName): FileKey {
  return `${cipher}:${randomBytes(keyBytes).toString('base64')}`;
}

const pieceBytes = 64 * 1024;
const lengthBytes = 4;
/** The bit of a piece's length that marks the last piece. */
const lastBit = 0x8000_0000;
/** A sealed piece is longer than a plain one by a nonce and a tag; nothing that we wrote is longer than this. */
const mostSealedBytes = pieceBytes + 256;

/**
 * Seals a stream in pieces of 64 KiB, each bound to the file, its position and whether it is the last (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizár): with pieces omitted, swapped, added or cut off, opening
 * fails.
 *
 * @param boundTo identifies the file; opening requires the same value.
 */
export async function* sealStream(
  key: FileKey,
  source: AsyncIterable<Uint8Array>,
  boundTo: string,
): AsyncGenerator<Buffer> {
  const prepared = prepare(key);
  let pending = Buffer.alloc(0);
  let place = 0;
  for await (const chunk of source) {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length > pieceBytes) {
      yield framed(prepared.seal(pending.subarray(0, pieceBytes), associatedWith(boundTo, place, false)), false);
      pending = pending.subarray(pieceBytes);
      place += 1;
    }
  }
  yield framed(prepared.seal(pending, associatedWith(boundTo, place, true)), true);
}

/** Opens what `sealStream` sealed, piece by piece; throws before it yields a piece that was not sealed so. */
export async function* openStream(
  key: FileKey,
  sealed: AsyncIterable<Uint8Array>,
  boundTo: string,
): AsyncGenerator<Buffer> {
  const prepared = prepare(key);
  let pending = Buffer.alloc(0);
  let place = 0;
  let ended = false;
  for await (const chunk of sealed) {
    pending = Buffer.concat([pending, chunk]);
    for (let piece = pieceOf(pending); piece !== undefined; piece = pieceOf(pending)) {
      if (ended) throw new Error('something follows the last piece of the sealed file');
      yield prepared.open(piece.body, associatedWith(boundTo, place, piece.last));
      ended = piece.last;
      place += 1;
      pending = pending.subarray(lengthBytes + piece.body.length);
    }
  }
  if (!ended || pending.length > 0) throw new Error('the sealed file is cut off');
}

function pieceOf(bytes: Buffer): { readonly body: Buffer; readonly last: boolean } | undefined {
  if (bytes.length < lengthBytes) return undefined;
  const head = bytes.readUInt32BE(0);
  const last = head >= lastBit;
  const length = last ? head - lastBit : head;
  if (length > mostSealedBytes) throw new Error('not a sealed file');
  return bytes.length < lengthBytes + length
    ? undefined
    : { body: bytes.subarray(lengthBytes, lengthBytes + length), last };
}

function framed(sealed: Buffer, last: boolean): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(last ? sealed.length + lastBit : sealed.length);
  return Buffer.concat([length, sealed]);
}

function associatedWith(boundTo: string, place: number, last: boolean): Buffer {
  return Buffer.from(JSON.stringify(['file', boundTo, place, last]));
}

function prepare(key: FileKey): PreparedKey {
  const [name, bytes = ''] = key.split(':');
  const cipher = readCipherName(name);
  if (cipher === undefined) throw new Error('not the key of a sealed file');
  return cipherOf(cipher).prepare(Buffer.from(bytes, 'base64'));
}
