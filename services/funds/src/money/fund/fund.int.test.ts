import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEventId } from '@nuangong/events';
import {
  campaignId,
  cityFinance,
  finance,
  otherCountysCampaignId,
  otherFinance,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { openFund } from './open-fund.ts';

let funds: FundsService;

beforeAll(async () => {
  funds = await startFunds();
});
afterAll(async () => {
  await funds.stop();
});

it('is opened for a campaign that its unit takes part in; another county’s campaign is reported as not found', async () => {
  const open = async (actor: typeof finance, campaign: string | null) => {
    const input = { name: `资金 ${newEventId()}`, source: 'UNION', purposes: ['送温暖'], year: 2026 } as const;
    const opened = await openFund(funds.commandOf(actor), { ...input, campaignId: campaign });
    return opened.ok ? opened.value.campaignId : opened.problems.map(({ code, field }) => [code, field]);
  };
  const notThere = [['NOT_FOUND', 'campaignId']];

  expect(await open(finance, null)).toBe(null);
  expect(await open(finance, campaignId)).toBe(campaignId);
  expect(await open(finance, otherCountysCampaignId)).toEqual(notThere);
  expect(await open(finance, newEventId())).toEqual(notThere);
  expect(await open(otherFinance, otherCountysCampaignId)).toBe(otherCountysCampaignId);
  expect(await open(cityFinance, otherCountysCampaignId)).toBe(otherCountysCampaignId);
});
