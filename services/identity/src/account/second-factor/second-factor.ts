import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { problem, type Problem } from '@nuangong/primitives';

const periodSeconds = 30;
/** A code may come one step early or late: devices' clocks differ (RFC 6238 §5.2). */
const steps = 1;

/** What a device is told, and what its codes are computed with. */
export interface NewSecret {
  /** 160 bits in base32, for typing in. */
  readonly secret: string;
  /** The same as an `otpauth:` address, for a picture to be scanned. */
  readonly address: string;
}

const generator = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: '暖工',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  });

/** A new secret for the device of the account with this username. */
export function makeSecret(username: string): NewSecret {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, address: generator(secret, username).toString() };
}

/** The step that a code belongs to, or null where it fits none near `now` or a step that was used, or one before it. */
export function stepOfCode(secret: string, code: string, lastStep: bigint | null, now: Date): bigint | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = generator(secret, '').validate({ token: code, timestamp: now.getTime(), window: steps });
  if (delta === null) return null;
  const step = BigInt(Math.floor(now.getTime() / 1000 / periodSeconds) + delta);
  return lastStep === null || step > lastStep ? step : null;
}

/** The code that a device with this secret shows at a moment. */
export function codeAt(secret: string, at: Date): string {
  return generator(secret, '').generate({ timestamp: at.getTime() });
}

export const recoveryCodeCount = 10;
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten recovery codes of ten characters, 49 bits of chance each. */
export function makeRecoveryCodes(pick: (below: number) => number = randomInt): readonly string[] {
  const half = () => Array.from({ length: 5 }, () => alphabet[pick(alphabet.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () => `${half()}-${half()}`);
}

/** A recovery code as it is compared, however it was typed; null where it can be none. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '');
  return /^[a-z2-9]{10}$/.test(plain) ? plain : null;
}

/** A six-digit code as it was typed, without spaces and in ordinary digits. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '');
}

export const wrongCode = (): Problem =>
  problem(
    'CODE_WRONG',
    {
      zh: '动态口令不对或已用过，等下一个口令再录；设备时间不准时先校准',
      en: 'The code is not right or was used. Enter the next one; set the device’s clock if it is off.',
    },
    'code',
  );
