import { describe, expect, it } from 'vitest';
import { isMobile, readPhone } from './phone.ts';
import { valueOf } from './result.ts';

describe('readPhone', () => {
  it.each([
    ['185-8659-4364', '18586594364'],
    ['+86 185 8659 4364', '18586594364'],
    ['008618586594364', '18586594364'],
    ['１８５８６５９４３６４', '18586594364'],
    ['0854-8222333', '0854-8222333'],
    ['(0854)8222333', '0854-8222333'],
    ['02885551234', '028-85551234'],
    ['0854-8222333转801', '0854-8222333-801'],
  ])('reads %s', (text, number) => {
    expect(valueOf(readPhone(text))).toBe(number);
  });

  it.each([
    ['8222333', 'PHONE_AREA_CODE_MISSING'],
    ['1858659436', 'PHONE_FORMAT'],
    ['12586594364', 'PHONE_FORMAT'],
    ['无', 'PHONE_FORMAT'],
  ])('refuses %s: %s', (text, code) => {
    expect(readPhone(text, { field: 'phone' })).toMatchObject({ ok: false, problems: [{ code, field: 'phone' }] });
  });

  it('distinguishes mobiles from landlines', () => {
    expect(isMobile(valueOf(readPhone('18586594364')))).toBe(true);
    expect(isMobile(valueOf(readPhone('0854-8222333')))).toBe(false);
  });
});
