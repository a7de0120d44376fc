import { expect, test } from 'vitest';
import { fen, localDate, valueOf } from '@nuangong/primitives';
import { isRunning, planCampaign, type CampaignInput } from './campaign.ts';

const today = localDate('2026-12-08');
const policy = { amountMin: fen(30_000n), amountMax: fen(100_000n), clauseCodes: ['3.1', '3.2'] };

const county = { id: '00000000-0000-7000-8000-000000510101', name: '青禾县总工会', path: '51/5101/510101/', to: null };
const city = { id: '00000000-0000-7000-8000-000000005101', name: '锦官市总工会', path: '51/5101/', to: null };
const anotherCitys = { ...county, id: '00000000-0000-7000-8000-000000510201', path: '51/5102/510201/' };
const closed = {
  ...county,
  id: '00000000-0000-7000-8000-000000510109',
  path: '51/5101/510109/',
  to: localDate('2026-12-07'),
};
const issuer = { issuerPath: '51/5101/', named: [county, city, anotherCitys, closed], today };

const buildCampaignInput = (overrides: Partial<CampaignInput> = {}): CampaignInput => ({
  name: '2027年元旦春节送温暖活动',
  from: '2026-11-15',
  to: '2027-02-28',
  standard: '300',
  budget: '195000',
  phases: [{ name: '准备摸底', nameEn: 'Preparation', from: '2026-11-15', to: '2026-12-05' }],
  targetCategories: [{ code: '3.1', name: '劳模', nameEn: 'Model workers' }],
  quotas: [
    {
      organizationId: '00000000-0000-7000-8000-000000510101',
      households: 325,
      budget: '97500',
    },
  ],
  ...overrides,
});

const codesOf = (overrides: Partial<CampaignInput>) => {
  const planned = planCampaign(buildCampaignInput(overrides), policy, issuer);
  return planned.ok ? [] : planned.problems.map((each) => [each.code, each.field]);
};

test('a winter campaign is planned in fen and days', () => {
  const plan = valueOf(planCampaign(buildCampaignInput(), policy, issuer));
  expect(plan).toMatchObject({ standard: 30_000n, budget: 19_500_000n, from: '2026-11-15' });
  expect(plan.quotas[0]).toMatchObject({ households: 325, budget: 9_750_000n });
});

const [quota] = buildCampaignInput().quotas;
test.each([
  [{ standard: '299.99' }, [['AMOUNT_TOO_SMALL', 'standard']]],
  [{ standard: '-1' }, [['AMOUNT_NEGATIVE', 'standard']]],
  [{ from: '2026-02-30' }, [['DATE_IMPOSSIBLE', 'from']]],
  [{ from: '1990-01-01' }, [['DATE_TOO_OLD', 'from']]],
  [{ to: '2062-02-28' }, [['DATE_TOO_FAR', 'to']]],
  [
    { to: '2026-11-14' },
    [
      ['DATES_ORDER', 'to'],
      ['PHASE_OUTSIDE', 'phases.0'],
    ],
  ],
  [{ budget: '97499.99' }, [['QUOTAS_ABOVE_BUDGET', 'budget']]],
  [{ quotas: [{ ...quota!, households: 1.5 }] }, [['QUOTA', 'quotas.0']]],
  [{ quotas: [{ ...quota!, organizationId: anotherCitys.id }] }, [['QUOTA', 'quotas.0']]],
  [{ quotas: [{ ...quota!, organizationId: closed.id }] }, [['QUOTA', 'quotas.0']]],
  [{ quotas: [{ ...quota!, organizationId: city.id }] }, [['QUOTA', 'quotas.0']]],
  [{ bookId: anotherCitys.id }, [['BOOK', 'bookId']]],
  [{ bookId: city.id }, []],
  [
    { targetCategories: [{ code: '9', name: '其他', nameEn: 'Other' }] },
    [['CATEGORY_WITHOUT_CLAUSE', 'targetCategories']],
  ],
  [{ name: ' ' }, [['NAME_LENGTH', 'name']]],
])('%o is refused at its field', (overrides, expected) => {
  expect(codesOf(overrides)).toEqual(expected);
});

test('a list is put forward from the first day to the last, while open', () => {
  const campaign = { status: 'OPEN', from: localDate('2026-11-15'), to: localDate('2027-02-28') };
  expect(isRunning(campaign, localDate('2026-11-15')).ok).toBe(true);
  expect(isRunning(campaign, localDate('2027-02-28')).ok).toBe(true);
  expect(isRunning(campaign, localDate('2026-11-14')).ok).toBe(false);
  expect(isRunning(campaign, localDate('2027-03-01')).ok).toBe(false);
  expect(isRunning({ ...campaign, status: 'CLOSED' }, localDate('2026-12-01')).ok).toBe(false);
});
