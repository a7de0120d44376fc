import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './__fixtures__/identity-numbers.json' with { type: 'json' };
import { birthDateOf, checkCharacterOf, readIdentityNumber, sexOf, upgradeFirstGeneration } from './identity-number.ts';
import { addDays, localDate } from './local-date.ts';
import { valueOf } from './result.ts';

const today = localDate('2026-11-23');

function codesOf(text: string): readonly string[] {
  const result = readIdentityNumber(text, { bornOrKnownOn: today });
  return result.ok
    ? []
    : result.problems.map(({ code }) => code.replace('IDENTITY_', '').replace('BIRTH_DATE', 'DATE'));
}

describe('identity numbers that other validators test with', () => {
  it.each(cases)('$number: $verdict', (example) => {
    const result = readIdentityNumber(example.number, { bornOrKnownOn: today });
    if (example.verdict === 'VALID') {
      const value = valueOf(result);
      expect(value).toMatchObject({
        number: example.number.toUpperCase(),
        document: example.document,
        regionCode: example.regionCode,
        birthDate: example.birthDate,
        sex: example.sex,
      });
      expect(value.nationality).toBe(example.nationalityNumeric);
      return;
    }
    expect(codesOf(example.number)[0]).toBe(example.reason);
    if (example.verdict === 'REFUSE_WITH_HINT') expect(JSON.stringify(result)).toContain(example.upgradesTo);
  });
});

describe('readIdentityNumber', () => {
  it.each([
    ['992727196604226809', 'REGION'],
    ['992731199111247941', 'REGION'],
    ['522728198513328111', 'DATE'],
    ['522722198513327938', 'DATE'],
    ['52270219820411486', 'LENGTH'],
    ['52272819670127340X', 'CHECK_DIGIT'],
    ['522727195902182361', 'CHECK_DIGIT'],
    ['522728A98513328111', 'FORMAT'],
    ['', 'LENGTH'],
  ])('names the reason for %s of the county roster first: %s', (number, reason) => {
    expect(codesOf(number)[0]).toBe(reason);
  });

  it.each([
    '522729 19670116 465x',
    "'52272919670116465X",
    '５２２７２９１９６７０１１６４６５ｘ',
    '522729-19670116-465X',
    '\u200b52272919670116465Х ',
  ])('reads %s', (text) => {
    expect(valueOf(readIdentityNumber(text)).number).toBe('52272919670116465X');
  });

  it('says what the last character should be, at the given field', () => {
    const result = readIdentityNumber('522729196701164651', { field: 'identityNumber' });
    expect(result).toMatchObject({
      problems: [{ field: 'identityNumber', message: { zh: '身份证号末位应为 X，核对原件后重录' } }],
    });
  });

  it('reads permits, and refuses a birth after the given day', () => {
    const first17 = '82000019900101001';
    expect(valueOf(readIdentityNumber(first17 + checkCharacterOf(first17))).document).toBe('RESIDENCE_PERMIT_MO');
    const unborn = `52270120261124001`;
    expect(codesOf(unborn + checkCharacterOf(unborn))).toEqual(['DATE']);
    expect(readIdentityNumber(unborn + checkCharacterOf(unborn)).ok).toBe(true);
  });

  it('converts a 15-digit number', () => {
    expect(upgradeFirstGeneration('110101491001001')).toBe('11010119491001001X');
  });

  it('reads every valid number, and none with one digit changed', () => {
    const wellMade = fc
      .tuple(
        fc.constantFrom('522701', '110105', '650101'),
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(([region, offset, serial]) => {
        const birth = addDays(localDate('1910-01-01'), offset);
        const first17 = region + birth.replaceAll('-', '') + String(serial).padStart(3, '0');
        return { number: first17 + checkCharacterOf(first17), birth, serial };
      });
    fc.assert(
      fc.property(wellMade, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (made, place, shift) => {
        const { number } = valueOf(readIdentityNumber(made.number, { bornOrKnownOn: today }));
        expect(birthDateOf(number)).toBe(made.birth);
        expect(sexOf(number)).toBe(made.serial % 2 === 1 ? 'MALE' : 'FEMALE');
        const changed = (Number(number[place]) + shift) % 10;
        expect(readIdentityNumber(number.slice(0, place) + changed + number.slice(place + 1)).ok).toBe(false);
      }),
    );
  });
});
