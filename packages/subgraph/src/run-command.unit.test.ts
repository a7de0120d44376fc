import { expect, test } from 'vitest';
import type { Database } from '@nuangong/database';
import { ok, problem, refuse } from '@nuangong/primitives';
import { runCommand } from './run-command.ts';

const actor = {
  kind: 'STAFF',
  staffId: '00000000-0000-7000-8000-000000000001',
  sessionId: '00000000-0000-7000-8000-000000000002',
  name: '王秀英',
  organizationId: '00000000-0000-7000-8000-000000510101',
  organizationName: '青禾县总工会',
  roles: ['CLERK'],
  scope: '51/5101/510101/',
} as unknown as Parameters<typeof runCommand>[0]['actor'];
const database = {
  transaction: (_who: unknown, work: (tx: object) => Promise<unknown>) => work({}),
} as unknown as Database<object>;

const taken = problem('NAME_TAKEN', { zh: '名称已用', en: 'The name is taken.' });
const whenThrown = (error: Error) =>
  runCommand(
    { actor, database },
    { action: 'household.register', constraints: { name_once: () => taken } },
    async () => {
      throw error;
    },
  );
const uniqueKey = (name: string) =>
  Object.assign(new Error(`duplicate key value violates unique constraint "${name}"`), {
    code: '23505',
    constraint: name,
  });

test('the constraint that a command names becomes its problem; one whose message only contains the name does not', async () => {
  expect(await whenThrown(uniqueKey('name_once'))).toEqual(refuse(taken));
  const others = [
    uniqueKey('another_name_once'),
    uniqueKey('name_once_a_year'),
    Object.assign(new Error('x'), {
      code: '23505',
      constraint: 'other',
      detail: 'Key (name_once)=(1) already exists.',
    }),
    new Error('Unknown argument in { data: { x: "name_once" } }'),
    Object.assign(new Error('column "name_once" does not exist'), { code: '42703' }),
  ];
  for (const error of others) await expect(whenThrown(error)).rejects.toBe(error);
});

test('a lost race is reported as CHANGED_MEANWHILE; a refusal rolls back and is returned unchanged', async () => {
  const lost = await whenThrown(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
  expect(lost).toMatchObject({ ok: false, problems: [{ code: 'CHANGED_MEANWHILE' }] });
  expect(await runCommand({ actor, database }, { action: 'household.register' }, async () => refuse(taken))).toEqual(
    refuse(taken),
  );
  expect(await runCommand({ actor, database }, { action: 'household.register' }, async () => ok(1))).toEqual(ok(1));
});
