import type { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsThatDiffer } from '@nuangong/database/testing';
import { buildActor } from '@nuangong/service/testing';
import { getDatamodel } from './generated/pothos-types.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import {
  carryOut,
  cityEmployment,
  clerk,
  employment,
  finance,
  hearOfHousehold,
  officer,
  startEmploymentLegal,
  stranger,
  type Service,
} from './testing/start-employment-legal.ts';

let service: Service;
const officerAndEmployment = buildActor({
  staffId: officer.staffId,
  name: officer.name,
  roles: ['LEGAL_AID', 'EMPLOYMENT'],
});
const householdIds: string[] = [];
const households = 50;

interface WithId {
  readonly id: string;
}

interface Told {
  readonly jobSeekers: readonly { readonly name: string }[];
  readonly legalCases: readonly { readonly number: string }[];
  readonly workTimeline: readonly {
    readonly kind: string;
    readonly title: string;
    readonly detail: string | null;
    readonly at: string;
  }[];
}

beforeAll(async () => {
  service = await startEmploymentLegal();
  const vacancy = await carryOut<WithId>(
    service,
    employment,
    'offerVacancy',
    'vacancy',
    { employer: '青禾县农机厂', trade: '焊工', place: '青禾县', positions: 100, monthlyPayFrom: '3500' },
    'id',
  );
  for (let number = 0; number < households; number += 1) householdIds.push(await helpHousehold(number, vacancy.id));
});

afterAll(() => service?.stop());

/** A household with a placed and trained seeker, a legal case, and partly recovered wages. */
async function helpHousehold(number: number, vacancyId: string): Promise<string> {
  const householdId = await hearOfHousehold(service);
  const name = `职工${number}`;
  const { id: jobSeekerId } = await carryOut<WithId>(
    service,
    employment,
    'registerJobSeeker',
    'jobSeeker',
    { householdId, name, skills: ['焊工'] },
    'id',
  );
  const training = { jobSeekerId, course: '电工初级班', attendedOn: '2026-12-01' };
  await carryOut(service, employment, 'recordTrainingAttendance', 'trainingAttendance', training, 'id');
  const { id: referralId } = await carryOut<WithId>(
    service,
    employment,
    'referWorker',
    'referral',
    { jobSeekerId, vacancyId },
    'id',
  );
  if (number % 2 === 0) {
    await carryOut(service, employment, 'recordPlacement', 'placement', { referralId, monthlyPay: '3600' }, 'id');
  }
  const legalCase = {
    kind: 'ARBITRATION',
    clientName: name,
    householdId,
    content: '某事',
    violationKnownOn: '2025-12-20',
  };
  await carryOut(service, officer, 'openLegalCase', 'legalCase', legalCase, 'id');
  const claim = await carryOut<{ id: string; workers: WithId[] }>(
    service,
    officer,
    'openWageClaim',
    'wageClaim',
    { employer: '宏达建筑公司', workers: [{ name, owed: '500', householdId }] },
    'id workers { id }',
  );
  const amounts = [{ workerId: claim.workers[0]?.id, amount: '200' }];
  await carryOut(service, officer, 'recordRecovery', 'wageClaim', { wageClaimId: claim.id, amounts }, 'id');
  return householdId;
}

const householdsQuery = `query ($representations: [_Any!]!) {
_entities(representations: $representations) { ... on Household {
  id
  jobSeekers { id name status priority
    referrals { id status placement { id monthlyPay } vacancy { id employer } } training { course } }
  legalCases { id number status limitationDate content }
  workTimeline { id at kind title detail actor recordType recordId }
} } }`;

const askHouseholds = async (actor: typeof clerk, ids: readonly string[]): Promise<readonly Told[]> => {
  const representations = ids.map((id) => ({ __typename: 'Household', id }));
  return (await service.ask<{ _entities: Told[] }>(actor, householdsQuery, { representations }))._entities;
};

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = service.service.database.statements();
  await work();
  return service.service.database.statements() - before;
}

describe('a household’s work and rights', () => {
  test('are listed on one timeline, latest first', async () => {
    const [told] = await askHouseholds(clerk, householdIds.slice(0, 1));
    expect(told?.jobSeekers).toHaveLength(1);
    expect(told?.legalCases).toHaveLength(1);
    expect(told?.workTimeline.map(({ kind }) => kind).sort()).toEqual([
      'JOB_SEEKER_REGISTERED',
      'LEGAL_CASE_OPENED',
      'TRAINING_ATTENDED',
      'WAGES_RECOVERED',
      'WAGE_CLAIM_OPENED',
      'WORKER_PLACED',
      'WORKER_REFERRED',
    ]);
    expect(told?.workTimeline.at(-1)).toMatchObject({ kind: 'TRAINING_ATTENDED', at: '2026-12-01T01:00:00.000Z' });
    expect(told?.workTimeline.find(({ kind }) => kind === 'WAGES_RECOVERED')).toMatchObject({
      title: '追回欠薪',
      detail: '职工0 · 宏达建筑公司 · 200.00 元',
    });
    expect(JSON.stringify(told)).not.toContain('某事');
  });

  test('cost the same number of statements for ten households as for fifty', async () => {
    for (const actor of [clerk, officer, employment]) {
      const ten = await statementsOf(() => askHouseholds(actor, householdIds.slice(0, 10)));
      expect([actor.name, await statementsOf(() => askHouseholds(actor, householdIds))]).toEqual([actor.name, ten]);
    }
  });

  test('are found by the auditor with all that was done to them', async () => {
    const auditor = buildActor({ roles: ['AUDITOR'] });
    const { employmentLegalAuditEntries: found } = await service.ask<{
      employmentLegalAuditEntries: { items: readonly { action: string }[] };
    }>(auditor, 'query($id: ID!) { employmentLegalAuditEntries(filter: { householdId: $id }) { items { action } } }', {
      id: householdIds[0],
    });
    expect([...new Set(found.items.map(({ action }) => action))].sort()).toEqual([
      'job-seeker.register',
      'legal-case.open',
      'legal-case.read-content',
      'placement.record',
      'training-attendance.record',
      'wage-claim.open',
      'wage-claim.record-recovery',
      'worker.refer',
    ]);
  });

  test('are left out for a role that does not read them, and the household’s page still loads', async () => {
    const [forFinance] = await askHouseholds(finance, householdIds.slice(0, 1));
    expect(forFinance).toMatchObject({ jobSeekers: [], legalCases: [], workTimeline: [] });
    const [forEmployment] = await askHouseholds(employment, householdIds.slice(0, 1));
    expect(forEmployment?.legalCases).toEqual([]);
    expect(forEmployment?.workTimeline.map(({ kind }) => kind).sort()).toEqual([
      'JOB_SEEKER_REGISTERED',
      'TRAINING_ATTENDED',
      'WORKER_PLACED',
      'WORKER_REFERRED',
    ]);
  });
});

const lists = [
  `jobSeekers(perPage: $perPage) { total items { name household { id } training { course } referrals {
    status placement { monthlyPay } vacancy { trade } } } }`,
  'vacancies(perPage: $perPage) { total items { employer filled } }',
  'referrals(perPage: $perPage) { total items { jobSeeker { name } vacancy { employer } placement { placedOn } } }',
  'legalCases(perPage: $perPage) { total items { number limitationDate content } }',
  `wageClaims(perPage: $perPage) { total items {
    number owed recovered workerCount workers { name } recoveries { amount } } }`,
];

describe('lists', () => {
  test.each(lists.map((list) => [list.split('(')[0], list] as const))(
    '%s cost as many statements for ten rows as for fifty',
    async (_name, list) => {
      const rows: Record<number, number> = {};
      const costOf = (perPage: number) =>
        statementsOf(async () => {
          const query = `query ($perPage: Int) { list: ${list} }`;
          rows[perPage] = (
            await service.ask<{ list: { items: unknown[] } }>(officerAndEmployment, query, { perPage })
          ).list.items.length;
        });
      expect(await costOf(50)).toBe(await costOf(10));
      expect(rows).toEqual(list.startsWith('vacancies') ? { 10: 1, 50: 1 } : { 10: 10, 50: 50 });
    },
  );

  test('are narrowed by their filters', async () => {
    const { placed, byName, deadlines, none, own, claims, full, taken } = await service.ask<
      Record<string, { total: number }>
    >(
      officerAndEmployment,
      `{ placed: jobSeekers(filter: { status: PLACED }) { total }
         byName: jobSeekers(filter: { search: "职工7", migrantWorker: false }) { total }
         deadlines: legalCases(filter: { deadlineWithinDays: 30 }) { total }
         none: legalCases(filter: { deadlineWithinDays: 3 }) { total }
         own: legalCases(filter: { own: true, kind: ARBITRATION, status: OPEN }) { total }
         claims: wageClaims(filter: { search: "宏达", status: OPEN }) { total }
         full: vacancies(filter: { status: FILLED }) { total }
         taken: referrals(filter: { status: PLACED }) { total } }`,
    );
    expect([placed, byName, deadlines, none, own, claims, full, taken].map((list) => list?.total)).toEqual([
      25, 1, 50, 0, 50, 50, 0, 25,
    ]);
  });
});

describe('the counts of waiting work', () => {
  const counts = `{ employmentLegalWork {
    jobSeekersOpen vacanciesOpen referralsOpen legalCasesOpen deadlinesWithin30Days wageClaimsOpen } }`;

  test('cover the county, by role', async () => {
    const work = { jobSeekersOpen: 25, vacanciesOpen: 1, referralsOpen: 25 };
    const rights = { legalCasesOpen: 50, deadlinesWithin30Days: 50, wageClaimsOpen: 50 };
    const noRights = { legalCasesOpen: 0, deadlinesWithin30Days: 0, wageClaimsOpen: 0 };
    const noWork = { jobSeekersOpen: 0, vacanciesOpen: 0, referralsOpen: 0 };
    expect(await service.ask(clerk, counts)).toEqual({ employmentLegalWork: { ...work, ...rights } });
    expect(await service.ask(cityEmployment, counts)).toEqual({ employmentLegalWork: { ...work, ...noRights } });
    expect(await service.ask(officer, counts)).toEqual({ employmentLegalWork: { ...noWork, ...rights } });
    expect(await service.ask(stranger, counts)).toEqual({ employmentLegalWork: { ...noWork, ...noRights } });
    const refused = await service.answer(finance, counts);
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

test('a referral, a placement and a training are read by id, but not by another county', async () => {
  const { jobSeekers } = await service.ask<{
    jobSeekers: { items: { training: WithId[]; referrals: (WithId & { placement: WithId | null })[] }[] };
  }>(
    employment,
    '{ jobSeekers(filter: { status: PLACED }, perPage: 1) { items { training { id } referrals { id placement { id } } } } }',
  );
  const [seeker] = jobSeekers.items;
  const ids = {
    referral: seeker?.referrals[0]?.id,
    placement: seeker?.referrals[0]?.placement?.id,
    training: seeker?.training[0]?.id,
  };
  const query = `query ($referral: ID!, $placement: ID!, $training: ID!) {
    referral(id: $referral) { status jobSeeker { name } vacancy { employer } }
    placement(id: $placement) { monthlyPay referral { id } }
    trainingAttendance(id: $training) { course organizationName jobSeeker { householdId } } }`;
  expect(await service.ask(employment, query, ids)).toMatchObject({
    referral: { status: 'PLACED', vacancy: { employer: '青禾县农机厂' } },
    placement: { monthlyPay: '3600.00', referral: { id: ids.referral } },
    trainingAttendance: { course: '电工初级班', organizationName: '青禾县总工会' },
  });
  const nothing = { referral: null, placement: null, trainingAttendance: null };
  expect(await service.ask(stranger, query, ids)).toEqual(nothing);
});

describe('another county', () => {
  test('sees nothing: by id, in lists, as entities, on a household', async () => {
    const ids = await service.ask<Record<string, { items: WithId[] }>>(
      clerk,
      `{ jobSeekers { items { id } } vacancies { items { id } } referrals { items { id } } legalCases { items { id } }
        wageClaims { items { id } } }`,
    );
    const first = (list: string): string => ids[list]?.items[0]?.id ?? '';
    const types = {
      JobSeeker: 'jobSeekers',
      Vacancy: 'vacancies',
      Referral: 'referrals',
      LegalCase: 'legalCases',
      WageClaim: 'wageClaims',
    };
    const representations = Object.entries(types).map(([__typename, list]) => ({ __typename, id: first(list) }));
    const query = `query ($representations: [_Any!]!, $seeker: ID!, $vacancy: ID!, $case: ID!, $claim: ID!) {
      jobSeeker(id: $seeker) { id } vacancy(id: $vacancy) { id }
      legalCase(id: $case) { id } wageClaim(id: $claim) { id }
      jobSeekers { total items { id } }
      vacancies { total } referrals { total } legalCases { total } wageClaims { total }
      _entities(representations: $representations) { __typename } }`;
    const variables = {
      representations,
      seeker: first('jobSeekers'),
      vacancy: first('vacancies'),
      case: first('legalCases'),
      claim: first('wageClaims'),
    };
    const seen = await service.ask<{ _entities: unknown[] }>(clerk, query, variables);
    expect(seen._entities).toEqual(Object.keys(types).map((__typename) => ({ __typename })));
    const none = { total: 0 };
    expect(await service.ask(stranger, query, variables)).toEqual({
      jobSeeker: null,
      vacancy: null,
      legalCase: null,
      wageClaim: null,
      jobSeekers: { total: 0, items: [] },
      vacancies: none,
      referrals: none,
      legalCases: none,
      wageClaims: none,
      _entities: [null, null, null, null, null],
    });
    const [told] = await askHouseholds(stranger, householdIds.slice(0, 1));
    expect(told).toMatchObject({ jobSeekers: [], legalCases: [], workTimeline: [] });
  });
});

describe('the database itself', () => {
  test('agrees with the Prisma schema', async () => {
    const connect = (adapter: PrismaPg) => new PrismaClient({ adapter });
    expect(await columnsThatDiffer(service.databases.ownerUrl, connect, getDatamodel())).toEqual([]);
  });

  test('shows the service’s role no rows without an identity', async () => {
    const role = new Client({ connectionString: service.databases.url });
    await role.connect();
    try {
      const tables = await role.query<{ name: string }>(
        `select table_name as name from information_schema.columns
         where table_schema = 'public' and column_name = 'organization_path'`,
      );
      expect(tables.rows.length).toBeGreaterThan(11);
      for (const { name } of tables.rows) {
        const { rows } = await role.query(`select count(*)::int as seen from ${role.escapeIdentifier(name)}`);
        expect([name, rows[0]]).toEqual([name, { seen: 0 }]);
      }
    } finally {
      await role.end();
    }
  });
});
