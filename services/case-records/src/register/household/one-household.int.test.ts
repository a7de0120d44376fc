import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  clerk,
  householdInput,
  identityNumber,
  otherClerk,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

interface Registered {
  readonly household: {
    readonly id: string;
    readonly head: { readonly id: string; readonly name: string };
    readonly members: readonly { readonly id: string; readonly name: string; readonly relation: string }[];
    readonly caseFile: { readonly id: string; readonly number: string; readonly version: number };
  } | null;
}

const fields = 'household { id size head { id name } members { id name relation } caseFile { id number version } }';
const fresh = (actor: typeof clerk): typeof clerk => ({ ...actor, staffId: crypto.randomUUID() });
const register = (actor: typeof clerk, input: object) =>
  service.command<Registered>(fresh(actor), 'registerHousehold', input, fields);
const change = (actor: typeof clerk, household: Registered['household'], more: object) =>
  service.command<Registered>(
    fresh(actor),
    'changeHousehold',
    {
      householdId: household?.id,
      version: household?.caseFile.version,
      why: '核实',
      declaredSize: 5,
      monthlyIncomePerCapita: '300',
      causes: ['SCHOOLING'],
      ...more,
    },
    fields,
  );
const member = (serial: number, name = '周小明', more: object = {}) => ({
  name,
  relation: '子女',
  identityNumber: identityNumber(serial),
  ...more,
});
const words = async (actor: typeof clerk, input: object) => {
  const query = `mutation($input: RegisterHouseholdInput!) {
    registerHousehold(input: $input) { problems { code field zh } } }`;
  const { registerHousehold } = await service.ask<{
    registerHousehold: { problems: { code: string; field: string; zh: string }[] };
  }>(fresh(actor), query, { input });
  return registerHousehold.problems;
};

async function importRoster(
  file: string,
): Promise<readonly { outcome: string; reasons: { code: string; message: { zh: string } }[] }[]> {
  const content = await readFile(new URL(`__fixtures__/${file}`, import.meta.url));
  const uploaded = await service.upload(clerk, '/files/case-records/rosters', { name: file, content });
  const { importId: id } = (await uploaded.json()) as { importId: string };
  await service.parts.background.idle();
  const { problems } = await service.command(clerk, 'startRosterImport', { importId: id }, 'rosterImport { id }');
  expect(problems).toEqual([]);
  await service.parts.background.idle();
  return service.inspect('select outcome, reasons from roster_row where import_id = $1 order by row_number', [id]);
}

describe('one person, one living household', () => {
  test('a member cannot head or join another household without a recorded move', async () => {
    const { household } = await register(
      clerk,
      householdInput(1, { headName: '夫甲', members: [{ ...member(2, '妻甲'), relation: '妻' }] }),
    );
    const number = household?.caseFile.number ?? '?';
    const heads = await words(clerk, householdInput(2, { headName: '妻甲' }));
    expect(heads).toMatchObject([{ code: 'IN_ANOTHER_HOUSEHOLD', field: 'identityNumber' }]);
    expect(heads[0]?.zh).toContain(number);
    const joins = await words(clerk, householdInput(3, { members: [member(2, '妻甲')] }));
    expect(joins).toMatchObject([{ code: 'IN_ANOTHER_HOUSEHOLD', field: 'members.0.identityNumber' }]);
    const elsewhere = await words(otherClerk, householdInput(2, { headName: '妻甲' }));
    expect(elsewhere).toMatchObject([{ code: 'REGISTERED_ELSEWHERE', field: 'identityNumber' }]);
    expect(elsewhere[0]?.zh).not.toContain(number);
  });

  test('a roster row is refused when its head is a member, for example a wife, of another household', async () => {
    const identity = '510105197112020014';
    await register(
      clerk,
      householdInput(5, { headName: '夫乙', members: [{ name: '妻甲', relation: '妻', identityNumber: identity }] }),
    );
    expect(await importRoster('wife-heads-another-household.csv')).toMatchObject([
      { outcome: 'REJECTED', reasons: [{ code: 'IN_ANOTHER_HOUSEHOLD' }] },
    ]);
  });

  test('the head cannot be a member too, nobody is listed twice, and the size covers all members', async () => {
    const twice = await register(clerk, householdInput(10, { members: [member(10), member(11), member(11)] }));
    expect(twice.problems).toEqual([{ code: 'SIZE_BELOW_MEMBERS', field: 'declaredSize' }]);
    const large = { declaredSize: 5, members: [member(10), member(11), member(11)] };
    expect((await register(clerk, householdInput(10, large))).problems).toEqual([
      { code: 'TWICE_IN_HOUSEHOLD', field: 'members.0.identityNumber' },
      { code: 'TWICE_IN_HOUSEHOLD', field: 'members.2.identityNumber' },
    ]);
    const { household } = await register(clerk, householdInput(10));
    expect((await change(clerk, household, { members: [member(10)] })).problems).toEqual([
      { code: 'TWICE_IN_HOUSEHOLD', field: 'members.0.identityNumber' },
    ]);
  });

  test('a double click is answered with the unit’s own file, not with “registered elsewhere”', async () => {
    for (let serial = 20; serial < 26; serial += 1) {
      const input = householdInput(serial);
      const both = await Promise.all([words(clerk, input), words(clerk, input)]);
      const refused = both.flat();
      expect(refused).toMatchObject([{ code: 'ALREADY_REGISTERED', field: 'identityNumber' }]);
      const [{ number = '?' } = {}] = await service.inspect<{ number: string }>(
        `select number from case_file f join household_member m on m.household_id = f.household_id
         order by f.sequence desc limit 1`,
      );
      expect(refused[0]?.zh).toContain(number);
    }
  });
});

describe('a recorded move', () => {
  const move = (actor: typeof clerk, household: Registered['household'], name: string, more: object = {}) =>
    service.command<Registered>(
      fresh(actor),
      'recordMove',
      {
        householdId: household?.id,
        version: household?.caseFile.version,
        memberId: household?.members.find((each) => each.name === name)?.id,
        reason: 'MARRIAGE',
        movedOn: '2026-11-02',
        why: '出嫁另立户',
        ...more,
      },
      fields,
    );

  test('releases a member, who can then head another household; day, reason and author are kept', async () => {
    const { household } = await register(clerk, householdInput(30, { members: [member(31, '周大妹'), member(32)] }));
    const moved = await move(clerk, household, '周大妹');
    expect(moved).toMatchObject({
      problems: [],
      household: { size: 2, members: [{ name: '周艳明', relation: '户主' }, { name: '周小明' }] },
    });
    expect((await register(clerk, householdInput(31, { headName: '周大妹' }))).problems).toEqual([]);
    const kept = await service.inspect(
      `select name, relation, reason, moved_on::text, why, staff_name from household_move where household_id = $1`,
      [household?.id],
    );
    expect(kept).toEqual([
      {
        name: '周大妹',
        relation: '子女',
        reason: 'MARRIAGE',
        moved_on: '2026-11-02',
        why: expect.stringMatching(/^v2[.]/),
        staff_name: '王秀英',
      },
    ]);
    const timeline = await service.ask<{ household: { caseTimeline: { kind: string; detail: string }[] } }>(
      clerk,
      'query($id: ID!) { household(id: $id) { caseTimeline { kind detail } versions { why } } }',
      { id: household?.id },
    );
    expect(timeline.household).toMatchObject({
      caseTimeline: expect.arrayContaining([{ kind: 'MEMBER_MOVED', detail: expect.stringContaining('周大妹') }]),
      versions: [{ why: expect.stringContaining('周大妹') }, { why: '登记' }],
    });
    await expect(service.attack(clerk, `update household_move set why = 'x'`)).rejects.toThrow('append-only');
  });

  test('is required: neither the form nor the database drops a member by a change', async () => {
    const { household } = await register(clerk, householdInput(40, { members: [member(41, '周二妹')] }));
    expect((await change(clerk, household, { members: [] })).problems).toEqual([
      { code: 'MOVE_NOT_RECORDED', field: 'members' },
    ]);
    await expect(
      service.attack(clerk, 'delete from household_member where household_id = $1 and position = 1', [household?.id]),
    ).rejects.toThrow('member_leaves_by_a_move');
  });

  test('of the head names the next head', async () => {
    const { household } = await register(
      clerk,
      householdInput(50, {
        members: [member(51, '周遗孀', { standing: 'WORKER' }), { name: '周幼子', relation: '子' }],
      }),
    );
    const died = { reason: 'HEAD_DIED', why: '户主病故' };
    const head = '周艳明';
    expect((await move(clerk, household, head, died)).problems).toEqual([
      { code: 'SUCCESSOR_MISSING', field: 'successorId' },
    ]);
    const child = household?.members.find(({ name }) => name === '周幼子')?.id;
    expect((await move(clerk, household, head, { ...died, successorId: child })).problems).toEqual([
      { code: 'SUCCESSOR_WITHOUT_NUMBER', field: 'successorId' },
    ]);
    const widow = household?.members.find(({ name }) => name === '周遗孀')?.id;
    const moved = await move(clerk, household, head, { ...died, successorId: widow });
    expect(moved).toMatchObject({
      problems: [],
      household: {
        size: 2,
        head: { name: '周遗孀' },
        members: [{ name: '周遗孀', relation: '户主' }, { name: '周幼子' }],
      },
    });
    const found = await service.ask<{ households: { total: number } }>(
      fresh(clerk),
      'query($n: String!) { households(filter: { identityNumber: $n }) { total } }',
      { n: identityNumber(51) },
    );
    expect(found.households.total).toBe(1);
  });

  test('needs a past day and a reason, and is not for another county to record', async () => {
    const { household } = await register(clerk, householdInput(60, { members: [member(61, '周三妹')] }));
    expect((await move(clerk, household, '周三妹', { movedOn: '2199-01-01' })).problems).toEqual([
      { code: 'DATE_IN_FUTURE', field: 'movedOn' },
    ]);
    expect((await move(clerk, household, '周三妹', { why: ' ' })).problems).toEqual([
      { code: 'TEXT_MISSING', field: 'why' },
    ]);
    expect((await move(otherClerk, household, '周三妹')).problems).toEqual([
      { code: 'NOT_FOUND', field: 'householdId' },
    ]);
    expect((await move(reviewer, household, '周三妹')).problems.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect((await move(clerk, household, '周三妹', { version: 9 })).problems).toMatchObject([
      { code: 'CHANGED_MEANWHILE' },
    ]);
  });
});

describe('a number known under another name', () => {
  test('is shown with both names, and entered as decided; the payee is the name that the clerk sees', async () => {
    const { household } = await register(
      clerk,
      householdInput(70, { headName: '赵甲', members: [member(71, '张小三')] }),
    );
    const moved = household?.members.find(({ name }) => name === '张小三');
    await service.command(
      fresh(clerk),
      'recordMove',
      {
        householdId: household?.id,
        version: 1,
        memberId: moved?.id,
        reason: 'SEPARATION',
        movedOn: '2026-11-02',
        why: '分户',
      },
      'household { id }',
    );
    const differs = await words(clerk, householdInput(71, { headName: '张晓山' }));
    expect(differs).toMatchObject([{ code: 'NAME_DIFFERS', field: 'headName' }]);
    expect(differs[0]?.zh).toMatch(/张小三.*张晓山/);
    const wordless = { right: 'TYPED', why: '' };
    expect(await words(clerk, householdInput(71, { headName: '张晓山', nameAnswer: wordless }))).toMatchObject([
      { code: 'TEXT_MISSING', field: 'headNameWhy' },
    ]);
    const taken = await register(
      clerk,
      householdInput(71, { headName: '张晓山', nameAnswer: { right: 'TYPED', why: '按身份证改正' } }),
    );
    expect(taken).toMatchObject({
      problems: [],
      household: { head: { name: '张晓山' }, members: [{ name: '张晓山' }] },
    });
    const kept = await service.inspect(
      `select before ->> 'name' as before, after ->> 'name' as after, why, corrected_by_name as by
       from person_correction where person_id = $1`,
      [taken.household?.head.id],
    );
    expect(kept).toEqual([{ before: '张小三', after: '张晓山', why: expect.stringMatching(/^v2[.]/), by: '王秀英' }]);
  });

  test('keeps the known spelling when only the dot differs or the clerk decides so', async () => {
    const { household } = await register(
      clerk,
      householdInput(80, { members: [member(81, '阿依·古丽'), member(82, '周旧名')] }),
    );
    const kept = await change(clerk, household, {
      members: [member(81, '阿依・古丽'), member(82, '周新名', { nameAnswer: { right: 'KNOWN' } })],
    });
    expect(kept).toMatchObject({
      problems: [],
      household: { members: [{}, { name: '阿依·古丽' }, { name: '周旧名' }] },
    });
  });

  test('is reported with both names in its row of a roster', async () => {
    const identity = '510105197112050010';
    await register(
      clerk,
      householdInput(90, { headName: '张父', members: [{ name: '张小三', relation: '子', identityNumber: identity }] }),
    );
    const [row] = await importRoster('person-known-under-another-name.csv');
    expect(row?.outcome).toBe('REJECTED');
    expect(row?.reasons.map(({ code }) => code)).toEqual(['IN_ANOTHER_HOUSEHOLD', 'NAME_DIFFERS']);
    expect(row?.reasons[1]?.message.zh).toMatch(/张小三.*张晓山/);
  });
});

test('a member stored with another dot stays the same person when the form is sent again', async () => {
  const made = await register(clerk, householdInput(890, { declaredSize: 5, members: [member(891, '古丽·阿不都')] }));
  const kept = made.household?.members[1]?.id;
  await service.inspect(`update household_member set name = '古丽•阿不都' where household_id = $1 and position = 1`, [
    made.household?.id,
  ]);
  const again = await change(clerk, made.household, { members: [{ name: '古丽•阿不都', relation: '子女' }] });
  expect(again).toMatchObject({ problems: [], household: { members: [{}, { id: kept, name: '古丽·阿不都' }] } });
});
