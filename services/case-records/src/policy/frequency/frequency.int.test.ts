import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDate } from '@nuangong/primitives';
import { arrangeCampaign, type CampaignWorld } from '../../testing/arrange-campaign.ts';
import { aidThatCounts, type AidGiven, type Frequency } from './frequency.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query(fillPolicies);
}, 120_000);
afterAll(() => world.drop());

const fillPolicies = `
  insert into policy (id, organization_path, organization_id, organization_name, code, name, name_en)
  select id(0, n), '51/5101/', id(0, 0), '市总工会', code, code, code
  from unnest(array['policy-one', 'policy-two']) with ordinality as p(code, n);
  insert into policy_version (id, organization_path, policy_id, version, source, in_force_from, aid_type, mark, purpose,
    amount_fen, amount_min_fen, amount_max_fen, frequency, decision, content_hash)
  select uuidv7(), '51/5101/', id(0, 1), row_number() over (), 'x', '2026-01-01', 'LIVING', 'HOLIDAY_VISIT', 'x', 1, 1, 1,
    jsonb_build_object('times', times, 'period', period, 'against', against), '{}', repeat('0', 64)
  from unnest(array['CALENDAR_YEAR', 'TWELVE_MONTHS', 'CAMPAIGN']) as period,
    unnest(array['POLICY', 'AID_TYPE', 'ANY']) as against, generate_series(1, 3) as times;
  insert into policy_version (id, organization_path, policy_id, version, source, in_force_from, aid_type, purpose,
    amount_fen, amount_min_fen, amount_max_fen, frequency, decision, content_hash)
  values (uuidv7(), '51/5101/', id(0, 2), 1, 'x', '2026-01-01', 'LIVING', 'x', 1, 1, 1, '{}', '{}', repeat('0', 64))`.replaceAll(
  /id\((\d), (\w+)\)/g,
  `('00000000-0000-7000-$1000-' || lpad(($2)::text, 12, '0'))::uuid`,
);

/** Writes aid given to people: each row is an application, approved or paid on its day, with the people it counts. */
const fillAid = (source: string) => `
  with given as materialized (
    select *, uuidv7() as application, uuidv7() as sheet from ${source}
  ), sheets as (
    insert into eligibility_decision (id, organization_path, policy_version_id, household_id, case_file_id, case_file_version,
      outcome, amount_fen, amount_min_fen, amount_max_fen, clauses_for, clauses_against, evidence_missing, lines, inputs,
      inputs_hash, decided_at, decided_by)
    select sheet, '51/5101/510101/', (select v.id from policy_version v join policy p on p.id = v.policy_id
        where p.code = g.policy order by v.version limit 1), uuidv7(), sheet, 1, 'ELIGIBLE', 1, 1, 1, '{1}', '{}', '{}', '[]',
      '{}', encode(sha256(sheet::text::bytea), 'hex'), now(), uuidv7() from given g
  ), applications as (
    insert into aid_application (id, organization_path, organization_id, organization_name, county_code, year, sequence,
      number, campaign_id, household_id, case_file_id, case_file_version, eligibility_decision_id, clause_codes, aid_type, mark,
      purpose, amount_fen, status, head_name, unit_name, put_forward_by, put_forward_name, put_forward_at, grant_id,
      approved_by, approved_name, approved_at, paid_on, snapshot, snapshot_hash)
    select application, '51/5101/510101/', uuidv7(), 'x', 'C' || application, 2026, 1, application::text, campaign_id,
      uuidv7(), uuidv7(), 1, sheet, '{1}', aid_type, mark, 'x', 30000, status, 'x', 'x', uuidv7(), 'x', now(), uuidv7(),
      uuidv7(), 'x', (case when paid then given_on - 20 else given_on end + time '09:30') at time zone 'Asia/Shanghai',
      case when paid then given_on end, '{}', repeat('0', 64)
    from given
  )
  insert into application_person (application_id, identity_id, organization_path)
  select application, person, '51/5101/510101/' from given, unnest(people) as person`;

const asWritten = `jsonb_to_recordset($1::jsonb) as g(people uuid[], policy text, aid_type text, mark text,
  campaign_id uuid, given_on date, paid boolean, status text)`;
const hundredThousand = `(select array[('00000000-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid] as people,
  'policy-one' as policy, 'LIVING' as aid_type, 'HOLIDAY_VISIT' as mark, null::uuid as campaign_id,
  date '2026-01-01' + n % 300 as given_on, false as paid, 'FUNDED' as status from generate_series(1, 100000) as n) as g`;

const ids = (kind: number, place: number) => `00000000-0000-7000-9${kind}00-${`${place}`.padStart(12, '0')}`;
const day = fc.integer({ min: -900, max: 60 }).map((days) => addDays(localDate('2026-12-08'), days));
const someAid = fc.record({
  policy: fc.constantFrom('policy-one', 'policy-two'),
  aidType: fc.constantFrom('LIVING' as const, 'MEDICAL' as const),
  mark: fc.constantFrom('HOLIDAY_VISIT' as const, 'HEATING' as const, null),
  campaignId: fc.constantFrom(ids(9, 1), ids(9, 2), null),
  on: day,
  paid: fc.boolean(),
  status: fc.constantFrom('FUNDED', 'PAID', 'LAPSED'),
  /** Which of four people it counts; the fourth is in no household. */
  people: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }),
});
const someHistory = fc.record({ given: fc.array(someAid, { maxLength: 12 }), on: day });

describe('the database counts as the policy does', () => {
  test('over random histories of three people, for every period, kind and number of turns', async () => {
    const histories = fc.sample(someHistory, { numRuns: 60, seed: 20261208 });
    const rows = histories.flatMap(({ given }, at) =>
      given.map(({ people, on, ...aid }) => ({
        ...aid,
        aid_type: aid.aidType,
        campaign_id: aid.campaignId,
        given_on: on,
        people: people.map((person) => ids(person, at)),
      })),
    );
    await world.owner.query(fillAid(asWritten), [JSON.stringify(rows)]);
    const { rows: versions } = await world.owner.query<{ id: string; frequency: Frequency }>(
      `select v.id, v.frequency from policy_version v join policy p on p.id = v.policy_id where p.code = 'policy-one'`,
    );
    for (const { id, frequency } of versions) {
      const asked = histories.flatMap(({ on }, at) =>
        [0, 1, 2].map((person) => [ids(8, at), ids(person, at), id, ids(9, 1), on] as const),
      );
      const columns = [0, 1, 2, 3, 4].map((column) => asked.map((row) => row[column]));
      const { rows: answered } = await world.owner.query(
        `select asked_for, aided_on::text, turns_left from aid_that_counts($1, $2, $3, $4, $5) order by asked_for`,
        columns,
      );
      const expected = histories.map(({ given, on }, at) => {
        const aid = given.filter(({ people, status }) => status !== 'LAPSED' && people.some((person) => person < 3));
        const asks = { policy: 'policy-one', aidType: 'LIVING', mark: 'HOLIDAY_VISIT', campaignId: ids(9, 1) } as const;
        const days = aidThatCounts({ ...asks, frequency, on }, aid as readonly AidGiven[]);
        return { asked_for: ids(8, at), aided_on: days[0] ?? null, turns_left: frequency.times - days.length };
      });
      expect([frequency, answered]).toEqual([frequency, expected]);
    }
  });
});

test('among 100,000 applications the history of a list is read by index, without a full scan', async () => {
  await world.owner.query(fillAid(hundredThousand));
  await world.owner.query(
    'analyze aid_application; analyze application_person; analyze eligibility_decision; analyze policy_version',
  );
  const plans: string[] = [];
  const client = new Client({ connectionString: world.ownerUrl });
  client.on('notice', ({ message = '' }) => plans.push(message));
  await client.connect();
  await client.query(`load 'auto_explain'`);
  await client.query(`set client_min_messages = log; set auto_explain.log_min_duration = 0;
    set auto_explain.log_nested_statements = on`);
  const { rows } = await client.query(
    `select count(*)::int as asked, sum(1 - turns_left)::int as aided from aid_that_counts(
       array(select uuidv7() from generate_series(1, 500)),
       array(select ('00000000-0000-7000-a000-' || lpad((n * 150)::text, 12, '0'))::uuid from generate_series(1, 500) n),
       array(select v.id from policy_version v, generate_series(1, 500) where v.frequency @> '{"times": 1, "period": "TWELVE_MONTHS", "against": "ANY"}'),
       array(select null::uuid from generate_series(1, 500)), array(select date '2026-12-08' from generate_series(1, 500)))`,
  );
  await client.end();
  expect(rows).toEqual([{ asked: 500, aided: 500 }]);
  const plan = plans.find((each) => each.includes('application_person')) ?? '';
  expect(plan).toMatch(/Index (Only )?Scan using application_person_identity_id_idx on application_person/);
  expect(plan).toMatch(/Index Scan using aid_application_pkey on aid_application/);
  expect(plan).not.toMatch(/Seq Scan on (application_person|aid_application|eligibility_decision)/);
}, 120_000);
