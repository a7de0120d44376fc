import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerk,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { unmaskingLimits } from './unmask-limit.ts';

let service: CaseRecordsService;
let now = new Date('2026-12-08T02:00:00Z');
let people: readonly string[];
const reason = '走访前电话联系本人';

beforeAll(async () => {
  service = await startCaseRecords(() => now);
  const made = await registerHouseholds(
    service,
    clerk,
    Array.from({ length: 40 }, (_, serial) => 500 + serial),
  );
  const heads = await service.inspect<{ id: string }>(
    'select head_id as id from household where id = any($1::uuid[]) order by head_id',
    [made.map(({ householdId }) => householdId)],
  );
  people = heads.map(({ id }) => id);
}, 60_000);

afterAll(() => service?.stop());

type Command = 'unmaskIdentity' | 'unmaskPhone' | 'unmaskBankAccount';
type Officer = typeof clerk;

interface Shown {
  readonly value: string | null;
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
}

async function unmask(officer: Officer, command: Command, personId: string, why = reason): Promise<Shown> {
  const input = command === 'unmaskIdentity' ? 'UnmaskIdentityInput' : 'UnmaskNumberInput';
  const query = `mutation ($input: ${input}!) { ${command}(input: $input) { value problems { code field } } }`;
  const shown = await service.ask<Record<string, Shown>>(officer, query, { input: { personId, reason: why } });
  return shown[command] as Shown;
}

const newOfficer = (): Officer => ({ ...clerk, staffId: crypto.randomUUID() });

const kept = (officer: Officer, action: string) =>
  service.inspect<{ after: object }>('select after from audit_entry where action = $1 and staff_id = $2', [
    action,
    officer.staffId,
  ]);

test('an account sees at most 30 numbers an hour, however many requests run at the same time', async () => {
  const thief = newOfficer();
  const commands = ['unmaskIdentity', 'unmaskPhone', 'unmaskBankAccount'] as const;
  const answers = await Promise.all(
    people.flatMap((personId) => commands.map((command) => unmask(thief, command, personId))),
  );
  expect(answers).toHaveLength(120);
  expect(answers.filter(({ value }) => value !== null)).toHaveLength(unmaskingLimits.anHour);
  const refused = answers.filter(({ problems }) => problems[0]?.code === 'UNMASKED_TOO_OFTEN');
  expect(refused).toHaveLength(120 - unmaskingLimits.anHour);
  const refusals = await Promise.all(
    ['identity', 'phone', 'bank-account'].map((number) => kept(thief, `${number}.unmask-refused`)),
  );
  expect(refusals.flat()).toHaveLength(refused.length);
  expect(refusals.flat()[0]).toEqual({ after: { why: 'UNMASKED_TOO_OFTEN' } });

  const honest = newOfficer();
  expect((await unmask(honest, 'unmaskIdentity', people[0] ?? '')).value).toMatch(/^\d{17}[\dX]$/);
  now = new Date(now.getTime() + 61 * 60_000);
  expect((await unmask(thief, 'unmaskPhone', people[39] ?? '')).problems).toEqual([]);
});

test('an account sees at most 200 numbers a day', async () => {
  const patient = newOfficer();
  let seen = 0;
  for (let hour = 0; hour < 8; hour += 1) {
    const answers = await Promise.all(people.slice(0, 30).map((personId) => unmask(patient, 'unmaskPhone', personId)));
    seen += answers.filter(({ value }) => value !== null).length;
    now = new Date(now.getTime() + 61 * 60_000);
  }
  expect(seen).toBe(unmaskingLimits.aDay);
});

test('a clerk who calls twelve families an hour and checks their accounts is never limited', async () => {
  const busy = newOfficer();
  now = new Date(now.getTime() + 25 * 60 * 60_000);
  for (let hour = 0; hour < 8; hour += 1) {
    const families = people.slice(hour * 4, hour * 4 + 12);
    for (const personId of families) {
      // A call without an answer is repeated by the client.
      for (const command of ['unmaskPhone', 'unmaskBankAccount', 'unmaskPhone'] as const) {
        expect((await unmask(busy, command, personId)).problems).toEqual([]);
      }
    }
    now = new Date(now.getTime() + 60 * 60_000 + 1_000);
  }
});

test('a meaningless reason is refused with what to write, and the refusal is audited', async () => {
  const curious = newOfficer();
  for (const why of ['x', '1111', '。。。。', '看看', '的的的的的']) {
    const { value, problems } = await unmask(curious, 'unmaskPhone', people[0] ?? '', why);
    expect([why, value, problems]).toEqual([why, null, [{ code: 'REASON_SAYS_NOTHING', field: 'reason' }]]);
  }
  expect(await kept(curious, 'phone.unmask-refused')).toHaveLength(5);
  expect(await kept(curious, 'phone.unmask')).toEqual([]);
  expect((await unmask(curious, 'unmaskPhone', people[0] ?? '')).problems).toEqual([]);
});

test('counts of what was seen cannot be removed, and another county sees none', async () => {
  await expect(service.attack(clerk, 'delete from unmasking')).rejects.toThrow('append-only');
  await expect(service.attack(clerk, `update unmasking set asked_at = now() - interval '2 days'`)).rejects.toThrow(
    'append-only',
  );
  const stranger = { ...reviewer, scope: '51/5101/510102/' as Officer['scope'] };
  const seen = await service.service.database.sqlTransaction(
    stranger,
    async (client) => (await client.query('select 1 from unmasking')).rows,
  );
  expect(seen).toEqual([]);
});
