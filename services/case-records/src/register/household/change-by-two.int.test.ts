import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDateAt } from '@nuangong/primitives';
import {
  approver,
  clerk,
  confirmPosting,
  identityNumber,
  openFiles,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

const clerkAsReviewer = { ...clerk, roles: ['REVIEWER'] as const };
const otherClerk = { ...clerk, staffId: crypto.randomUUID(), name: '孙经办' };

interface Changed {
  readonly waits: boolean;
  readonly household: {
    readonly monthlyIncomePerCapita: string;
    readonly hardshipClass: string | null;
    readonly caseFile: {
      readonly status: string;
      readonly version: number;
      readonly proposal: { readonly id: string } | null;
    };
  };
}

describe('facts that eligibility depends on, after the list was posted', () => {
  let service: CaseRecordsService;
  beforeAll(async () => {
    service = await startCaseRecords();
  });
  afterAll(() => service.stop());

  const codesOf = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
    problems.map(({ code }) => code);
  const versionOf = async (id: string) =>
    (await service.inspect<{ version: number }>('select version from case_file where id = $1', [id]))[0]?.version ?? 0;
  const statusOf = async (id: string) =>
    (await service.inspect<{ status: string }>('select status from case_file where id = $1', [id]))[0]?.status;
  const register = async (serial: number) => {
    const [made] = await registerHouseholds(service, clerk, [serial]);
    if (made === undefined) throw new Error('nothing was registered');
    return made;
  };
  const active = async (serial: number) => {
    const made = await register(serial);
    await openFiles(service, [made.caseFileId]);
    return made;
  };
  const change = async (
    made: { readonly householdId: string; readonly caseFileId: string },
    more: object,
    actor: typeof clerk = clerk,
  ) =>
    service.command<Changed>(
      actor,
      'changeHousehold',
      {
        householdId: made.householdId,
        version: await versionOf(made.caseFileId),
        why: '收入核实',
        unitName: '县农机厂',
        declaredSize: 3,
        monthlyIncomePerCapita: '300.00',
        causes: ['MAJOR_ILLNESS'],
        ...more,
      },
      'waits household { monthlyIncomePerCapita hardshipClass caseFile { status version proposal { id } } }',
    );
  const decide = async (actor: typeof clerk, proposalId: string, name = 'confirmProposal') =>
    codesOf(
      await service.command(actor, name, { proposalId, opinion: '已核对证明' }, 'proposal { decision decidedBy }'),
    );
  const told = (id: string) =>
    service.inspect<{ data: object }>(
      `select envelope->'data' as data from outbox where key = $1 and type = 'nuangong.case-file-changed.v1'`,
      [id],
    );

  test('one clerk alone cannot make an active household poorer, larger or a model worker’s', async () => {
    const made = await active(1);
    const poorer = await change(made, {
      monthlyIncomePerCapita: '100.00',
      declaredSize: 5,
      dibaoStatus: 'RECEIVING',
      causes: ['MAJOR_ILLNESS', 'DISASTER'],
      modelWorkerHonour: 'PROVINCIAL',
      migrantWorker: true,
    });
    expect(poorer).toMatchObject({
      problems: [],
      waits: true,
      household: { monthlyIncomePerCapita: '300.00', caseFile: { status: 'ACTIVE' } },
    });
    const proposalId = poorer.household.caseFile.proposal?.id ?? '';
    const counted = async (actor: typeof clerk) =>
      (await service.ask<{ caseWork: { proposals: number } }>(actor, '{ caseWork { proposals } }')).caseWork.proposals;
    expect([await counted(reviewer), await counted(approver), await counted(clerk)]).toEqual([1, 0, 0]);
    const query = `query($id: ID!) { caseFile(id: $id) { proposal { kind why proposedBy mayDecide
      changes { fact before after } } } }`;
    const { caseFile } = await service.ask<{ caseFile: object }>(reviewer, query, { id: made.caseFileId });
    expect(caseFile).toEqual({
      proposal: {
        kind: 'CHANGE',
        why: '收入核实',
        proposedBy: '王秀英',
        mayDecide: true,
        changes: [
          { fact: '家庭人均月收入', before: '300.00 元', after: '100.00 元' },
          { fact: '家庭人口', before: '3 人', after: '5 人' },
          { fact: '低保情况', before: '非低保', after: '低保户' },
          { fact: '致困原因', before: '大病', after: '灾害、大病' },
          { fact: '劳模称号', before: '无', after: '省级劳模' },
          { fact: '农民工', before: '否', after: '是' },
        ],
      },
    });
    expect(codesOf(await change(made, { monthlyIncomePerCapita: '90.00' }))).toEqual(['PROPOSAL_OPEN']);
    expect(await decide(clerkAsReviewer, proposalId)).toEqual(['OWN_PROPOSAL']);
    expect(await decide(approver, proposalId)).toEqual(['FORBIDDEN']);
    await expect(
      service.attack(clerk, `update household set per_capita_income_fen = 1 where id = $1`, [made.householdId]),
    ).rejects.toThrow('household_facts_change_by_two');
    expect(await told(made.caseFileId)).toEqual([]);
    expect(await decide(reviewer, proposalId)).toEqual([]);
    expect(await statusOf(made.caseFileId)).toBe('ACTIVE');
    expect(await told(made.caseFileId)).toMatchObject([
      {
        data: {
          caseFileVersion: 6,
          hardshipClass: 'BELOW_LINE',
          members: 5,
          modelWorker: true,
          changes: expect.arrayContaining([{ fact: '家庭人均月收入', before: '300.00 元', after: '100.00 元' }]),
          changedBy: { id: clerk.staffId, name: '王秀英' },
          confirmedBy: { id: reviewer.staffId, name: '李建国' },
        },
      },
    ]);
    const versions = await service.inspect(
      `select version, staff_name from household_version where household_id = $1 order by version`,
      [made.householdId],
    );
    expect(versions).toEqual([
      { version: 1, staff_name: '王秀英' },
      { version: 6, staff_name: '王秀英' },
    ]);
  });

  test('a person who registered or submitted a household does not confirm another’s change of it', async () => {
    const made = await active(10);
    const proposed = await change(made, { monthlyIncomePerCapita: '310.00' }, otherClerk);
    const proposalId = proposed.household.caseFile.proposal?.id ?? '';
    expect(await decide(clerkAsReviewer, proposalId)).toEqual(['OWN_WORK']);
    expect(await decide({ ...otherClerk, roles: ['REVIEWER'] }, proposalId)).toEqual(['OWN_PROPOSAL']);
    expect(await decide(reviewer, proposalId, 'refuseProposal')).toEqual([]);
    expect((await change(made, {})).household.monthlyIncomePerCapita).toBe('300.00');
  });

  test('other facts are changed by one person, with an event', async () => {
    const made = await active(20);
    const changed = await change(made, { unitName: '县纺织厂', remark: '住院' });
    expect(changed).toMatchObject({ problems: [], waits: false });
    expect(await told(made.caseFileId)).toMatchObject([
      { data: { changes: [{ fact: '工作单位', before: '县农机厂', after: '县纺织厂' }] } },
    ]);
  });

  test('a file with a changed class is posted again, and opened by another person than the one who confirmed it', async () => {
    const made = await active(30);
    const { household } = await change(made, { monthlyIncomePerCapita: '800.00', causes: ['SCHOOLING'] });
    expect(await decide(reviewer, household.caseFile.proposal?.id ?? '')).toEqual([]);
    expect(await statusOf(made.caseFileId)).toBe('COUNTY_REVIEW');
    expect(await told(made.caseFileId)).toMatchObject([{ data: { hardshipClass: 'MARGINAL', caseFileVersion: 7 } }]);
    expect(codesOf(await change(made, { monthlyIncomePerCapita: '700.00' }))).toEqual(['CASE_FILE_IN_REVIEW']);
    const { posting } = await service.command<{ posting: { id: string } }>(
      reviewer,
      'publishPosting',
      { place: '公示栏', from: addDays(localDateAt(new Date()), -20), caseFileIds: [made.caseFileId] },
      'posting { id }',
    );
    await confirmPosting(service, posting.id);
    const activated = await service.command<{ rows: { ok: boolean }[] }>(
      approver,
      'activatePosting',
      { postingId: posting.id },
      'rows { ok }',
    );
    expect(activated.rows).toEqual([{ ok: true }]);
  });

  test('an active file left without a class is suspended, with an event', async () => {
    const made = await active(40);
    const { household } = await change(made, { monthlyIncomePerCapita: '2600.00', causes: ['SCHOOLING'] });
    expect(await decide(reviewer, household.caseFile.proposal?.id ?? '')).toEqual([]);
    expect(await statusOf(made.caseFileId)).toBe('SUSPENDED');
    const events = await service.inspect<{ type: string }>(
      `select type from outbox where key = $1 and type like '%suspended%'`,
      [made.caseFileId],
    );
    expect(events).toHaveLength(1);
    const resumed = await service.command(
      approver,
      'resumeCaseFile',
      { caseFileId: made.caseFileId, reason: '核实' },
      'caseFile { status }',
    );
    expect(codesOf(resumed)).toEqual(['HARDSHIP_CLASS_MISSING']);
  });

  test('while posted, a change waits too, and the file is not opened until it is decided', async () => {
    const made = await register(50);
    const ids = [made.caseFileId];
    await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
    await service.command(reviewer, 'passCaseFiles', { ids }, 'rows { ok }');
    const { posting } = await service.command<{ posting: { id: string } }>(
      reviewer,
      'publishPosting',
      { place: '公示栏', from: addDays(localDateAt(new Date()), -20), caseFileIds: ids },
      'posting { id }',
    );
    await confirmPosting(service, posting.id);
    const { household } = await change(made, { monthlyIncomePerCapita: '320.00' });
    const open = async () =>
      (
        await service.command<{ rows: { problems: { code: string }[] }[] }>(
          approver,
          'activatePosting',
          { postingId: posting.id },
          'rows { problems { code } }',
        )
      ).rows.flatMap(codesOf);
    expect(await open()).toEqual(['PROPOSAL_OPEN']);
    expect(await decide(reviewer, household.caseFile.proposal?.id ?? '')).toEqual([]);
    expect(await statusOf(made.caseFileId)).toBe('POSTED');
    expect(await open()).toEqual([]);
    expect(await statusOf(made.caseFileId)).toBe('ACTIVE');
  });

  test('a change is checked when it is proposed, and a proposal registers nobody', async () => {
    const [mine] = [await active(60)];
    await register(61);
    const members = [{ name: '周某', relation: '妻子', identityNumber: identityNumber(61) }];
    expect(codesOf(await change(mine, { members }))).toContain('IN_ANOTHER_HOUSEHOLD');
    const newcomer = [{ name: '周小艳', relation: '女儿', identityNumber: identityNumber(62) }];
    const proposed = await change(mine, { members: newcomer });
    expect(proposed.waits).toBe(true);
    const people = () => service.inspect(`select 1 as person from person where name = '周小艳'`);
    expect(await people()).toEqual([]);
    expect(await decide(reviewer, proposed.household.caseFile.proposal?.id ?? '')).toEqual([]);
    expect(await people()).toHaveLength(1);
  });

  test('after the end of a file nothing can be changed until it is reopened', async () => {
    const made = await register(70);
    const ids = [made.caseFileId];
    await service.command(clerk, 'submitCaseFiles', { ids }, 'rows { ok }');
    await service.command(reviewer, 'rejectCaseFiles', { ids, opinion: '收入高于边缘线' }, 'rows { ok }');
    expect(codesOf(await change(made, { monthlyIncomePerCapita: '310.00' }))).toEqual(['CASE_FILE_ENDED']);
    await expect(
      service.attack(clerk, `update household set declared_size = 9 where id = $1`, [made.householdId]),
    ).rejects.toThrow('household_facts_change_by_two');
    await service.command(
      clerk,
      'reopenCaseFile',
      { caseFileId: made.caseFileId, reason: '失业' },
      'caseFile { status }',
    );
    expect(await change(made, { monthlyIncomePerCapita: '310.00' })).toMatchObject({ problems: [], waits: false });
  });
});
