import { city, province, winterCampaignId } from '@nuangong/demonstration-city';
import type { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityOf, prismaSql } from '@nuangong/database';
import { columnsThatDiffer } from '@nuangong/database/testing';
import { readEvent } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { approveApplications } from '../application/approve-applications.ts';
import { putForwardCampaignList } from '../application/put-forward-campaign-list.ts';
import { getDatamodel } from '../../generated/pothos-types.ts';
import { PrismaClient } from '../../generated/prisma/client.ts';
import {
  arrangeCampaign,
  cityAdministrator,
  counties,
  staffOf,
  type CampaignWorld,
} from '../../testing/arrange-campaign.ts';
import { loadCampaignFunnels } from './campaign-funnel.ts';
import { loadDemonstrationCampaign } from './demonstration.ts';
import { openCampaign } from './open-campaign.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

const input = {
  name: '2027年夏送清凉活动',
  from: '2026-12-01',
  to: '2027-06-30',
  policy: 'county-winter-300',
  standard: '300',
  budget: '9000',
  phases: [],
  targetCategories: [{ code: '3.2', name: '低保户', nameEn: 'Dibao households' }],
  quotas: [
    {
      organizationId: '00000000-0000-7000-8000-000000510101',
      households: 30,
      budget: '9000',
    },
  ],
};

describe('opening a campaign', () => {
  test('the city opens it and its counties see it; a clerk may not open one, and a second one of the same name is refused', async () => {
    const campaign = valueOf(await openCampaign(world.contextOf(cityAdministrator), input));
    const seen = await world.database.transaction(identityOf(staffOf('linjiang', 'CLERK')), (tx) =>
      tx.campaign.findUnique({ where: { id: campaign.id }, include: { quotas: true } }),
    );
    expect(seen).toMatchObject({ name: input.name, standardFen: 30_000n, quotas: [{ households: 30 }] });
    const { rows } = await world.owner.query('select envelope from outbox where key = $1', [campaign.id]);
    expect(readEvent(rows[0].envelope)).toMatchObject({
      type: 'nuangong.campaign-opened.v1',
      organizationPath: '51/5101/',
      data: { budgetFen: 900_000n, policyPack: 'county-winter-300', from: '2026-12-01' },
    });
    const again = await openCampaign(world.contextOf(cityAdministrator), input);
    expect(again.ok ? [] : again.problems.map((each) => each.code)).toEqual(['NAME_TAKEN']);
    const byClerk = await openCampaign(world.contextOf(staffOf('qinghe', 'CLERK')), { ...input, name: '另一个活动' });
    expect(byClerk.ok ? [] : byClerk.problems.map((each) => each.code)).toEqual(['FORBIDDEN']);
    const unknown = await openCampaign(world.contextOf(cityAdministrator), {
      ...input,
      name: '又一个',
      policy: 'none',
    });
    expect(unknown.ok ? [] : unknown.problems.map((each) => [each.code, each.field])).toEqual([
      ['NOT_FOUND', 'policy'],
    ]);
  });

  test('a county cannot change the city’s campaign', async () => {
    const changed = await world.database.sqlTransaction(identityOf(staffOf('qinghe', 'ADMINISTRATOR')), (client) =>
      client.query(`update campaign set budget_fen = 1`),
    );
    expect(changed.rowCount).toBe(0);
  });
});

test('the demonstration’s campaign is opened and announced once, however often it is loaded', async () => {
  await world.database.withoutIdentity((tx) => loadDemonstrationCampaign(tx, new Date('2026-12-01T00:00:00Z')));
  const { rows } = await world.owner.query(
    `select c.name, c.standard_fen, (select count(*)::int from campaign_quota q where q.campaign_id = c.id) as counties,
       (select count(*)::int from campaign_phase p where p.campaign_id = c.id) as phases,
       (select households from campaign_quota q where q.campaign_id = c.id
         and county_path = '51/5101/510101/') as first,
       (select count(*)::int from outbox o where o.key = c.id::text) as announced
     from campaign c where c.id = $1`,
    [winterCampaignId],
  );
  expect(rows).toEqual([
    { name: '2027年元旦春节送温暖活动', standard_fen: '30000', counties: 23, phases: 4, first: 325, announced: 1 },
  ]);
});

test('the funnel counts each county in one statement; a county sees its own row', async () => {
  await world.addHouseholds('qinghe', 3);
  await world.addHouseholds('qinghe', 1, { fileStatus: 'SUBMITTED' });
  await world.addHouseholds('qinghe', 1, { fileStatus: 'SUSPENDED' });
  const [gone] = await world.addHouseholds('qinghe', 1);
  await world.owner.query(`set session_replication_role = replica`);
  await world.owner.query(
    `update case_file set status = 'EXITED', exit_reason = 'DIED', exited_on = '2026-11-20' where household_id = $1`,
    [gone?.householdId],
  );
  await world.owner.query('update household set live = false where id = $1', [gone?.householdId]);
  await world.owner.query(`set session_replication_role = origin`);
  await world.addHouseholds('linjiang', 2, { fileStatus: 'DRAFT' });
  valueOf(await putForwardCampaignList(world.contextOf(staffOf('qinghe', 'CLERK')), { campaignId: world.campaignId }));
  const { rows } = await world.owner.query('select id from aid_application order by number limit 2');
  const ids = rows.map((row) => row.id as string);
  valueOf(await approveApplications(world.contextOf(staffOf('qinghe', 'APPROVER')), { ids }));
  const before = world.database.statements();
  const funnel = await world.database.transaction(identityOf(cityAdministrator), (tx) =>
    loadCampaignFunnels(prismaSql(tx), [world.campaignId]),
  );
  expect(world.database.statements() - before).toBe(4);
  expect(funnel).toHaveLength(23);
  expect(funnel[0]).toMatchObject({
    registered: 5,
    submitted: 5,
    posted: 4,
    active: 4,
    putForward: 3,
    approved: 2,
    funded: 0,
    paid: 0,
  });
  expect(funnel[1]).toMatchObject({ registered: 2, submitted: 0, active: 0, putForward: 0 });
  const own = await world.database.transaction(identityOf(staffOf('linjiang', 'CLERK')), (tx) =>
    loadCampaignFunnels(prismaSql(tx), [world.campaignId]),
  );
  expect(own.map((row) => row.organizationName)).toEqual(['临江县总工会']);
});

test('a campaign may name the book that pays: its organisation’s or a subordinate’s only', async () => {
  const paying = { ...input, name: '市级资金慰问', bookId: city.id };
  const campaign = valueOf(await openCampaign(world.contextOf(cityAdministrator), paying));
  expect(campaign).toMatchObject({ bookId: city.id, bookPath: city.path, bookName: city.name });
  const foreign = { ...paying, name: '别人资金', bookId: province.id };
  const refused = await openCampaign(world.contextOf(cityAdministrator), foreign);
  expect(refused.ok ? [] : refused.problems.map((each) => [each.code, each.field])).toEqual([['BOOK', 'bookId']]);
  await world.addHouseholds('qinghe', 1);
  const clerk = world.contextOf(staffOf('qinghe', 'CLERK'));
  valueOf(await putForwardCampaignList(clerk, { campaignId: campaign.id }));
  const approver = world.contextOf(staffOf('qinghe', 'APPROVER'));
  const { rows } = valueOf(await approveApplications(approver, { campaignId: campaign.id, all: true }));
  const told = await world.owner.query('select envelope from outbox where key = $1', [rows[0]!.id]);
  expect(readEvent(told.rows[0].envelope)).toMatchObject({
    data: {
      book: { id: city.id, path: city.path, code: '5101', name: city.name },
      organization: { path: counties.qinghe.path },
    },
  });
});

test('Prisma’s models and the migrations agree', async () => {
  const connect = (adapter: PrismaPg) => new PrismaClient({ adapter });
  expect(await columnsThatDiffer(world.ownerUrl, connect, getDatamodel())).toEqual([]);
});
