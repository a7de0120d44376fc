import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isEnumType, type GraphQLSchema } from 'graphql';
import { permissions, permits, type Action, type Actor } from '@nuangong/access';
import { caseRecordsDefinition } from '@nuangong/case-records/definition';
import { city, registerCounties, registerCounty, staff } from '@nuangong/demonstration-city';
import { employmentLegalDefinition } from '@nuangong/employment-legal/definition';
import { checkStandingPromises, type CheckedCell } from '@nuangong/faults/standing-promises';
import { fundsDefinition } from '@nuangong/funds/definition';
import { freePort, playDemonstration, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import { pastTheGateway, signIn, until } from '@nuangong/main-job';
import { reportingDefinition } from '@nuangong/reporting/definition';

/** The console's own query of what waits for its reader. */
const workCounts =
  Object.values(
    JSON.parse(readFileSync(new URL('../../../apps/gateway/operations.json', import.meta.url), 'utf8')) as Readonly<
      Record<string, string>
    >,
  ).find((text) => text.includes('query WorkCounts(')) ?? '';

let system: RunningSystem;
let folder: string;
const pools = new Map<string, Pool>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-in-use-'));
  const port = await freePort();
  system = await startSystem({ data: folder, port, kafka: false, inUse: true, progress: quietProgress });
}, 400_000);

afterAll(async () => {
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

const database: CheckedCell['database'] = (name) => {
  const known = pools.get(name) ?? new Pool({ connectionString: system.installation.databases.owner(name), max: 2 });
  pools.set(name, known);
  return known;
};

const column = async (name: Parameters<typeof database>[0], sql: string): Promise<readonly string[]> =>
  (await database(name).query<{ value: string }>(sql)).rows.map(({ value }) => value);

test('1,500 families stand in six counties, and none in the first', async () => {
  const counted = await database('case-records').query<{ path: string; families: number }>(
    'select organization_path as path, count(*)::int as families from household group by 1 order by 1',
  );
  expect(counted.rows).toEqual(
    registerCounties.map(({ organization, households }) => ({ path: organization.path, families: households })),
  );
});

test('the running services find every event handled, and the promises of the fault trials hold', async () => {
  await until('every event at its consumers', async () => {
    const unsent = await Promise.all(
      (['identity', 'case-records', 'funds', 'employment-legal'] as const).map((name) =>
        column(name, 'select count(*)::text as value from outbox where sent_at is null'),
      ),
    );
    return unsent.flat().every((count) => count === '0') ? { done: true } : { state: unsent };
  });
  const dead = await Promise.all(
    (['case-records', 'funds', 'employment-legal', 'reporting'] as const).map((name) =>
      column(name, 'select cause as value from dead_letter'),
    ),
  );
  expect(dead.flat()).toEqual([]);
  const county = registerCounty('510102');
  const cell: CheckedCell = {
    database,
    ask: (name) => pastTheGateway(system, name),
    authorizationOf: async (actor) => `Bearer ${(await signIn(system.url, usernameOf(actor))).accessToken}`,
  };
  expect(await checkStandingPromises(cell, { county: 1, units: [city, county] })).toEqual([]);
}, 120_000);

function usernameOf({ organizationId, roles: held }: Actor): string {
  const found = staff.find((one) => one.organizationId === organizationId && held.includes(one.role));
  if (found === undefined) throw new Error(`${organizationId} has nobody who is ${held.join()}`);
  return found.username;
}

const schemas = {
  'case-records': caseRecordsDefinition().schema,
  funds: fundsDefinition().schema,
  'employment-legal': employmentLegalDefinition().schema,
  reporting: reportingDefinition().schema,
} as const;

function valuesOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enumeration`);
  return type.getValues().map((value) => value.name);
}

/** The enumerations of statuses, where their records stand, and the values that no command reaches or leaves a record in. */
const statuses: readonly {
  readonly service: keyof typeof schemas;
  readonly type: string;
  readonly sql: string;
  readonly never?: readonly string[];
}[] = [
  // REVOKED follows from a sanction.
  { service: 'case-records', type: 'CaseFileStatus', sql: 'select status from case_file', never: ['REVOKED'] },
  {
    service: 'case-records',
    type: 'ApplicationStatus',
    sql: 'select status from aid_application',
    // An approved one is funded or awaits funds within seconds; the others are steps of ways that are not there.
    never: ['DRAFT', 'SUBMITTED', 'BASE_REVIEW', 'CITY_REVIEW', 'APPROVED', 'FOLLOWED_UP'],
  },
  {
    service: 'case-records',
    type: 'PostingStatus',
    sql: `select case when withdrawn_at is not null then 'WITHDRAWN' when activated_at is not null then 'ACTIVATED' when ends_on < current_date then 'ENDED' else 'RUNNING' end
      from public_posting`,
  },
  {
    service: 'case-records',
    type: 'FileProposalDecision',
    sql: 'select decision from file_proposal where decision is not null',
  },
  { service: 'case-records', type: 'PersonCorrectionState', sql: 'select state from person_correction' },
  {
    service: 'case-records',
    type: 'RosterImportStatus',
    sql: 'select status from roster_import',
    // While it is read or imported, and where its file cannot be read.
    never: ['UPLOADED', 'RUNNING', 'REFUSED', 'FAILED'],
  },
  // No command leaves a campaign a draft or closes it.
  { service: 'case-records', type: 'CampaignStatus', sql: 'select status from campaign', never: ['DRAFT', 'CLOSED'] },
  { service: 'case-records', type: 'ObligationStatus', sql: 'select status from obligation', never: ['LAPSED'] },
  { service: 'funds', type: 'DisbursementBatchStatus', sql: 'select status from disbursement_batch' },
  { service: 'funds', type: 'PaymentStatus', sql: 'select status from payment' },
  { service: 'funds', type: 'GrantStatus', sql: 'select status from aid_grant' },
  { service: 'funds', type: 'GrantDecisionStatus', sql: 'select status from grant_decision' },
  { service: 'funds', type: 'ReturnClaimStatus', sql: 'select status from return_claim' },
  { service: 'funds', type: 'AllocationStatus', sql: 'select status from allocation' },
  { service: 'employment-legal', type: 'JobSeekerStatus', sql: 'select status::text from job_seeker' },
  { service: 'employment-legal', type: 'VacancyStatus', sql: 'select status::text from vacancy' },
  { service: 'employment-legal', type: 'ReferralStatus', sql: 'select status::text from referral' },
  { service: 'employment-legal', type: 'LegalCaseStatus', sql: 'select status::text from legal_case' },
  { service: 'employment-legal', type: 'WageClaimStatus', sql: 'select status::text from wage_claim' },
  {
    service: 'reporting',
    type: 'SubmissionStatus',
    sql: `select 'SUBMITTED' from submission s where not exists (
        select from submission_review r where r.submission_id = s.id)
      union select decision::text from submission_review`,
  },
];

test.each(statuses)('there is a record of every $type', async ({ service, type, sql, never = [] }) => {
  const found = await column(service, `select distinct status.value from (${sql}) as status(value)`);
  const reachable = valuesOf(schemas[service], type).filter((value) => !never.includes(value));
  expect(reachable.filter((value) => !found.includes(value))).toEqual([]);
});

test('objections are open, dismissed and upheld', async () => {
  const answers = await column('case-records', `select coalesce(upheld::text, 'open') as value from objection`);
  expect([...answers].sort()).toEqual(['false', 'open', 'true']);
});

test('obligations are ahead, overdue, reminded and escalated', async () => {
  const steps = await column('case-records', 'select distinct kind as value from obligation_step');
  expect(steps).toEqual(expect.arrayContaining(['OPENED', 'REMINDED', 'ESCALATED', 'MET']));
  const due = await column(
    'case-records',
    `select distinct (due_on < current_date)::text as value from obligation where status = 'OPEN'`,
  );
  expect([...due].sort()).toEqual(['false', 'true']);
});

/** The console's own reading of the counts; loaded by address, since its types are those of a browser's program. */
async function landingTasks(actions: readonly string[], counts: object): Promise<readonly object[]> {
  const landing = new URL('../../../apps/admin/src/desk/landing/', import.meta.url);
  const { tasksFor } = (await import(new URL('tasks.ts', landing).href)) as {
    readonly tasksFor: (actions: readonly string[], counts: object, now: string) => readonly object[];
  };
  const { obligationTasks } = (await import(new URL('obligation-tasks.ts', landing).href)) as {
    readonly obligationTasks: (counts: object) => readonly object[];
  };
  return [...tasksFor(actions, counts, new Date().toISOString().slice(0, 10)), ...obligationTasks(counts)];
}

/** The auditor and the administrator have no queue of their own here: they read, and decide on accounts. */
const workers = staff.filter(
  ({ organizationId, role }) =>
    organizationId === registerCounty('510102').id && role !== 'AUDITOR' && role !== 'ADMINISTRATOR',
);

test.each(workers)('$username finds something to do on the landing page', async ({ username, role }) => {
  const actions = Object.keys(permissions).filter((action) => permits([role], action as Action));
  const holds = (action: Action): boolean => actions.includes(action);
  const counts = await (
    await signIn(system.url, username)
  ).ask<object>(workCounts, {
    cases: holds('household.read') && holds('application.read'),
    funds: holds('fund.read'),
    work: holds('employment.read') || holds('legal-case.read'),
    reports: holds('report.read'),
    accounts: holds('staff.manage'),
    obligations: true,
  });
  expect(await landingTasks(actions, counts)).not.toEqual([]);
});

test('a city with families is left as it is', async () => {
  const count = 'select count(*)::text as value from household';
  const before = await column('case-records', count);
  const began = performance.now();
  await playDemonstration(system.installation, quietProgress);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(await column('case-records', count)).toEqual(before);
});
