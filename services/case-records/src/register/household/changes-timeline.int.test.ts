import { identityOf } from '@nuangong/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerk,
  registerHouseholds,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { looksAtNumbers } from './changes-timeline.ts';

let service: CaseRecordsService;

beforeAll(async () => {
  service = await startCaseRecords();
});

afterAll(() => service?.stop());

test('given 100,000 entries of other people, the looks at a household’s numbers are read by the log’s index', async () => {
  const [made] = await registerHouseholds(service, clerk, [1]);
  const [{ columns } = { columns: '' }] = await service.inspect<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ',') as columns from information_schema.columns
     where table_name = 'audit_entry' and is_generated = 'NEVER' and column_name not in ('id', 'record_id', 'record_type')`,
  );
  await service.inspect('set session_replication_role = replica');
  await service.inspect(
    `insert into audit_entry (record_id, record_type, ${columns})
     select uuidv7()::text, 'Person', ${columns}
     from (select * from audit_entry limit 1) as one, generate_series(1, 100000)`,
  );
  await service.inspect('set session_replication_role = origin');
  await service.inspect('analyze audit_entry');
  const plan = await service.service.database.sqlTransaction(identityOf(clerk), async (client) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${looksAtNumbers}`, [
      [made?.householdId],
      ['identity.unmask'],
    ]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index Scan using audit_entry_record_type_record_id\w* on audit_entry/);
  expect(plan).not.toMatch(/Seq Scan on audit_entry/);
});
