import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blindWith } from './blind.ts';
import { findDuplicates } from './find-duplicates.ts';
import { featuresWith } from './person-features.ts';
import type { PersonRecord } from './person-record.ts';
import { numberOf } from './testing/invented-register.ts';

const blank: PersonRecord = {
  id: '',
  county: '',
  name: '',
  birthDate: '',
  sex: '',
  identityNumber: '',
  phone: '',
  account: '',
  region: '',
  unit: '',
};
const zhang: PersonRecord = {
  id: 'a',
  county: '青禾县',
  name: '张建国',
  birthDate: '1968-05-17',
  sex: '男',
  identityNumber: numberOf('522729', '1968-05-17', '男', 61),
  phone: '13885412376',
  account: '6217007100012345678',
  region: '青禾县城关镇',
  unit: '青禾县化肥厂',
};
const wang: PersonRecord = {
  ...zhang,
  name: '王晓燕',
  birthDate: '1991-11-03',
  sex: '女',
  identityNumber: numberOf('522729', '1991-11-03', '女', 12),
  phone: '15186590021',
  account: '6228480868123450987',
};

function strengthOf(one: Partial<PersonRecord>, other: Partial<PersonRecord>): string {
  const read = featuresWith(blindWith(Buffer.alloc(32, 7)));
  const people = [
    { ...blank, ...one, id: 'a' },
    { ...blank, ...other, id: 'b' },
  ];
  return findDuplicates(people.map(read))[0]?.strength ?? 'none';
}

describe('one person entered twice is a strong pair', () => {
  test.each<[string, Partial<PersonRecord>, Partial<PersonRecord>]>([
    ['with everything equal', zhang, zhang],
    [
      'by another county, with another telephone, account and unit',
      zhang,
      {
        ...zhang,
        county: '白水县',
        phone: '18786540001',
        account: '6217990000111122223',
        region: '白水县坪上镇',
        unit: '白水县粮油公司',
      },
    ],
    [
      'with the number’s old form of 15 digits',
      zhang,
      {
        ...zhang,
        identityNumber: zhang.identityNumber.slice(0, 6) + zhang.identityNumber.slice(8, 17),
        birthDate: '',
        phone: '',
      },
    ],
    [
      'with one digit of the number off',
      zhang,
      { ...zhang, identityNumber: zhang.identityNumber.replace('1968', '1963'), birthDate: '', phone: '' },
    ],
    [
      'with two digits of the number exchanged',
      zhang,
      { ...zhang, identityNumber: zhang.identityNumber.replace('0517', '0571') },
    ],
    [
      'with a small x, spaces and full-width digits',
      { ...zhang, identityNumber: '11010519491231002X', birthDate: '' },
      { ...zhang, identityNumber: '１１０１０５ 19491231 002x', birthDate: '' },
    ],
    [
      'with a homophone, without a number',
      { ...wang, identityNumber: '' },
      { ...wang, name: '王小燕', identityNumber: '' },
    ],
    ['with traditional forms', { ...zhang, identityNumber: '' }, { ...zhang, name: '張建國', identityNumber: '' }],
    [
      'with 𠮷 for 吉',
      { ...zhang, name: '张永吉', identityNumber: '' },
      { ...zhang, name: '张永𠮷', identityNumber: '' },
    ],
    [
      'with another dot',
      { ...zhang, name: '阿不都热西提·买买提', identityNumber: '' },
      { ...zhang, name: '阿不都热西提 • 买买提', identityNumber: '' },
    ],
    [
      'without the dot and the second name',
      { ...zhang, name: '阿不都热西提·买买提', identityNumber: '' },
      { ...zhang, name: '阿不都热西提', identityNumber: '' },
    ],
    [
      'with a given name of one character',
      { ...zhang, name: '张伟', identityNumber: '' },
      { ...zhang, name: '张玮', identityNumber: '' },
    ],
    ['in pinyin', { ...zhang, identityNumber: '' }, { ...zhang, name: 'Zhang Jianguo', identityNumber: '' }],
    [
      'with day and month exchanged',
      { ...wang, identityNumber: '' },
      { ...wang, birthDate: '1991年3月11日', identityNumber: '' },
    ],
    [
      'with the number alone',
      { name: '张建国', identityNumber: zhang.identityNumber },
      { name: '张建国', identityNumber: zhang.identityNumber },
    ],
    [
      'with the name, birth date and telephone alone',
      { name: '张建国', birthDate: '1968.5.17', phone: '13885412376' },
      { name: '张建国', birthDate: '19680517', phone: '+86 138-8541-2376' },
    ],
  ])('%s', (_, one, other) => {
    expect(strengthOf(one, other)).toBe('strong');
  });
});

const twin: PersonRecord = { ...zhang, name: '张建军', identityNumber: numberOf('522729', '1968-05-17', '男', 62) };

describe('two people are not a strong pair', () => {
  test.each<[string, Partial<PersonRecord>, Partial<PersonRecord>]>([
    ['twins', zhang, twin],
    [
      'twins whose account differs and whose numbers are lacking',
      { ...zhang, identityNumber: '' },
      { ...twin, identityNumber: '', account: '6217007100099999999' },
    ],
    ['twins of one character each', { ...zhang, name: '张伟' }, { ...twin, name: '张强' }],
    [
      'twins whose numbers have wrong check digits',
      { ...zhang, identityNumber: '522729196805170010' },
      { ...twin, identityNumber: '522729196805170034' },
    ],
    ['twins without region and unit', { ...zhang, region: '', unit: '' }, { ...twin, region: '', unit: '' }],
    [
      'father and son on one telephone',
      zhang,
      {
        ...zhang,
        name: '张晓明',
        birthDate: '1994-02-11',
        identityNumber: numberOf('522729', '1994-02-11', '男', 30),
        account: '6217007100088888888',
      },
    ],
    [
      'father and son on one telephone and account, named alike',
      zhang,
      { ...zhang, name: '张建华', birthDate: '1994-05-17', identityNumber: numberOf('522729', '1994-05-17', '男', 61) },
    ],
    [
      'father and son on one telephone, without dates and numbers',
      { ...zhang, birthDate: '', identityNumber: '' },
      { ...zhang, name: '张晓明', birthDate: '', identityNumber: '' },
    ],
    [
      'namesakes of one village',
      zhang,
      {
        ...zhang,
        birthDate: '1975-09-30',
        identityNumber: numberOf('522729', '1975-09-30', '男', 44),
        phone: '15085190001',
        account: '6228480868000000001',
      },
    ],
    [
      'namesakes of one village with a rare name, of whom nothing else is known',
      { name: '欧阳骁骐', sex: '男', region: '青禾县城关镇', unit: '青禾县化肥厂' },
      { name: '欧阳骁骐', sex: '男', region: '青禾县城关镇', unit: '青禾县化肥厂' },
    ],
    [
      'namesakes of one village, of one year',
      zhang,
      {
        ...zhang,
        birthDate: '1968-09-30',
        identityNumber: numberOf('522729', '1968-09-30', '男', 44),
        phone: '15085190001',
        account: '',
      },
    ],
    [
      'spouses at one address',
      zhang,
      {
        ...zhang,
        name: '李秀英',
        sex: '女',
        birthDate: '1969-01-08',
        identityNumber: numberOf('522729', '1969-01-08', '女', 120),
      },
    ],
    [
      'spouses, of whom only the address, telephone and account are known',
      { ...zhang, birthDate: '', identityNumber: '', sex: '' },
      { ...zhang, name: '李秀英', birthDate: '', identityNumber: '', sex: '' },
    ],
    [
      'sisters whose names share the generation’s character',
      wang,
      { ...wang, name: '王晓红', birthDate: '1993-04-19', identityNumber: numberOf('522729', '1993-04-19', '女', 77) },
    ],
    [
      'brothers with numbers lacking, a year apart to the day',
      { ...zhang, identityNumber: '' },
      { ...zhang, name: '张建军', birthDate: '1969-05-17', identityNumber: '' },
    ],
    [
      'a child entered with its father’s number',
      zhang,
      { ...zhang, name: '张晓明', birthDate: '1994-02-11', sex: '男' },
    ],
    ['people with nothing but a common name', { name: '王伟' }, { name: '王伟' }],
    ['people with nothing at all', {}, {}],
  ])('%s', (_, one, other) => {
    expect(strengthOf(one, other)).not.toBe('strong');
  });
});

describe('a pair', () => {
  const read = featuresWith(blindWith(Buffer.alloc(32, 1)));
  const pairs = findDuplicates([zhang, { ...zhang, id: 'b', name: '張建國', phone: '13885412377' }].map(read));

  test('names both people and says by weights why, which sum up to its own', () => {
    const [pair] = pairs;
    expect(pair).toMatchObject({ a: 'a', b: 'b', strength: 'strong' });
    expect(pair?.because).toContainEqual({ feature: 'phone', level: 'one-digit-off', weight: expect.any(Number) });
    expect(pair?.because.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(pair?.weight ?? 0, 1);
  });

  test('a rare name weighs more than a common one', () => {
    const weightOf = (name: string): number => {
      const crowd = Array.from({ length: 400 }, (_, at) => ({
        ...blank,
        id: `c${at}`,
        name: at < 200 ? '王伟' : `李${'安博昌达恩'[at % 5] ?? ''}${'方国海建'[at % 4] ?? ''}`,
      }));
      const two = ['x', 'y'].map((id) => ({ ...zhang, id, name }));
      const found = findDuplicates([...crowd, ...two].map(read)).find(({ a }) => a === 'x');
      return found?.because.find(({ feature }) => feature === 'name')?.weight ?? 0;
    };
    expect(weightOf('令狐冲')).toBeGreaterThan(weightOf('王伟') + 4);
  });
});

test('any text in any cell is compared without a fault, and the same entry twice has the same features', () => {
  const read = featuresWith(blindWith(Buffer.alloc(32, 2)));
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('', '\uD800', '=1+1', '\u0000', '男', '1990-13-40', '00000000', '99'.repeat(40)),
  );
  const record = fc.record({
    id: fc.constant('a'),
    county: cell,
    name: cell,
    birthDate: cell,
    sex: cell,
    identityNumber: cell,
    phone: cell,
    account: cell,
    region: cell,
    unit: cell,
  });
  fc.assert(
    fc.property(record, record, (one, other) => {
      expect(read(one)).toEqual(read(one));
      findDuplicates([read(one), read({ ...other, id: 'b' })]);
    }),
    { numRuns: 300 },
  );
});

test('somebody entered a hundred times is found, though not each entry with each', () => {
  const read = featuresWith(blindWith(Buffer.alloc(32, 4)));
  const pairs = findDuplicates(Array.from({ length: 100 }, (_, at) => read({ ...zhang, id: String(at) })));
  expect(new Set(pairs.flatMap(({ a, b }) => [a, b])).size).toBe(100);
});

test('thousands of people with one name and one telephone are compared in bounded time', () => {
  const read = featuresWith(blindWith(Buffer.alloc(32, 3)));
  const crowd = Array.from({ length: 5_000 }, (_, at) =>
    read({ ...blank, id: String(at), name: '王伟', phone: '13800000000', birthDate: '1970-01-01' }),
  );
  expect(findDuplicates(crowd)).toEqual([]);
});
