import { hash, verify } from '@node-rs/argon2';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';

/** Argon2id with the library's present defaults (19 MiB, 2 passes), as OWASP recommends. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether the password is the one that was hashed. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

const shortest = 12;
const longest = 128;

/** NIST SP 800-63B: length is what counts; no composition rules. */
export function checkPassword(password: string): Result<string> {
  const length = [...password].length;
  return length >= shortest && length <= longest
    ? ok(password)
    : refuse(
        problem(
          'PASSWORD_LENGTH',
          { zh: '密码应为 12 至 128 个字符，可用一句容易记的话', en: 'Use 12 to 128 characters; a sentence is easy to remember.' },
          'password',
        ),
      );
}
