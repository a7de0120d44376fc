import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, checkCharacterOf, localDateAt } from '@nuangong/primitives';
import {
  approver,
  clerk,
  householdInput,
  identityNumber,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from './testing/case-records-service.ts';

const numberOfOneBorn = (day: string) => {
  const first17 = `510101${day}002`;
  return first17 + checkCharacterOf(first17);
};
const today = localDateAt(new Date());

describe('days on which something happened', () => {
  let service: CaseRecordsService;
  beforeAll(async () => {
    service = await startCaseRecords();
  });
  afterAll(() => service.stop());

  const register = async (more: object) =>
    (await service.command(clerk, 'registerHousehold', householdInput(1, more), 'household { id }')).problems;

  test('a person born in 1850, or a child without a guardian, cannot head a household', async () => {
    expect(await register({ identityNumber: numberOfOneBorn('18500101') })).toEqual([
      { code: 'IDENTITY_BIRTH_DATE', field: 'identityNumber' },
    ]);
    const child = { identityNumber: numberOfOneBorn(addDays(today, -300).replaceAll('-', '')) };
    expect(await register(child)).toEqual([{ code: 'HEAD_UNDER_AGE', field: 'identityNumber' }]);
    const guardian = { name: '周守成', relation: '祖父（监护人）', identityNumber: identityNumber(2) };
    expect(await register({ ...child, members: [{ ...guardian, identityNumber: '' }] })).toEqual([
      { code: 'HEAD_UNDER_AGE', field: 'identityNumber' },
    ]);
    expect(await register({ ...child, members: [guardian] })).toEqual([]);
    expect(await register({ members: [{ ...guardian, identityNumber: numberOfOneBorn('18500101') }] })).toEqual([
      { code: 'IDENTITY_BIRTH_DATE', field: 'members.0.identityNumber' },
    ]);
  });

  test('a visit of years ago is recorded with a reason, which is kept', async () => {
    const [made] = await registerHouseholds(service, clerk, [10]);
    const visit = { householdId: made?.householdId, visitedOn: '2019-01-20', visitors: '县领导', brought: '米面油' };
    const record = (more: object) =>
      service.command<{ visit: object }>(clerk, 'recordVisit', { ...visit, ...more }, 'visit { visitedOn dateReason }');
    expect((await record({})).problems).toEqual([{ code: 'DATE_REASON_MISSING', field: 'dateReason' }]);
    expect((await record({ visitedOn: '1850-01-20', dateReason: '补录' })).problems).toEqual([
      { code: 'DATE_TOO_OLD', field: 'visitedOn' },
    ]);
    expect((await record({ visitedOn: addDays(today, 1) })).problems).toEqual([
      { code: 'DATE_IN_FUTURE', field: 'visitedOn' },
    ]);
    expect(await record({ dateReason: '补录旧台账' })).toEqual({
      problems: [],
      visit: { visitedOn: '2019-01-20', dateReason: '补录旧台账' },
    });
  });

  test('an exit before the file was opened is refused', async () => {
    const [made] = await registerHouseholds(service, clerk, [20]);
    await service.inspect(`alter table case_file disable trigger steps_are_lawful`);
    await service.inspect(`update case_file set status = 'ACTIVE', activated_on = $2 where id = $1`, [
      made?.caseFileId,
      addDays(today, -10),
    ]);
    await service.inspect(`alter table case_file enable trigger steps_are_lawful`);
    const exit = { caseFileId: made?.caseFileId, reason: 'MOVED', opinion: '入户核实，已迁出' };
    const fields = 'caseFile { proposal { id } }';
    const leave = (exitedOn: string) =>
      service.command<{ caseFile: { proposal: { id: string } } }>(
        reviewer,
        'proposeExit',
        { ...exit, exitedOn },
        fields,
      );
    expect((await leave(addDays(today, -11))).problems).toEqual([{ code: 'DATE_BEFORE_BASIS', field: 'exitedOn' }]);
    expect((await leave(addDays(today, 1))).problems).toEqual([{ code: 'DATE_IN_FUTURE', field: 'exitedOn' }]);
    const { proposal } = (await leave(addDays(today, -10))).caseFile;
    await service.command(approver, 'confirmProposal', { proposalId: proposal.id }, 'proposal { decision }');
    expect(await service.inspect(`select happened_on::text from case_file_step where to_status = 'EXITED'`)).toEqual([
      { happened_on: addDays(today, -10) },
    ]);
  });

  test('a dibao line begins between 1 January of last year and two years from now', async () => {
    const set = async (from: string) =>
      (
        await service.command(
          reviewer,
          'setDibaoLine',
          { from, monthlyPerCapita: '700', marginFactor: '1.5' },
          'dibaoLine { from }',
        )
      ).problems;
    expect(await set('1990-07-01')).toEqual([{ code: 'DATE_TOO_OLD', field: 'from' }]);
    expect(await set(addDays(today, 800))).toEqual([{ code: 'DATE_TOO_FAR', field: 'from' }]);
    expect(await set(addDays(today, 300))).toEqual([]);
  });
});
