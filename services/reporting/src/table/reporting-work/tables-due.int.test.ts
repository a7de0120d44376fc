import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { pgSql } from '@nuangong/database';
import { takeObligationSteps } from '@nuangong/obligations';
import { cityStatistics, openDesk, statistics, type StatisticsDesk } from '../../testing/statistics-desk.ts';
import { campaignId, otherCounty } from '../../testing/winter-campaign.ts';
import { openTablesDue } from './open-tables-due.ts';

let desk: StatisticsDesk;
beforeAll(async () => {
  desk = await openDesk(3);
  await desk.system.asOwner(`update organization set in_force_from = '2020-01-01'`);
}, 120_000);
afterAll(() => desk.system.stop());

const openAll = () => openTablesDue(desk.system.service.database, new Date('2026-12-15T02:00:00Z'));

const owed = async (reader: Actor, filter = ''): Promise<readonly object[]> => {
  const { reportingObligations: page } = await desk.system.ask<{ reportingObligations: { items: readonly object[] } }>(
    reader,
    `{ reportingObligations(filter: { kind: TABLE_DUE ${filter} }) {
       items { title dueOn standing status organizationName metByType address } } }`,
  );
  return page.items;
};

test('given a campaign that has begun, then each unit has one obligation for its table by 12 January, until it submits', async () => {
  await openAll();
  await openAll();
  const table = {
    title: '送温暖工程统计表，2026年冬季送温暖活动',
    dueOn: '2027-01-12',
    standing: 'WEEK',
    status: 'OPEN',
    metByType: null,
  };
  const address = `/reports/warmth-table?campaignId=${campaignId}&organizationId=${statistics.organizationId}`;
  expect(await owed(statistics)).toMatchObject([{ ...table, address }]);
  expect(await owed(cityStatistics)).toMatchObject([table]);
  const oneDay = { campaignId, from: '2026-12-01', to: '2026-12-01' };
  expect((await desk.submit(statistics, oneDay)).problems).toEqual([]);
  expect(await owed(statistics)).toMatchObject([table]);
  expect((await desk.submit()).problems).toEqual([]);
  await openAll();
  expect(await owed(statistics)).toEqual([]);
  expect(await owed(statistics, 'ended: true')).toMatchObject([{ status: 'MET', metByType: 'Submission' }]);
});

test('given a county that is late, then the obligation escalates to the city the day after', async () => {
  const taken = await takeObligationSteps(pgSql(desk.system.service.database.pool), new Date('2027-01-13T02:00:00Z'));
  expect(taken.escalated).toBe(2);
  const late = (await owed(cityStatistics)) as readonly { readonly organizationName: string }[];
  expect(late.map(({ organizationName }) => organizationName).toSorted()).toEqual(['510102总工会', '5101总工会']);
});

test('given a unit closed since, or founded after the campaign’s end, then it has no obligation', async () => {
  const { asOwner } = desk.system;
  const owedBy = (path: string) =>
    asOwner('select status, lapse_reason from obligation where organization_path = $1', [path]);
  await asOwner(`update organization set in_force_to = '2027-01-14' where organization_path = $1`, [otherCounty]);
  const late = '51/5101/510103/';
  await asOwner(
    `insert into organization (id, organization_path, code, name, kind, in_force_from)
     values (uuidv7(), $1, '510103', '510103总工会', 'COUNTY', '2027-03-01')`,
    [late],
  );
  const march = new Date('2027-03-02T02:00:00Z');
  await takeObligationSteps(pgSql(desk.system.service.database.pool), march);
  await openTablesDue(desk.system.service.database, march);
  expect(await owedBy(otherCounty)).toEqual([{ status: 'LAPSED', lapse_reason: 'RECORD_ENDED' }]);
  expect(await owedBy(late)).toEqual([]);
});
