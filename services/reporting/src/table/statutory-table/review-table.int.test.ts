import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, organizationOf } from '../../testing/reporting-system.ts';
import { cityStatistics, openDesk, statistics, stranger, type StatisticsDesk } from '../../testing/statistics-desk.ts';
import { city, county } from '../../testing/winter-campaign.ts';
import { openTablesDue } from '../reporting-work/open-tables-due.ts';

let desk: StatisticsDesk;
beforeAll(async () => {
  desk = await openDesk(3);
  await desk.system.asOwner(`update organization set in_force_from = '2020-01-01'`);
  await openTablesDue(desk.system.service.database, new Date('2026-12-15T02:00:00Z'));
}, 120_000);
afterAll(() => desk.system.stop());

const ofCounty = organizationOf(county).id;
const owed = () =>
  desk.system.asOwner<{ status: string; due_on: string; form: string }>(
    `select status, due_on::text, parts->>'form' as form from obligation
     where kind = 'TABLE_DUE' and organization_path = $1 order by opened_at, id`,
    [county],
  );
const submitted = async (value: string): Promise<string> => {
  await desk.enter({ cell: '1A', value });
  expect((await desk.submit()).problems).toEqual([]);
  return (await desk.submission(cityStatistics, ofCounty))!.id;
};
const cityOnes = async () => {
  const cell = (await desk.cells(cityStatistics))['1A'];
  return [cell?.value, cell?.state];
};

describe('a submitted table', () => {
  let first: string;

  test('given one that is only submitted, then the city’s figures do not include it yet', async () => {
    first = await submitted('12000');
    expect(await cityOnes()).toEqual(['', 'EMPTY']);
    expect(await owed()).toMatchObject([{ status: 'MET' }]);
    expect(await desk.submission(cityStatistics, ofCounty)).toMatchObject({
      status: 'SUBMITTED',
      mayReturn: true,
      mayAccept: true,
    });
    expect(await desk.submission()).toMatchObject({ mayReturn: false, mayAccept: false });
  });

  test('is reviewed by the statistics officer directly above, who gives a reason for a return', async () => {
    const refusals = async (...given: Parameters<StatisticsDesk['return']>) =>
      (await desk.return(...given)).problems.map(({ code, field }) => [code, field]);
    expect(await refusals({ submissionId: first }, cityStatistics)).toEqual([['RETURN_NEEDS_REASON', 'opinion']]);
    expect(await refusals({ submissionId: first, remarks: [{ cell: '99Z', text: '?' }] }, cityStatistics)).toEqual([
      ['NOT_FOUND', 'cell'],
    ]);
    for (const other of [statistics, stranger, actorOf('51/', ['STATISTICS'])]) {
      expect(await refusals({ submissionId: first, opinion: '核对' }, other)).toEqual([['NOT_FOUND', null]]);
    }
    expect(await refusals({ submissionId: first, opinion: '核对' }, actorOf(city, ['APPROVER']))).toEqual([
      ['FORBIDDEN', null],
    ]);
  });

  test('given a submitter who now works for the superior, then another person must review, in the service and the database', async () => {
    const maker = { ...cityStatistics, staffId: statistics.staffId };
    expect((await desk.accept({ submissionId: first }, maker)).problems).toMatchObject([{ code: 'OWN_TABLE' }]);
    expect(await desk.submission(maker, ofCounty)).toMatchObject({ mayAccept: false, mayReturn: false });
    const forged = desk.system.asOwner(
      `insert into submission_review (organization_path, submission_id, decision, decided_by, decided_by_name, decided_at)
       select organization_path, id, 'ACCEPTED', submitted_by, 'x', now() from submission where id = '${first}'`,
    );
    await expect(forged).rejects.toThrow('submission_reviewed_by_another');
  });

  test('given a return, then it is open again with the remark at its cell, and the county’s obligation is open again', async () => {
    const remarks = [
      { cell: '1A', text: '与上年相差一万，核对' },
      { cell: '1A.migrant', text: '  ' },
    ];
    expect(await desk.return({ submissionId: first, opinion: '改后重报', remarks }, cityStatistics)).toEqual({
      problems: [],
      submission: { status: 'RETURNED' },
    });
    expect(await desk.submission()).toMatchObject({
      status: 'RETURNED',
      reviewedBy: '谢芳',
      opinion: '改后重报',
      cellRemarks: [{ cell: '1A', text: '与上年相差一万，核对' }],
    });
    expect((await desk.history('1A'))[0]).toMatchObject({
      kind: 'RETURNED',
      value: '12000',
      by: '谢芳',
      reason: '与上年相差一万，核对',
    });
    expect(await owed()).toMatchObject([
      { status: 'MET' },
      { status: 'OPEN', due_on: '2027-01-13', form: '送温暖工程统计表（已退回，改后重报）' },
    ]);
    const work = { toSubmit: 1, toReview: 0 };
    expect(await desk.system.ask(statistics, '{ reportingWork { toSubmit toReview } }')).toEqual({
      reportingWork: work,
    });
    const codes = async (accepting: Promise<{ problems: { code: string }[] }>) =>
      (await accepting).problems.map(({ code }) => code);
    expect(await codes(desk.accept({ submissionId: first }, cityStatistics))).toEqual(['ALREADY_RETURNED']);
  });

  test('given it is submitted again and accepted, then it counts beside the city’s own figure, and the obligation is met', async () => {
    const second = await submitted('22000');
    expect(await desk.return({ submissionId: first, opinion: '再改' }, cityStatistics)).toMatchObject({
      problems: [{ code: 'CHANGED_MEANWHILE' }],
    });
    const both = await Promise.all([1, 2].map(() => desk.accept({ submissionId: second }, cityStatistics)));
    expect(both.map(({ problems }) => problems.map(({ code }) => code).join() || 'done').sort()).toEqual([
      'ALREADY_ACCEPTED',
      'done',
    ]);
    expect(await cityOnes()).toEqual(['22000', 'AUTO']);
    await desk.enter({ cell: '1A', value: '300' }, cityStatistics);
    expect((await desk.cells(cityStatistics))['1A']).toMatchObject({
      value: '22300',
      derived: '22000',
      state: 'ENTERED',
    });
    expect((await owed()).map(({ status }) => status)).toEqual(['MET', 'MET']);
    await desk.enter({ cell: '4B', value: '3' });
    expect((await desk.submit()).problems).toEqual([{ code: 'ALREADY_ACCEPTED', field: null }]);
    const { tableForSubordinates } = await desk.system.ask<{ tableForSubordinates: { status: string | null }[] }>(
      cityStatistics,
      '{ tableForSubordinates(form: "warmth-table") { status } }',
    );
    expect(tableForSubordinates.map(({ status }) => status)).toEqual(['ACCEPTED', null]);
  });

  test('given an accepted one is returned, then it no longer counts; the earlier decision stays on record', async () => {
    const accepted = (await desk.submission(cityStatistics, ofCounty))!.id;
    expect((await desk.return({ submissionId: accepted, opinion: '漏了一乡' }, cityStatistics)).problems).toEqual([]);
    expect(await cityOnes()).toEqual(['300', 'ENTERED']);
    expect(await desk.system.asOwner('select decision::text from submission_review order by id')).toEqual([
      { decision: 'RETURNED' },
      { decision: 'ACCEPTED' },
      { decision: 'RETURNED' },
    ]);
    await expect(desk.system.asOwner(`update submission_review set opinion = 'x'`)).rejects.toThrow('append-only');
    const actions = await desk.system.asOwner<{ action: string }>(
      `select action from audit_entry where action in ('table.return', 'table.accept') order by id`,
    );
    expect(actions.map(({ action }) => action)).toEqual(['table.return', 'table.accept', 'table.return']);
  });

  test('given one for other days than the campaign’s, then its acceptance or return does not affect the obligation', async () => {
    const before = await owed();
    const input = { campaignId: '00000000-0000-7000-8000-0000000c0001', from: '2026-12-01', to: '2026-12-31' };
    const submission = async () => {
      expect((await desk.submit(statistics, input)).problems).toEqual([]);
      const [last] = await desk.system.asOwner<{ id: string }>('select id from submission order by id desc limit 1');
      return { submissionId: last!.id };
    };
    const only = await submission();
    expect((await desk.accept(only, cityStatistics)).problems).toEqual([]);
    expect(await owed()).toEqual(before);
    const given = { ...only, opinion: '改按活动全期填报' };
    expect((await desk.return(given, cityStatistics)).problems).toEqual([]);
    expect(await owed()).toEqual(before);
  });
});
