import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Brand } from '@nuangong/primitives';

/** A key of 32 bytes, prepared once: Node prepares plain bytes anew for each use, which costs six times the sealing. */
export type SecretKey = Brand<KeyObject, 'SecretKey'>;

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const version = 'v1';

/** Reads a key from base64; throws where it is not 32 bytes, naming the variable. */
export function readKey(base64: string | undefined, variable: string): SecretKey {
  const key = Buffer.from(base64 ?? '', 'base64');
  if (key.length !== keyBytes) throw new Error(`${variable} must be ${keyBytes} bytes in base64`);
  return createSecretKey(key) as SecretKey;
}

/**
 * Seals a sensitive text (AES-256-GCM). `boundTo` names the record that it belongs to: sealed text moved to another
 * record does not open.
 */
export function sealText(key: SecretKey, text: string, boundTo: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${sealed.toString('base64url')}`;
}

/** Opens what `sealText` sealed for the same record; throws where key or record differ, or a bit was changed. */
export function openText(key: SecretKey, sealed: string, boundTo: string): string {
  const [form, body] = sealed.split('.');
  if (form !== version || body === undefined) throw new Error('not a sealed text');
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(-tagBytes));
  return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
}

/** The keyed blind index of a value (HMAC-SHA-256): equal values have equal indexes, and nothing else is told. */
export function blindIndexOf(key: SecretKey, value: string): Buffer {
  return createHmac('sha256', key).update(value, 'utf8').digest();
}
