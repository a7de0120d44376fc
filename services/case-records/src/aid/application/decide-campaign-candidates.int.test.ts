import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrangeCampaign, staffOf, type CampaignWorld } from '../../testing/arrange-campaign.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

test('a candidate that is not put forward stays listed with the reason; a hundred cost as many statements as one', async () => {
  await world.addHouseholds('qinghe', 1, { causes: ['UNEMPLOYMENT'], incomeFen: 500_000 });
  await world.addHouseholds('qinghe', 1);
  const clerk = staffOf('qinghe', 'CLERK');
  const ask = async (perPage = 50) =>
    (
      await world.ask<{ campaign: { candidates: { total: number; items: readonly object[] } } }>(
        clerk,
        `query ($id: ID!, $perPage: Int) { campaign(id: $id) { candidates(perPage: $perPage) {
          total items { eligible problems { code zh } caseFile { number } } } } }`,
        { id: world.campaignId, perPage },
      )
    ).campaign.candidates;
  expect(await ask()).toMatchObject({
    total: 2,
    items: [
      { eligible: false, problems: [{ code: 'NOT_ELIGIBLE', zh: expect.stringContaining('要求') }, {}, {}, {}, {}] },
      { eligible: true, problems: [] },
    ],
  });
  await putForwardCampaignList(world.contextOf(clerk), { campaignId: world.campaignId });
  expect(await ask()).toMatchObject({ total: 1, items: [{ eligible: false }] });
  await world.addHouseholds('qinghe', 100);
  const costOf = async (perPage: number) => {
    const before = world.database.statements();
    await ask(perPage);
    return world.database.statements() - before;
  };
  await costOf(1);
  expect(await costOf(50)).toBe(await costOf(1));
});

test('other roles do not see why a household is not put forward', async () => {
  const query = 'query ($id: ID!) { campaign(id: $id) { candidates { total } } }';
  const { errors } = await world.answer(staffOf('qinghe', 'APPROVER'), query, { id: world.campaignId });
  expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  const elsewhere = await world.ask(staffOf('linjiang', 'CLERK'), query, { id: world.campaignId });
  expect(elsewhere).toEqual({ campaign: { candidates: { total: 0 } } });
});
