import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asOwner,
  carryOut,
  command,
  employment,
  officer,
  startEmploymentLegal,
  type Service,
} from './testing/start-employment-legal.ts';

let service: Service;

beforeAll(async () => {
  service = await startEmploymentLegal();
});

afterAll(() => service?.stop());

interface WithId {
  readonly id: string;
}

const offer = { employer: '青禾县农机厂', trade: '焊工', place: '青禾县', positions: 5, monthlyPayFrom: '3500' };
const openCase = (input: object = {}) =>
  carryOut<WithId>(
    service,
    officer,
    'openLegalCase',
    'legalCase',
    { kind: 'MEDIATION', clientName: '刘某某', ...input },
    'id',
  );
const openClaim = (input: object = {}) =>
  carryOut<WithId & { readonly workers: readonly WithId[] }>(
    service,
    officer,
    'openWageClaim',
    'wageClaim',
    { employer: '宏达建筑公司', openedOn: '2026-12-01', workers: [{ name: '赵大勇', owed: '500' }], ...input },
    'id workers { id }',
  );
const register = () =>
  carryOut<WithId>(service, employment, 'registerJobSeeker', 'jobSeeker', { name: '李强', skills: [] }, 'id');
const vacancy = () => carryOut<WithId>(service, employment, 'offerVacancy', 'vacancy', offer, 'id');
const refer = async () =>
  carryOut<WithId>(
    service,
    employment,
    'referWorker',
    'referral',
    {
      jobSeekerId: (await register()).id,
      vacancyId: (await vacancy()).id,
      referredOn: '2026-12-02',
      dateReason: '先介绍后登记',
    },
    'id',
  );

/** Each command with a day on which something happened: its actor, record, day field and other input. */
const commands = [
  ['openLegalCase', 'legalCase', 'openedOn', officer, async () => ({ kind: 'MEDIATION', clientName: '刘某某' })],
  [
    'openLegalCase',
    'legalCase',
    'violationKnownOn',
    officer,
    async () => ({ kind: 'MEDIATION', clientName: '刘某某' }),
  ],
  [
    'openLegalCase',
    'legalCase',
    'employmentEndedOn',
    officer,
    async () => ({ kind: 'MEDIATION', clientName: '刘某某', unpaidPay: true }),
  ],
  [
    'closeLegalCase',
    'legalCase',
    'closedOn',
    officer,
    async () => ({
      legalCaseId: (await openCase({ openedOn: '2020-01-02', dateReason: '旧案补录' })).id,
      outcome: 'SETTLED',
    }),
  ],
  [
    'openWageClaim',
    'wageClaim',
    'openedOn',
    officer,
    async () => ({ employer: '宏达建筑公司', workers: [{ name: '赵大勇', owed: '5' }] }),
  ],
  [
    'recordRecovery',
    'wageClaim',
    'recoveredOn',
    officer,
    async () => {
      const claim = await openClaim({ openedOn: '2020-01-02', dateReason: '旧案补录' });
      return { wageClaimId: claim.id, amounts: [{ workerId: claim.workers[0]?.id, amount: '1' }] };
    },
  ],
  ['offerVacancy', 'vacancy', 'offeredOn', employment, async () => offer],
  [
    'recordTrainingAttendance',
    'trainingAttendance',
    'attendedOn',
    employment,
    async () => ({ jobSeekerId: (await register()).id, course: '电工初级班' }),
  ],
] as const;

describe.each(commands)('%s: %s.%s', (name, thing, day, actor, rest) => {
  const give = async (input: object) =>
    command<WithId>(service, actor, name, thing, { ...(await rest()), ...input }, 'id');

  test('is not in the future and not before 1950', async () => {
    expect((await give({ [day]: '2026-12-09' })).problems).toEqual([{ code: 'DATE_IN_FUTURE', field: day }]);
    expect((await give({ [day]: '1949-12-31', dateReason: '旧档补录' })).problems).toEqual([
      { code: 'DATE_TOO_OLD', field: day },
    ]);
  });

  test('before 1 January of last year needs a reason', async () => {
    const missing = [{ code: 'DATE_REASON_MISSING', field: 'dateReason' }];
    expect((await give({ [day]: '2024-12-31' })).problems).toEqual(missing);
    expect((await give({ [day]: '2024-12-31', dateReason: ' ' })).problems).toEqual(missing);
    expect((await give({ [day]: '2024-12-31', dateReason: '纸质材料补录' })).problems).toEqual([]);
    expect((await give({ [day]: '2025-01-01' })).problems).toEqual([]);
  });
});

test('reasons are kept with their records', async () => {
  const kept = (table: string, column = 'date_reason') =>
    asOwner<{ reason: string }>(
      service,
      `select distinct ${column} as reason from ${table} where ${column} is not null order by 1`,
    ).then((rows) => rows.map(({ reason }) => reason));
  expect(await kept('legal_case')).toEqual(['旧案补录', '纸质材料补录']);
  expect(await kept('legal_case', 'closing_date_reason')).toEqual(['纸质材料补录']);
  for (const table of ['vacancy', 'training_attendance', 'wage_recovery'])
    expect([table, await kept(table)]).toEqual([table, ['纸质材料补录']]);
});

test('a referral before its seeker’s registration or its vacancy needs a reason, which is kept', async () => {
  const joined = { jobSeekerId: (await register()).id, vacancyId: (await vacancy()).id };
  const give = (input: object) =>
    command<{ readonly dateReason: string | null }>(
      service,
      employment,
      'referWorker',
      'referral',
      { ...joined, ...input },
      'dateReason',
    );
  expect((await give({ referredOn: '2026-12-09' })).problems).toEqual([
    { code: 'DATE_IN_FUTURE', field: 'referredOn' },
  ]);
  expect((await give({ referredOn: '2026-12-07' })).problems).toEqual([
    { code: 'DATE_REASON_MISSING', field: 'dateReason' },
  ]);
  expect((await give({ referredOn: '2026-12-07', dateReason: '先介绍后登记' })).value).toEqual({
    dateReason: '先介绍后登记',
  });
});

test('a placement before its referral is refused, with any reason', async () => {
  const { id: referralId } = await refer();
  const place = (placedOn: string) =>
    command<WithId & { readonly dateReason: string | null }>(
      service,
      employment,
      'recordPlacement',
      'placement',
      { referralId, placedOn, monthlyPay: '3600', dateReason: '补录' },
      'id dateReason',
    );
  expect((await place('2026-12-01')).problems).toEqual([{ code: 'PLACED_BEFORE_REFERRAL', field: 'placedOn' }]);
  expect((await place('2026-12-03')).value).toMatchObject({ dateReason: '补录' });
});

test('a recovery before its claim was opened needs a reason, which is kept', async () => {
  const claim = await openClaim({ openedOn: '2026-12-05' });
  const recover = (input: object) =>
    command<{ readonly recoveries: readonly object[] }>(
      service,
      officer,
      'recordRecovery',
      'wageClaim',
      { wageClaimId: claim.id, amounts: [{ workerId: claim.workers[0]?.id, amount: '100' }], ...input },
      'recoveries { recoveredOn dateReason }',
    );
  expect((await recover({ recoveredOn: '2026-12-04' })).problems).toEqual([
    { code: 'DATE_REASON_MISSING', field: 'dateReason' },
  ]);
  expect((await recover({ recoveredOn: '2026-12-05' })).problems).toEqual([]);
  const told = await recover({ recoveredOn: '2026-12-04', dateReason: '单位先行付款后才来登记' });
  expect(told.value?.recoveries).toEqual([
    { recoveredOn: '2026-12-05', dateReason: null },
    { recoveredOn: '2026-12-04', dateReason: '单位先行付款后才来登记' },
  ]);
});

test('a case is closed on or after the day it was opened', async () => {
  const { id: legalCaseId } = await openCase({ openedOn: '2026-12-05' });
  const input = { legalCaseId, outcome: 'SETTLED', closedOn: '2026-12-04', dateReason: '补录' };
  expect((await command(service, officer, 'closeLegalCase', 'legalCase', input, 'id')).problems).toEqual([
    { code: 'CLOSED_BEFORE_OPENED', field: 'closedOn' },
  ]);
});
