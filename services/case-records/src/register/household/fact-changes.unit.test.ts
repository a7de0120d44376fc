import { expect, test } from 'vitest';
import { factChanges, touchesEligibility, wordFactChange, type ComparedFacts } from './fact-changes.ts';

const unsaid = { standing: null, ruralRegistration: false };
const before: ComparedFacts = {
  unitName: '县农机厂',
  declaredSize: 3,
  perCapitaIncomeFen: 90_000n,
  dibaoStatus: 'NONE',
  causes: ['SCHOOLING', 'MAJOR_ILLNESS'],
  modelWorkerHonour: 'NONE',
  headStanding: 'WORKER',
  migrantWorker: false,
  hardshipClass: 'SUDDEN',
  members: [{ ...unsaid, name: '周小艳', monthlyIncomeFen: null }],
};
const inChinese = (after: Partial<ComparedFacts>) =>
  factChanges(before, { ...before, ...after })
    .map(wordFactChange)
    .map((each) => `${each.fact.zh}：${each.before?.zh ?? '无'} → ${each.after?.zh ?? '无'}`);

test.each<[Partial<ComparedFacts>, string, boolean]>([
  [{ perCapitaIncomeFen: 30_050n }, '家庭人均月收入：900.00 元 → 300.50 元', true],
  [{ declaredSize: 5 }, '家庭人口：3 人 → 5 人', true],
  [{ dibaoStatus: 'RECEIVING' }, '低保情况：非低保 → 低保户', true],
  [{ causes: ['DISASTER'] }, '致困原因：大病、子女上学 → 灾害', true],
  [{ modelWorkerHonour: 'PROVINCIAL' }, '劳模称号：无 → 省级劳模', true],
  [{ headStanding: 'FARMER' }, '户主身份：职工 → 农民', true],
  [{ migrantWorker: true }, '农民工：否 → 是', true],
  [
    { members: [{ name: '周小艳', monthlyIncomeFen: null, standing: 'TOWNSPERSON', ruralRegistration: false }] },
    '成员身份：未登记 → 城镇居民',
    true,
  ],
  [
    { members: [{ name: '周小艳', monthlyIncomeFen: null, standing: 'WORKER', ruralRegistration: true }] },
    '成员身份：未登记 → 职工（农村户籍）',
    true,
  ],
  [{ members: [{ ...unsaid, name: '周小艳', monthlyIncomeFen: 120_000n }] }, '成员月收入：未登记 → 1,200.00 元', true],
  [{ hardshipClass: null }, '困难类别：意外事件、重大疾病、自然灾害致困 → 不属于困难职工家庭', true],
  [{ unitName: '县纺织厂' }, '工作单位：县农机厂 → 县纺织厂', false],
  [{ unitName: '' }, '工作单位：县农机厂 → 无', false],
])('%o is told as %s', (after, words, eligibility) => {
  expect(inChinese(after)).toEqual([words]);
  expect(touchesEligibility(factChanges(before, { ...before, ...after }))).toBe(eligibility);
});

test('the order of causes and another name of the same member do not affect eligibility', () => {
  const same = {
    causes: ['MAJOR_ILLNESS', 'SCHOOLING'],
    members: [{ ...unsaid, name: '周晓艳', monthlyIncomeFen: null }],
  };
  expect(factChanges(before, { ...before, ...same })).toEqual([]);
});

test('an added member is listed together with the incomes', () => {
  const members = [...before.members, { ...unsaid, name: '周大伟', monthlyIncomeFen: 0n, standing: 'WORKER' }];
  expect(inChinese({ members })).toEqual([
    '所列家庭成员：1 人 → 2 人',
    '成员月收入：未登记 → 未登记、0.00 元',
    '成员身份：未登记 → 未登记、职工',
  ]);
});
