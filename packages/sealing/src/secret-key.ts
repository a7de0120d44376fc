import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Brand } from '@nuangong/primitives';

/**
 * A 32-byte key, prepared once: Node would prepare plain bytes again for each use, which costs six times the sealing.
 */
export type SecretKey = Brand<KeyObject, 'SecretKey'>;

/** The length of master keys, data keys and blind-index keys, in bytes. */
export const keyBytes = 32;

/** Reads a key from base64; throws if it is not 32 bytes, naming the variable. */
export function readKey(base64: string | undefined, variable: string): SecretKey {
  const key = Buffer.from(base64 ?? '', 'base64');
  if (key.length !== keyBytes) throw new Error(`${variable} must be ${keyBytes} bytes in base64`);
  return createSecretKey(key) as SecretKey;
}

/** Derives a key for one purpose from another (HKDF-SHA-256, RFC 5869), so that no key serves two purposes. */
export function deriveKey(key: SecretKey, purpose: string, bytes = keyBytes): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `nuangong ${purpose}`, bytes));
}

/** Like `deriveKey`, as a `SecretKey`. */
export function derivedKey(key: SecretKey, purpose: string): SecretKey {
  return createSecretKey(deriveKey(key, purpose)) as SecretKey;
}

/** An id for a key that reveals nothing about it: eight hexadecimal digits. */
export function keyIdOf(key: SecretKey): string {
  return createHmac('sha256', key).update('nuangong key id').digest('hex').slice(0, 8);
}
