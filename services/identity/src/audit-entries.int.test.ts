import { createSecretKey } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { auditVerificationKey, checkSignedExport, type VisibleVerdict } from '@nuangong/database';
import { buildActor, conditionsOf, startTestService, type TestService } from '@nuangong/service/testing';
import type { Transaction } from './builder.ts';
import { defineIdentity } from './definition.ts';
import { makeSigningKey } from './testing/identity-service.ts';

const serviceDirectory = new URL('..', import.meta.url).pathname;
const entries = 100_000;
const counties = ['51/5101/510101/', '51/5101/510102/'] as const;
let identity: TestService<Transaction>;
let owner: Client;
let folder: string;

beforeAll(async () => {
  const signingKey = await makeSigningKey();
  identity = await startTestService(await defineIdentity({ signingKey, publicOrigin: '' }), {
    serviceDirectory,
    serviceRole: 'nuangong_identity',
  });
  owner = new Client({ connectionString: identity.databases.ownerUrl });
  await owner.connect();
  await owner.query(
    `insert into audit_entry
       (organization_path, staff_id, staff_name, action, record_type, record_id, after, recorded_at)
     select case n % 2 when 0 then $1 else $2 end, gen_random_uuid(),
       '经办' || n % 500 || case n % 1000 when 2 then '（代赵敏）' else '' end, 'staff.enrol', 'Staff',
       n::text, '{"name": "=1+1"}', timestamptz '2026-01-01 00:00:00+08' + n * interval '4 minutes'
     from generate_series(1, ${entries}) n`,
    [...counties],
  );
  // Every row is looked at: a sample would let chance decide the plan.
  await owner.query('set default_statistics_target = 1000; analyze audit_entry');
  folder = await mkdtemp(join(tmpdir(), 'nuangong-audit-test-'));
}, 60_000);

afterAll(async () => {
  await owner?.end();
  await identity?.stop();
  await rm(folder, { recursive: true, force: true });
});

const auditor = buildActor({ scope: counties[0], roles: ['AUDITOR'], name: '审计员' });
const clerk = buildActor({ scope: counties[0], roles: ['CLERK'] });

interface Page {
  readonly identityAuditEntries: {
    readonly total: number;
    readonly items: readonly {
      readonly id: string;
      readonly recordId: string;
      readonly organizationPath: string;
      readonly after: unknown;
    }[];
  };
}

const query = `query ($filter: AuditEntryFilter, $before: String, $perPage: Int) {
  identityAuditEntries(filter: $filter, before: $before, perPage: $perPage) {
    total items { id at staffName action recordType recordId organizationPath before after } } }`;

async function read(filter: object, more: { readonly before?: string; readonly perPage?: number } = {}) {
  return (await identity.ask<Page>(auditor, query, { filter, ...more })).identityAuditEntries;
}

test('an auditor reads entries from the newest, page by page, never another county’s', async () => {
  const first = await read({}, { perPage: 3 });
  expect(first.total).toBe(entries / 2);
  expect(first.items.map(({ recordId }) => recordId)).toEqual(['100000', '99998', '99996']);
  const second = await read({}, { perPage: 3, before: first.items[2]?.id ?? '' });
  expect(second.items.map(({ recordId }) => recordId)).toEqual(['99994', '99992', '99990']);
  expect(new Set([...first.items, ...second.items].map((item) => item.organizationPath))).toEqual(
    new Set([counties[0]]),
  );
});

test('entries are filtered by person and days; a foreign or invented cursor gives nothing', async () => {
  const days = { from: '2026-03-01T16:00:00Z', until: '2026-03-02T16:00:00Z' };
  expect((await read(days)).total).toBe(180);
  expect((await read({ staffName: '经办2' })).total).toBe(200);
  expect((await read({ nameBegins: '经办2' })).total).toBeGreaterThan(200);
  expect((await read({ nameBegins: '办2' })).total).toBe(0);
  const some = await read({ recordIds: ['100000', '99996', 'no record'] });
  expect(some.items.map(({ recordId }) => recordId)).toEqual(['100000', '99996']);
  const { rows } = await owner.query(`select id from audit_entry where organization_path = $1 limit 1`, [counties[1]]);
  for (const before of [String(rows[0].id), 'x', '0', '9'.repeat(30)]) {
    expect((await read({}, { before })).items).toEqual([]);
  }
});

test('other roles are refused with a message', async () => {
  const { errors } = await identity.answer(clerk, '{ identityAuditEntries { total } }');
  expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

test('the newest page, a late page and one person’s entries are read by index among 100,000', async () => {
  const deep = (await owner.query(`select id from audit_entry where record_id = '4000'`)).rows[0].id as string;
  const person = conditionsOf({ staffName: '经办2' }).conditions.join(' and ').replaceAll('$1', `'经办2'`);
  for (const condition of [
    'true',
    person,
    `(recorded_at, id) < (select recorded_at, id from audit_entry where id = ${deep})`,
  ]) {
    const plan = await identity.service.database.sqlTransaction(
      { scope: counties[0] as never, staffId: auditor.staffId },
      (client) =>
        client.query<{ 'QUERY PLAN': string }>(
          `explain select * from audit_entry where ${condition} order by recorded_at desc, id desc limit 50`,
        ),
    );
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(
      condition === person ? /Bitmap Index Scan on audit_entry_staff_name/u : /Index Scan Backward/u,
    );
    expect(text).not.toMatch(condition === person ? /Seq Scan/u : /Seq Scan|Sort/u);
  }
});

async function download(actor: Actor, from: string, to: string): Promise<Response> {
  return identity.fetch(`/files/identity/audit-entries.csv?${new URLSearchParams({ from, to }).toString()}`, {
    headers: { authorization: await identity.tokens.authorizationOf(actor) },
  });
}

test('the entries of a range of days are exported with a signature, and that is audited', async () => {
  const response = await download(auditor, '2026-03-01', '2026-03-31');
  expect(response.status).toBe(200);
  const path = join(folder, 'march.csv');
  const text = Buffer.from(await response.arrayBuffer());
  await writeFile(path, text);
  const publicKey = auditVerificationKey(createSecretKey(Buffer.alloc(32, 7)));
  const verdict = await checkSignedExport(path, publicKey);
  expect(verdict).toMatchObject({
    kind: 'HOLDS',
    signed: {
      service: 'identity',
      from: '2026-03-01',
      to: '2026-03-31',
      scope: counties[0],
      exportedBy: '审计员',
      entries: 5580,
    },
  });
  expect(text.includes(counties[1])).toBe(false);
  expect(text.toString('utf8')).toContain('登记工作人员,staff.enrol,工作人员,Staff');
  expect(text.toString('utf8').split('\r\n')).toHaveLength(5580 + 3);
  await writeFile(path, (await readFile(path, 'utf8')).replace('staff.enrol', 'staff.enroll'));
  expect((await checkSignedExport(path, publicKey)).kind).toBe('CHANGED');
  const { items } = await read({ action: 'audit.export' });
  expect(items).toMatchObject([
    { recordId: 'identity', after: { from: '2026-03-01', to: '2026-03-31', entries: 5580 } },
  ]);
});

test('the entries of some days are checked against their seals, over the service’s own route', async () => {
  const check = async (actor: Actor, to = '2026-03-02') =>
    identity.fetch(`/files/identity/audit-check?from=2026-03-02&to=${to}`, {
      method: 'POST',
      headers: { authorization: await identity.tokens.authorizationOf(actor) },
    });
  const { fitting, changed, unsealed } = (await (await check(auditor)).json()) as VisibleVerdict;
  expect([fitting + unsealed, changed]).toEqual([180, []]);
  expect((await check(auditor, '2026-03-01')).status).toBe(400);
  const tooLong = await check(auditor, '2027-03-03');
  expect([tooLong.status, await tooLong.text()]).toEqual([400, expect.stringContaining('PERIOD_TOO_LONG')]);
  expect((await check(auditor, '2027-03-02')).status).toBe(200);
  const { items } = await read({ action: 'audit.check' });
  expect(items.map(({ recordId, after }) => [recordId, after])).toEqual([
    ['identity', expect.objectContaining({ from: '2026-03-02', to: '2027-03-02' })],
    ['identity', { from: '2026-03-02', to: '2026-03-02', fitting, changed: [], unsealed }],
  ]);
  expect((await check(clerk)).status).toBe(403);
});

test('invalid or reversed days are refused; a user who may not read may not export', async () => {
  const reversed = await download(auditor, '2026-03-31', '2026-03-01');
  expect([reversed.status, await reversed.text()]).toEqual([400, expect.stringContaining('PERIOD_REVERSED')]);
  expect((await download(auditor, 'x', '')).status).toBe(400);
  expect((await download(clerk, '2026-03-01', '2026-03-02')).status).toBe(403);
});
