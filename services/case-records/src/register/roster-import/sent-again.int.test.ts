import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  clerk,
  identityNumber,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { rosterDesk } from '../../testing/roster-desk.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

const { upload, read, start, rowsOf } = rosterDesk(() => service);

describe('a roster sent again', () => {
  interface Difference {
    readonly field: string;
    readonly sent: string | null;
    readonly registered: string | null;
  }

  const differencesOf = async (importId: string) => {
    const query = `query($id: ID!) { rosterImport(id: $id) { differing changed alreadyPresent rows(outcome: DIFFERENT) { items {
      id row householdId differences { field sent registered } } } } }`;
    const { rosterImport } = await service.ask<{
      rosterImport: {
        differing: number;
        changed: number;
        alreadyPresent: number;
        rows: { items: { id: string; householdId: string; differences: Difference[] }[] };
      };
    }>(clerk, query, { id: importId });
    return rosterImport;
  };
  const decide = (importId: string, rows: readonly string[], take: boolean, why: string) =>
    service.command<{ rows: { ok: boolean; problems: { code: string }[] }[] }>(
      clerk,
      'decideRosterDifferences',
      { importId, rows, take, why },
      'rows { id ok problems { code } }',
    );

  test('shows differences beside the registered values, and takes them only with a reason', async () => {
    const first = await upload('first-roster.csv');
    expect(await start(first.id)).toEqual([]);
    expect(await read(first.id)).toMatchObject({ accepted: 1 });
    const again = await upload('same-roster-with-corrected-account.csv');
    expect(await start(again.id)).toEqual([]);
    const waiting = await differencesOf(again.id);
    expect(waiting).toMatchObject({ differing: 1, changed: 0, alreadyPresent: 0 });
    const [row] = waiting.rows.items;
    expect(row?.differences).toEqual([
      { field: 'INCOME', sent: '500.00', registered: '300.00' },
      { field: 'PHONE', sent: '13800000999', registered: '138****0101' },
      { field: 'BANK_ACCOUNT', sent: '6222020000000000999', registered: '****0101' },
    ]);
    expect((await decide(again.id, [row?.id ?? ''], true, ' ')).problems).toMatchObject([{ code: 'TEXT_MISSING' }]);
    const taken = await decide(again.id, [row?.id ?? ''], true, '本人换了银行卡和手机');
    expect([taken.problems, taken.rows]).toMatchObject([[], [{ ok: true, problems: [] }]]);
    expect(await differencesOf(again.id)).toMatchObject({ differing: 0, changed: 1, rows: { items: [] } });
    const [household] = await service.inspect<{ income: string; phone: string; account: string; versions: number }>(
      `select per_capita_income_fen::text as income, p.masked_phone as phone, p.masked_bank_account as account,
         (select count(*)::int from household_version v where v.household_id = h.id) as versions
       from household h join person p on p.id = h.head_id where h.id = $1`,
      [row?.householdId],
    );
    expect(household).toEqual({ income: '50000', phone: '138****0999', account: '****0999', versions: 2 });
    const third = await upload('same-roster-with-corrected-account.csv');
    expect(await start(third.id)).toEqual([]);
    expect(await differencesOf(third.id)).toMatchObject({ differing: 0, alreadyPresent: 1 });
  });

  test('keeps the registered values when the clerk decides so, with a reason', async () => {
    const line = (income: string) =>
      Buffer.from(
        `姓名,身份证号码,家庭人口,家庭月人均收入,致困原因,联系电话\n留户,${identityNumber(69)},2,${income},残疾,\n`,
      );
    const first = await upload('留.csv', line('300'));
    await start(first.id);
    const again = await upload('留二.csv', line('400'));
    await start(again.id);
    const { rows } = await differencesOf(again.id);
    expect(rows.items[0]?.differences).toEqual([{ field: 'INCOME', sent: '400.00', registered: '300.00' }]);
    expect((await decide(again.id, [rows.items[0]?.id ?? ''], false, '名册上的是旧数')).rows).toMatchObject([
      { ok: true },
    ]);
    expect(await differencesOf(again.id)).toMatchObject({ differing: 0, changed: 0, alreadyPresent: 1 });
    const [kept] = await service.inspect<{ income: string; why: string }>(
      `select h.per_capita_income_fen::text as income, r.decided_why as why from roster_row r join household h on h.id = r.household_id where r.import_id = $1`,
      [again.id],
    );
    expect(kept).toEqual({ income: '30000', why: expect.stringMatching(/^v2[.]/) });
    expect((await decide(again.id, [rows.items[0]?.id ?? ''], true, '再来一次')).rows).toMatchObject([
      { ok: false, problems: [{ code: 'CHANGED_MEANWHILE' }] },
    ]);
  });

  test('gives the head’s standing; taking it leaves the members’ standing unchanged', async () => {
    const line = (income: string, standing: string) =>
      Buffer.from(
        `姓名,身份证号码,家庭人口,家庭月人均收入,致困原因,人员类别\n身户,${identityNumber(68)},3,${income},残疾,${standing}\n`,
      );
    const first = await upload('身份.csv', line('300', '农民工'));
    await start(first.id);
    const find = `select h.id, h.head_standing as head, h.migrant_worker as migrant, m.standing as member
      from household h join person p on p.id = h.head_id
      left join household_member m on m.household_id = h.id and m.position = 1
      where h.head_name = '身户'`;
    const [made] = await service.inspect<{ id: string }>(find);
    expect(made).toMatchObject({ head: 'WORKER', migrant: true });
    const wife = { name: '身妻', relation: '妻', standing: 'TOWNSPERSON', ruralRegistration: false };
    const change = {
      householdId: made?.id,
      version: 1,
      why: '补录',
      declaredSize: 3,
      monthlyIncomePerCapita: '300',
      causes: ['DISABILITY'],
      migrantWorker: true,
    };
    expect((await service.command(clerk, 'changeHousehold', { ...change, members: [wife] }, 'waits')).problems).toEqual(
      [],
    );
    const again = await upload('身份二.csv', line('400', '农民'));
    await start(again.id);
    const { rows } = await differencesOf(again.id);
    expect(rows.items[0]?.differences).toEqual([
      { field: 'INCOME', sent: '400.00', registered: '300.00' },
      { field: 'STANDING', sent: '农民', registered: '职工' },
      { field: 'MIGRANT', sent: '否', registered: '是' },
    ]);
    expect((await decide(again.id, [rows.items[0]?.id ?? ''], true, '身份已核对')).rows).toMatchObject([{ ok: true }]);
    expect(await service.inspect(find)).toMatchObject([{ head: 'FARMER', migrant: false, member: 'TOWNSPERSON' }]);
  });

  test('shows differing names side by side, and a member of one household cannot head another', async () => {
    const member = { name: '张小三', relation: '子', identityNumber: '510105197112050010' };
    const wife = { name: '妻甲', relation: '妻', identityNumber: '510105197112020014' };
    const input = {
      headName: '夫甲',
      identityNumber: identityNumber(60),
      declaredSize: 3,
      monthlyIncomePerCapita: '300',
      causes: ['MAJOR_ILLNESS'],
      members: [member, wife],
    };
    expect((await service.command(clerk, 'registerHousehold', input, 'household { id }')).problems).toEqual([]);
    for (const [file, code] of [
      ['person-known-under-another-name.csv', 'NAME_DIFFERS'],
      ['wife-heads-another-household.csv', 'IN_ANOTHER_HOUSEHOLD'],
    ] as const) {
      const roster = await upload(file);
      expect(await start(roster.id)).toEqual([]);
      const [row] = await rowsOf(roster.id);
      expect(row).toMatchObject({ outcome: 'REJECTED' });
      expect(row?.reasons.map((each) => each.code)).toContain(code);
      if (code === 'NAME_DIFFERS') expect(row?.reasons.at(-1)?.message).toMatch(/“张小三”.*“张晓山”/);
    }
  });
});
