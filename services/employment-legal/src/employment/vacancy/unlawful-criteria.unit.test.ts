import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnlawfulCriteria, refuseUnlawfulCriteria } from './unlawful-criteria.ts';

const unlawful: readonly (readonly [string, string])[] = [
  ['限男性', 'SEX'],
  ['仅招女工', 'SEX'],
  ['男性优先', 'SEX'],
  ['女，形象好', 'SEX'],
  ['招女服务员 3 名', 'SEX'],
  ['男保安', 'SEX'],
  ['性别：男', 'SEX'],
  ['限男', 'SEX'],
  ['已婚已育', 'MARRIAGE_OR_CHILDREN'],
  ['三年内不怀孕', 'MARRIAGE_OR_CHILDREN'],
  ['未婚', 'MARRIAGE_OR_CHILDREN'],
  ['35岁以下', 'AGE'],
  ['三十五周岁以下', 'AGE'],
  ['年龄 18-40 岁', 'AGE'],
  ['18至45周岁', 'AGE'],
  ['25岁以上', 'AGE'],
  ['年龄不超过45', 'AGE'],
  ['年满十四周岁', 'UNDER_SIXTEEN'],
  ['汉族', 'ETHNICITY'],
  ['不招藏族', 'ETHNICITY'],
  ['民族：汉', 'ETHNICITY'],
  ['不要少数民族', 'ETHNICITY'],
  ['无宗教信仰', 'RELIGION'],
  ['限本地户口', 'HOUSEHOLD_REGISTRATION'],
  ['城镇户籍', 'HOUSEHOLD_REGISTRATION'],
  ['本市户籍优先', 'HOUSEHOLD_REGISTRATION'],
  ['外地人勿扰', 'HOUSEHOLD_REGISTRATION'],
  ['仅限本地人', 'HOUSEHOLD_REGISTRATION'],
  ['锦官市户口', 'HOUSEHOLD_REGISTRATION'],
  ['不招残疾人', 'DISABILITY'],
  ['乙肝携带者不要', 'INFECTION_CARRIER'],
];

const lawful = [
  '年满18周岁',
  '十六周岁以上',
  '未达法定退休年龄',
  '男女不限',
  '性别不限，年龄不限',
  '不限性别',
  '民族：不限',
  '性别要求：不限',
  '户籍不限',
  '本地外地户籍均可',
  '会讲四川话',
  '有叉车证',
  '三年以上工作经验',
  '能上夜班，包吃住',
  '少数民族同等条件下优先',
  '残疾人优先',
  '下岗职工优先',
  '妇女用品销售',
  '女装导购',
  '照看3岁以下儿童',
  '照护80岁以上老人',
  '民族饰品加工',
  '熟悉户籍档案管理系统',
  '持有效健康证',
  '初中以上学历',
  '宗教场所维修',
  '每月休 4 天',
  '男女同工同酬',
];

describe('criteria in a vacancy', () => {
  it.each(unlawful)('%s: %s', (text, criterion) => {
    expect(findUnlawfulCriteria(text).map((found) => found.criterion)).toContain(criterion);
  });

  it.each(lawful)('%s: lawful', (text) => {
    expect(findUnlawfulCriteria(text)).toEqual([]);
  });

  it('are found anywhere in a lawful text, with their words, field and law', () => {
    const around = fc.array(fc.constantFrom(...lawful), { maxLength: 4 });
    const separator = fc.constantFrom('，', '；', '。', '、', ', ', '\n');
    fc.assert(
      fc.property(
        around,
        around,
        fc.constantFrom(...unlawful),
        separator,
        (before, after, [text, criterion], comma) => {
          const written = [...before, text, ...after].join(comma);
          expect(findUnlawfulCriteria(written).map((found) => found.criterion)).toContain(criterion);
        },
      ),
    );
    fc.assert(
      fc.property(around, separator, (texts, comma) => {
        expect(findUnlawfulCriteria(texts.join(comma))).toEqual([]);
      }),
    );
    expect(findUnlawfulCriteria('未达法定退休年龄\n年满18周岁')).toEqual([]);
    const refused = refuseUnlawfulCriteria({ trade: '保洁', requirements: '限女性，35岁以下' });
    expect(refused.ok ? [] : refused.problems.map(({ code, field }) => [code, field])).toEqual([
      ['UNLAWFUL_CRITERION', 'requirements'],
      ['UNLAWFUL_CRITERION', 'requirements'],
    ]);
    expect(refused.ok ? '' : refused.problems[0]?.message.zh).toMatch(
      /“限女”.*就业促进法第三条、第二十六条、第二十七条/,
    );
  });

  it('may ask for men only for underground work, which the law forbids to women', () => {
    expect(findUnlawfulCriteria('煤矿井下采掘，限男性')).toEqual([]);
    expect(findUnlawfulCriteria('煤矿井下采掘，限女性').map(({ criterion }) => criterion)).toEqual(['SEX']);
  });
});
