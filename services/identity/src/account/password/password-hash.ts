import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from './password.ts';

/** Hashes with Argon2id and the library's defaults (19 MiB, 2 passes), as OWASP recommends, after NFKC (SP 800-63B). */
export function hashPassword(password: string): Promise<string> {
  return hash(normalizePassword(password));
}

/**
 * Whether the password matches the hash. One that normalisation changes is also tried as typed, for hashes made before
 * passwords were normalised.
 */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  const normalized = normalizePassword(password);
  if (await verify(passwordHash, normalized)) return true;
  return normalized !== password && (await verify(passwordHash, password));
}

/** A hash that no known password matches, so that an unknown username costs the same work as a known one. */
export const hashOfNobody: Promise<string> = hashPassword(randomBytes(32).toString('base64url'));
