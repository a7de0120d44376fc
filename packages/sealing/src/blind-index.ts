import { createHmac } from 'node:crypto';
import type { SecretKey } from './secret-key.ts';

/** The keyed blind index of a value (HMAC-SHA-256): equal values have equal indexes; it reveals nothing else. */
export function blindIndexOf(key: SecretKey, value: string): Buffer {
  return createHmac('sha256', key).update(value, 'utf8').digest();
}
