import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerk,
  householdInput,
  identityNumber,
  openFiles,
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
    readonly headStanding: string;
    readonly workers: number;
    readonly migrantWorkers: number;
    readonly members: readonly { readonly id: string; readonly name: string; readonly standing: string | null }[];
    readonly caseFile: {
      readonly id: string;
      readonly version: number;
      readonly proposal: { readonly id: string } | null;
    };
  };
}
const fields = `household { id headStanding workers migrantWorkers members { id name standing ruralRegistration }
  caseFile { id version proposal { id } } }`;
const fresh = () => ({ ...clerk, staffId: crypto.randomUUID() });

const register = async (serial: number, more: object) => {
  const input = householdInput(serial, { declaredSize: 4, ...more });
  return service.command<Registered>(fresh(), 'registerHousehold', input, fields);
};
const change = ({ id }: Registered['household'], version: number, more: object) =>
  service.command<Registered & { readonly waits: boolean }>(
    fresh(),
    'changeHousehold',
    {
      householdId: id,
      version,
      why: '核实身份',
      unitName: '县农机厂',
      declaredSize: 4,
      monthlyIncomePerCapita: '300.00',
      causes: ['MAJOR_ILLNESS'],
      ...more,
    },
    `waits ${fields}`,
  );
const told = (caseFileId: string, event: 'case-file-activated' | 'case-file-changed') =>
  service.inspect<{ data: Record<string, unknown> }>(
    `select envelope->'data' as data from outbox where key = $1 and type = $2 order by position`,
    [caseFileId, `nuangong.${event}.v1`],
  );

const member = (name: string, more: object = {}) => ({ name, relation: '家人', ...more });
const farmerAndTownsperson = [
  member('周农', { standing: 'FARMER', ruralRegistration: true, monthlyIncome: '500.00' }),
  member('周镇', { standing: 'TOWNSPERSON' }),
];

test('a household of farmers and townspeople has no worker, regardless of income, and its file reports none', async () => {
  const { problems, household } = await register(1, { headStanding: 'FARMER', members: farmerAndTownsperson });
  expect(problems).toEqual([]);
  expect(household).toMatchObject({ headStanding: 'FARMER', workers: 0, migrantWorkers: 0 });
  await openFiles(service, [household.caseFile.id]);
  expect(await told(household.caseFile.id, 'case-file-activated')).toMatchObject([
    { data: { members: 4, workers: 0, migrantWorkers: 0, newGenerationMigrantWorker: false } },
  ]);
});

test('the head is a worker by default; a member counts as stated, and as no worker when nothing is stated', async () => {
  const members = [
    member('周工', { identityNumber: identityNumber(901), standing: 'WORKER', ruralRegistration: true }),
    member('周未知', { monthlyIncome: '2000.00', ruralRegistration: true }),
    member('周学', { standing: 'TOWNSPERSON' }),
  ];
  const { household } = await register(2, { members });
  expect(household).toMatchObject({
    headStanding: 'WORKER',
    workers: 2,
    migrantWorkers: 1,
    members: [{}, { standing: 'WORKER', ruralRegistration: true }, { standing: null }, { standing: 'TOWNSPERSON' }],
  });
  await openFiles(service, [household.caseFile.id]);
  expect(await told(household.caseFile.id, 'case-file-activated')).toMatchObject([
    { data: { members: 4, workers: 2, migrantWorkers: 1 } },
  ]);
});

test('a migrant worker is a worker, in the form and in the database', async () => {
  const refused = await register(3, { headStanding: 'TOWNSPERSON', migrantWorker: true });
  expect(refused.problems).toEqual([{ code: 'MIGRANT_WORKER_NO_WORKER', field: 'migrantWorker' }]);
  const { household } = await register(3, { headStanding: 'TOWNSPERSON' });
  const attack = (sql: string) => service.attack(clerk, sql, [household.id]);
  await expect(attack('update household set migrant_worker = true where id = $1')).rejects.toThrow(
    'household_migrant_worker_is_worker',
  );
  await expect(attack(`update household set head_standing = 'SOLDIER' where id = $1`)).rejects.toThrow('check');
  await expect(attack(`update household_member set standing = 'FARMER' where household_id = $1`)).rejects.toThrow(
    'household_member_head_stands_with_household',
  );
});

test('after the list was posted, a change of a member’s standing needs a second person, keeps a version and is announced', async () => {
  const { household } = await register(4, { members: farmerAndTownsperson });
  await openFiles(service, [household.caseFile.id]);
  const [farmer, townsperson] = farmerAndTownsperson;
  const members = [{ ...farmer, standing: 'WORKER' }, townsperson];
  const changed = await change(household, 5, { headStanding: 'TOWNSPERSON', members });
  expect(changed).toMatchObject({ problems: [], waits: true, household: { workers: 1, migrantWorkers: 0 } });
  await expect(
    service.attack(clerk, `update household set head_standing = 'FARMER' where id = $1`, [household.id]),
  ).rejects.toThrow('household_facts_change_by_two');
  const proposalId = changed.household.caseFile.proposal?.id;
  const confirmed = await service.command(
    reviewer,
    'confirmProposal',
    { proposalId, opinion: '已核对' },
    'proposal { decision }',
  );
  expect(confirmed.problems).toEqual([]);
  expect(await told(household.caseFile.id, 'case-file-changed')).toMatchObject([
    {
      data: {
        workers: 1,
        migrantWorkers: 1,
        changes: [
          { fact: '户主身份', before: '职工', after: '城镇居民' },
          { fact: '成员身份', before: '农民（农村户籍）、城镇居民', after: '职工（农村户籍）、城镇居民' },
        ],
      },
    },
  ]);
  const { household: seen } = await service.ask<{ household: { versions: { state: object }[] } }>(
    clerk,
    'query($id: ID!) { household(id: $id) { versions { state } } }',
    { id: household.id },
  );
  expect(seen.versions).toMatchObject([
    { state: { head_standing: 'TOWNSPERSON', members: [{ standing: 'WORKER', ruralRegistration: true }, {}] } },
    { state: { head_standing: 'WORKER', members: [{ standing: 'FARMER' }, { standing: 'TOWNSPERSON' }] } },
  ]);
});

test('the next head of a household has their own standing', async () => {
  const widow = { name: '周遗孀', relation: '妻', identityNumber: identityNumber(905) };
  const { household } = await register(5, { migrantWorker: true, members: [widow, ...farmerAndTownsperson] });
  await openFiles(service, [household.caseFile.id]);
  const [head, wife] = household.members;
  const move = async (version: number) =>
    service.command<Registered>(
      fresh(),
      'recordMove',
      {
        householdId: household.id,
        version,
        memberId: head?.id,
        reason: 'HEAD_DIED',
        movedOn: '2026-11-02',
        why: '户主病故',
        successorId: wife?.id,
      },
      fields,
    );
  expect((await move(5)).problems).toEqual([{ code: 'SUCCESSOR_WITHOUT_STANDING', field: 'successorId' }]);
  const said = await change(household, 5, {
    migrantWorker: true,
    members: [{ ...widow, standing: 'TOWNSPERSON' }, ...farmerAndTownsperson],
  });
  const proposalId = said.household.caseFile.proposal?.id;
  await service.command(reviewer, 'confirmProposal', { proposalId, opinion: '已核对' }, 'proposal { decision }');
  expect(await move(6)).toMatchObject({
    problems: [],
    household: { headStanding: 'TOWNSPERSON', workers: 0, migrantWorkers: 0 },
  });
  expect((await told(household.caseFile.id, 'case-file-changed')).at(-1)).toMatchObject({
    data: { members: 3, workers: 0, migrantWorkers: 0, newGenerationMigrantWorker: false },
  });
});
