import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '@nuangong/primitives';
import { holdQuotas, type QuotaClaim, type QuotaUse } from './hold-quotas.ts';

const county = '51/5101/510101/';
const buildUse = (overrides: Partial<QuotaUse> = {}): QuotaUse => ({
  campaignId: 'winter',
  countyPath: county,
  name: '青禾县总工会',
  byQuota: true,
  households: 2,
  budget: fen(60_000n),
  usedHouseholds: 0,
  usedAmount: fen(0n),
  ...overrides,
});
const campaign = (budget: bigint, usedAmount = 0n, byQuota = true) =>
  buildUse({
    countyPath: null,
    name: '送温暖',
    byQuota,
    households: null,
    budget: fen(budget),
    usedAmount: fen(usedAmount),
  });
const buildClaim = (overrides: Partial<QuotaClaim> = {}): QuotaClaim => ({
  campaignId: 'winter',
  organizationPath: county,
  amount: fen(30_000n),
  ...overrides,
});
const wordsOf = (uses: readonly QuotaUse[], claims: readonly QuotaClaim[]) =>
  holdQuotas(uses, claims).map((each) => each?.message.zh ?? null);

describe('given a county with a quota of two households and 600 yuan', () => {
  test('the third household is refused: the quota is used up', () => {
    expect(wordsOf([buildUse(), campaign(90_000n)], [buildClaim(), buildClaim(), buildClaim()])).toEqual([
      null,
      null,
      '青禾县总工会名额 2 户已用满，有退回、驳回或撤回空出的名额后再办理',
    ]);
  });

  test('too little money refuses a household that needs more, but not one that needs less', () => {
    const claims = [
      buildClaim({ amount: fen(40_000n) }),
      buildClaim({ amount: fen(30_000n) }),
      buildClaim({ amount: fen(20_000n) }),
    ];
    expect(wordsOf([buildUse(), campaign(90_000n)], claims)).toEqual([
      null,
      '青禾县总工会名额资金 600.00 元，余 200.00 元，不够本户 300.00 元',
      null,
    ]);
  });

  test('the campaign’s budget, used up by other counties, refuses a household too', () => {
    expect(wordsOf([buildUse(), campaign(90_000n, 80_000n)], [buildClaim()])).toEqual([
      '活动预算 900.00 元，余 100.00 元，不够本户 300.00 元',
    ]);
  });

  test('a county without a quota is refused when another has one; without any quota only the budget applies', () => {
    const elsewhere = buildClaim({ organizationPath: '51/5101/510102/' });
    expect(wordsOf([buildUse(), campaign(90_000n)], [elsewhere])).toEqual(['本单位在此活动没有名额，由市总工会安排']);
    const open = [campaign(50_000n, 0n, false)];
    expect(holdQuotas(open, [elsewhere, elsewhere]).map((each) => each?.code)).toEqual([undefined, 'BUDGET_SPENT']);
  });

  test('a base union’s household uses its county’s quota; aid outside campaigns uses none', () => {
    const claims = [
      buildClaim({ organizationPath: `${county}510101-01/` }),
      buildClaim({ campaignId: null, amount: fen(99_999_999n) }),
    ];
    expect(wordsOf([buildUse(), campaign(90_000n)], claims)).toEqual([null, null]);
  });
});

const someUses = fc
  .record({
    households: fc.integer({ min: 0, max: 20 }),
    budget: fc.bigInt({ min: 0n, max: 600_000n }),
    used: fc.integer({ min: 0, max: 25 }),
    whole: fc.bigInt({ min: 0n, max: 900_000n }),
  })
  .map(({ households, budget, used, whole }) => [
    buildUse({ households, budget: fen(budget), usedHouseholds: used, usedAmount: fen(BigInt(used) * 30_000n) }),
    campaign(whole, BigInt(used) * 30_000n),
  ]);
const someClaims = fc.array(
  fc.bigInt({ min: 1n, max: 100_000n }).map((amount) => buildClaim({ amount: fen(amount) })),
  { maxLength: 30 },
);

test('for any claims, no quota or budget is exceeded, and none is refused that had room', () => {
  fc.assert(
    fc.property(someUses, someClaims, (uses, claims) => {
      const held = holdQuotas(uses, claims);
      let [taken, money] = [uses[0]!.usedHouseholds, uses[0]!.usedAmount as bigint];
      for (const [place, { amount }] of claims.entries()) {
        const fits = uses.every(
          (use) => (use.households === null || taken < use.households) && money + amount <= use.budget,
        );
        expect(held[place] === null).toBe(fits);
        if (fits) [taken, money] = [taken + 1, money + amount];
      }
    }),
  );
});
