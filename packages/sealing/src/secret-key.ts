import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Brand } from '@nuangong/primitives';

/** A key of 32 bytes, prepared once: Node prepares plain bytes anew for each use, which costs six times the sealing. */
export type SecretKey = Brand<KeyObject, 'SecretKey'>;

/** Bytes of a master key, of a data key and of a blind index's key. */
export const keyBytes = 32;

/** Reads a key from base64; throws where it is not 32 bytes, naming the variable. */
export function readKey(base64: string | undefined, variable: string): SecretKey {
  const key = Buffer.from(base64 ?? '', 'base64');
  if (key.length !== keyBytes) throw new Error(`${variable} must be ${keyBytes} bytes in base64`);
  return createSecretKey(key) as SecretKey;
}

/** A key for one purpose alone, made of another (HKDF-SHA-256, RFC 5869): no key serves two purposes. */
export function deriveKey(key: SecretKey, purpose: string, bytes = keyBytes): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `nuangong ${purpose}`, bytes));
}

/** The same, as a key. */
export function derivedKey(key: SecretKey, purpose: string): SecretKey {
  return createSecretKey(deriveKey(key, purpose)) as SecretKey;
}

/** Names a key without telling anything of it: eight hexadecimal digits. */
export function keyIdOf(key: SecretKey): string {
  return createHmac('sha256', key).update('nuangong key id').digest('hex').slice(0, 8);
}
