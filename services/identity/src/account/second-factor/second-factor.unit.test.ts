import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeAt, makeRecoveryCodes, makeSecret, readCode, readRecoveryCode, stepOfCode } from './second-factor.ts';

const now = new Date('2026-11-23T06:00:10Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

test('given the secret and the times of RFC 6238, when codes are computed, then they are the last digits of its values', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const known = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ] as const;
  for (const [second, code] of known) expect(codeAt(secret, new Date(second * 1000))).toBe(code);
});

test('given a used code, when it or an older one comes again, then it is refused', () => {
  const { secret, address } = makeSecret('qinghe-clerk');
  expect(address).toMatch(/^otpauth:\/\/totp\/.+qinghe-clerk\?/);
  const step = stepOfCode(secret, codeAt(secret, now), null, now);
  expect(step).toBe(BigInt(Math.floor(now.getTime() / 30_000)));
  expect(stepOfCode(secret, codeAt(secret, now), step, now)).toBeNull();
  expect(stepOfCode(secret, codeAt(secret, after(-30)), step, now)).toBeNull();
  expect(stepOfCode(secret, codeAt(secret, after(30)), step, now)).toBe((step ?? 0n) + 1n);
  expect(stepOfCode(secret, codeAt(secret, after(90)), null, now)).toBeNull();
});

test('given a malformed code, when it is read, then it is refused without an error', () => {
  const { secret } = makeSecret('qinghe-clerk');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      if (!/^\d{6}$/.test(typed)) expect(stepOfCode(secret, typed, null, now)).toBeNull();
    }),
  );
  expect(readCode('１２３ ４５６')).toBe('123456');
});

test('given recovery codes, when they are typed with spaces and capitals, then they are the same', () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(readRecoveryCode(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(code.replace('-', ''));
  }
  expect(readRecoveryCode('123456')).toBeNull();
});
