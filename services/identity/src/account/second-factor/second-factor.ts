import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { problem, type Problem } from '@nuangong/primitives';

const periodSeconds = 30;
/** Time steps by which a code may be early or late, because devices' clocks differ (RFC 6238 §5.2). */
const steps = 1;

/** The secret for a device, from which codes are computed. */
export interface NewSecret {
  /** 160 bits in base32, for typing in. */
  readonly secret: string;
  /** The same as an `otpauth:` address, for a QR code. */
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

/** The time step of a code; null if it fits none near `now`, or a step that is not later than the last one used. */
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

/** Ten recovery codes of ten characters, 49 bits of entropy each. */
export function makeRecoveryCodes(pick: (below: number) => number = randomInt): readonly string[] {
  const half = () => Array.from({ length: 5 }, () => alphabet[pick(alphabet.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () => `${half()}-${half()}`);
}

/** A typed recovery code in the form that is compared; null if it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '');
  return /^[a-z2-9]{10}$/.test(plain) ? plain : null;
}

/** A six-digit code without spaces and in ASCII digits. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '');
}

export const wrongCode = (): Problem =>
  problem(
    'CODE_WRONG',
    {
      zh: '动态口令不对或已用过，等下一个口令再录；设备时间不准时先校准',
      en: 'The code is wrong or was already used. Enter the next one; correct the device’s clock if it is wrong.',
    },
    'code',
  );
