import { identityOf } from '@nuangong/database';
import { conditionsOf } from '@nuangong/service/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '@nuangong/access';
import {
  clerk,
  openFiles,
  registerHouseholds,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;

beforeAll(async () => {
  service = await startCaseRecords();
});

afterAll(() => service?.stop());

const withRole = (role: Role) => ({ ...clerk, staffId: crypto.randomUUID(), name: '审计员', roles: [role] });

const entries = `query($id: ID!) { caseRecordsAuditEntries(filter: { householdId: $id }, perPage: 100) {
  items { action recordType recordId } } }`;

interface Read {
  readonly caseRecordsAuditEntries: {
    readonly items: readonly { readonly action: string; readonly recordType: string; readonly recordId: string }[];
  };
}

test('given a household, then the auditor finds what was done to its people, file and postings, and to no other', async () => {
  const [own, other] = await registerHouseholds(service, clerk, [1, 2]);
  const householdId = own?.householdId ?? '';
  const people = await service.inspect<{ id: string; household: string }>(
    'select person_id::text as id, household_id::text as household from household_member',
  );
  for (const { id } of people) {
    const input = { personId: id, reason: '走访前电话联系本人' };
    expect(await service.command(clerk, 'unmaskPhone', input, 'value')).toMatchObject({ problems: [] });
  }
  await openFiles(service, [own?.caseFileId ?? '']);
  const { caseRecordsAuditEntries } = await service.ask<Read>(withRole('AUDITOR'), entries, { id: householdId });
  const { items } = caseRecordsAuditEntries;
  expect(new Set(items.map(({ action }) => action))).toEqual(
    new Set([
      'household.register',
      'phone.unmask',
      'case-file.submit',
      'case-file.pass',
      'posting.publish',
      'posting.add-photo',
      'posting.confirm',
      'case-file.activate',
    ]),
  );
  const foreign = [
    other?.householdId,
    other?.caseFileId,
    ...people.filter((one) => one.household !== householdId).map(({ id }) => id),
  ];
  expect(items.filter(({ recordId }) => foreign.includes(recordId))).toEqual([]);
});

test('given a reader of the log who may not read households, then a household is not searched for', async () => {
  const [made] = await registerHouseholds(service, clerk, [3]);
  const asked = { id: made?.householdId ?? '' };
  const { errors } = await service.answer(withRole('ADMINISTRATOR'), entries, asked);
  expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

test('given 100,000 entries of others, then those of a household are read by the log’s index', async () => {
  const [{ columns } = { columns: '' }] = await service.inspect<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ',') as columns from information_schema.columns
     where table_name = 'audit_entry' and is_generated = 'NEVER' and column_name not in ('id', 'record_id')`,
  );
  await service.inspect('set session_replication_role = replica');
  await service.inspect(
    `insert into audit_entry (record_id, ${columns}) select uuidv7()::text, ${columns}
     from (select * from audit_entry limit 1) as one, generate_series(1, 100000)`,
  );
  await service.inspect('set session_replication_role = origin');
  await service.inspect('analyze audit_entry');
  const { conditions } = conditionsOf({ ofHousehold: ['x', 'y'] });
  const plan = await service.service.database.sqlTransaction(identityOf(clerk), async (client) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select * from audit_entry where ${conditions.join(' and ')} order by recorded_at desc, id desc limit 51`,
      [['x', 'y']],
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/audit_entry_record_type_record_id/);
});
