import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  clerk,
  householdInput,
  identityNumber,
  otherClerk,
  registerHouseholds,
  startCaseRecords,
  winterRoster,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;
let now = new Date('2026-12-08T02:00:00Z');
beforeAll(async () => {
  service = await startCaseRecords(() => now);
});
afterAll(() => service.stop());

interface Told {
  readonly registered: boolean;
  readonly lastAidedOn: string | null;
  readonly problems: readonly { readonly code: string }[];
}

const colleague = { ...otherClerk, staffId: crypto.randomUUID() };

async function ask(actor: typeof clerk, serial: number): Promise<Told> {
  const { registeredElsewhere } = await service.ask<{ registeredElsewhere: Told }>(
    actor,
    `query($number: String!) { registeredElsewhere(identityNumber: $number) { registered lastAidedOn problems { code } } }`,
    { number: identityNumber(serial) },
  );
  return registeredElsewhere;
}

const register = (actor: typeof clerk, serial: number, overrides: object = {}) =>
  service.command<{ household: { id: string } | null }>(
    actor,
    'registerHousehold',
    householdInput(serial, overrides),
    'household { id }',
  );

describe('whether an identity is registered elsewhere', () => {
  test('is the whole answer, with the day of the last aid: the graph has no other field', async () => {
    const [{ householdId = '' } = {}] = await registerHouseholds(service, clerk, [1]);
    await service.inspect(`select note_aid_given(array[$1::uuid], '2026-02-03')`, [householdId]);
    expect(await ask(otherClerk, 1)).toEqual({ registered: true, lastAidedOn: '2026-02-03', problems: [] });
    const more = await service.answer(
      otherClerk,
      `query($number: String!) { registeredElsewhere(identityNumber: $number) { lastAmount } }`,
      { number: identityNumber(1) },
    );
    expect(more.errors?.[0]?.message).toBeDefined();
    expect(more.data).toBeUndefined();
    const columns = await service.inspect<{ column: string }>(
      `select unnest(proargnames) as column from pg_proc where proname = 'registered_elsewhere'`,
    );
    expect(columns.map(({ column }) => column)).toEqual(['index', 'registered', 'last_aided_on']);
  });

  test('is audited, once an hour for the same identity, without the number', async () => {
    await ask(otherClerk, 2);
    await ask(otherClerk, 2);
    const entries = await service.inspect<{ entry: string; path: string }>(
      `select t::text as entry, organization_path as path from audit_entry t
       where action = 'identity.ask' and staff_id = $1 order by id`,
      [otherClerk.staffId],
    );
    expect(entries).toHaveLength(2);
    for (const { entry, path } of entries) {
      expect(path).toBe(otherClerk.scope);
      expect(entry).not.toContain(identityNumber(2));
    }
  });

  test('counts as asked by a refused registration too', async () => {
    const before = await service.inspect<{ asked: string }>('select count(*) as asked from identity_asking');
    const { problems } = await register(colleague, 1);
    expect(problems).toMatchObject([{ code: 'REGISTERED_ELSEWHERE' }]);
    const after = await service.inspect<{ asked: string }>('select count(*) as asked from identity_asking');
    expect(Number(after[0]?.asked) - Number(before[0]?.asked)).toBe(1);
  });

  test('is answered for 60 identities an hour per account, over all ways and requests', async () => {
    const prober = { ...otherClerk, staffId: crypto.randomUUID() };
    const answers = await Promise.all(Array.from({ length: 70 }, (_, serial) => ask(prober, 2000 + serial)));
    const refused = answers.filter(({ problems }) => problems.length > 0);
    expect(refused).toHaveLength(10);
    for (const { registered, lastAidedOn, problems } of refused) {
      expect([registered, lastAidedOn, problems]).toEqual([false, null, [{ code: 'ASKED_TOO_OFTEN' }]]);
    }
    expect((await register(prober, 1)).problems).toEqual([{ code: 'ASKED_TOO_OFTEN', field: 'identityNumber' }]);
    expect((await register(prober, 3000)).problems).toMatchObject([{ code: 'ASKED_TOO_OFTEN' }]);
    const refusals = await service.inspect<{ refused: string }>(
      `select count(*) as refused from audit_entry where action = 'identity.ask-refused' and staff_id = $1`,
      [prober.staffId],
    );
    expect(refusals).toEqual([{ refused: '12' }]);
    expect((await ask(colleague, 1)).problems).toEqual([]);
    now = new Date(now.getTime() + 61 * 60_000);
    expect((await ask(prober, 1)).registered).toBe(true);
  });

  test('is not answered to a role that cannot register, and nothing is counted', async () => {
    const reader = { ...otherClerk, staffId: crypto.randomUUID(), roles: ['AUDITOR'] as const };
    await expect(ask(reader, 1)).rejects.toThrow('FORBIDDEN');
    const rows = await service.inspect('select 1 from identity_asking where staff_id = $1', [reader.staffId]);
    expect(rows).toEqual([]);
  });

  test('a county does not see what another asked, and nobody can change the record', async () => {
    await expect(service.attack(otherClerk, 'delete from identity_asking')).rejects.toThrow('append-only');
    await expect(service.attack(otherClerk, 'update identity_asking set told = 0')).rejects.toThrow('append-only');
    const foreign = service.service.database.sqlTransaction(clerk, async (client) => {
      const { rows } = await client.query('select 1 from identity_asking where staff_id = $1', [otherClerk.staffId]);
      return rows;
    });
    expect(await foreign).toEqual([]);
  });
});

describe('a roster', () => {
  async function importRoster(
    actor: typeof clerk,
  ): Promise<readonly { outcome: string; reasons: { code: string }[] }[]> {
    const uploaded = await service.upload(actor, '/files/case-records/rosters', {
      name: '花名册.xlsx',
      content: await winterRoster(),
    });
    const { importId: id } = (await uploaded.json()) as { importId: string };
    await service.parts.background.idle();
    const { problems } = await service.command(actor, 'startRosterImport', { importId: id }, 'rosterImport { id }');
    expect(problems).toEqual([]);
    await service.parts.background.idle();
    return service.inspect('select outcome, reasons from roster_row where import_id = $1 order by row_number', [id]);
  }

  test('is counted in bulk against its own limit: beyond it, rows are refused without an answer', async () => {
    await importRoster(clerk);
    const told = (rows: readonly { reasons: { code: string }[] }[], code: string) =>
      rows.filter(({ reasons }) => reasons.some((reason) => reason.code === code)).length;
    const first = await importRoster(otherClerk);
    expect(told(first, 'REGISTERED_ELSEWHERE')).toBe(325);
    const [asking] = await service.inspect<{ asked: number; told: number }>(
      `select asked, told from identity_asking where kind = 'ROSTER' and organization_path = $1`,
      [otherClerk.scope],
    );
    expect(asking?.told).toBe(325);
    expect(asking?.asked).toBeGreaterThanOrEqual(325);
    await importRoster(otherClerk);
    await importRoster(otherClerk);
    const fourth = await importRoster(otherClerk);
    expect(told(fourth, 'REGISTERED_ELSEWHERE')).toBe(25);
    expect(told(fourth, 'ASKED_TOO_OFTEN')).toBe(300);
  });
});
