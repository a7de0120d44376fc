import { expect, test } from 'vitest';
import { maskAddress, originOf } from './session-origin.ts';

test.each([
  ['203.0.113.77', '203.0.113.*'],
  ['::ffff:203.0.113.77', '203.0.113.*'],
  ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3:*'],
  ['fe80::1', 'fe80:*'],
  ['::1', ':*'],
  ['not an address', ''],
])('given an address, when it is kept, then only its network is shown: %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

test('given an empty or malformed user agent, when a session begins, then the device is short or empty', () => {
  expect(originOf(undefined, undefined)).toEqual({ device: '', maskedAddress: '' });
  expect(originOf('x'.repeat(100_000), undefined).device.length).toBeLessThanOrEqual(80);
});
