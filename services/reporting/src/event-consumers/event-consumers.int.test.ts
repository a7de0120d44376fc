import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnsThatDiffer } from '@nuangong/database/testing';
import { getDatamodel } from '../generated/pothos-types.ts';
import { PrismaClient } from '../generated/prisma/client.ts';
import { actorOf } from '../testing/reporting-system.ts';
import { openDesk, statistics, stranger, type StatisticsDesk } from '../testing/statistics-desk.ts';
import { city, county, household, returned } from '../testing/winter-campaign.ts';

let desk: StatisticsDesk;
beforeAll(async () => {
  desk = await openDesk(3);
}, 120_000);
afterAll(() => desk.system.stop());

test('a return of an unknown payment waits among its organisation’s dead letters, and is handled later', async () => {
  await desk.publish([returned(900)]);
  const letters = async (actor: typeof statistics) => {
    const { deadLetters } = await desk.system.ask<{
      deadLetters: { total: number; items: { id: string; cause: string; type: string }[] };
    }>(actor, '{ deadLetters { total items { id cause type } } }');
    return deadLetters;
  };
  const administrator = actorOf(county, ['ADMINISTRATOR']);
  const waiting = await letters(administrator);
  expect(waiting.total).toBe(1);
  expect(waiting.items[0]?.cause).toContain('PAYMENT_RETURNED builds on PAYMENT_MADE');
  expect((await letters(stranger)).total).toBe(0);
  const replay = (actor: typeof statistics) =>
    desk.system.ask<{ replayDeadLetters: { ok: boolean; problems: { code: string }[] }[] }>(
      actor,
      'mutation ($input: ReplayDeadLettersInput!) { replayDeadLetters(input: $input) { ok problems { code } } }',
      { input: { ids: [waiting.items[0]?.id] } },
    );
  expect((await replay(stranger)).replayDeadLetters).toEqual([{ ok: false, problems: [{ code: 'NOT_FOUND' }] }]);
  expect((await replay(administrator)).replayDeadLetters[0]?.problems).toEqual([{ code: 'FAILED_AGAIN' }]);
  await desk.publish(household(900));
  expect((await replay(administrator)).replayDeadLetters).toEqual([{ ok: true, problems: [] }]);
  const { eventConsumers } = await desk.system.ask<{
    eventConsumers: { name: string; lastHandledAt: string; lagSeconds: number; deadLetters: number }[];
  }>(administrator, '{ eventConsumers { name lastHandledAt lagSeconds deadLetters } }');
  expect(eventConsumers).toMatchObject([{ name: 'reporting', deadLetters: 0 }]);
  expect(Date.now() - Date.parse(eventConsumers[0]!.lastHandledAt)).toBeLessThan(60_000);
});

test('a letter too broken to name its organisation is seen from a city up, and by no county', async () => {
  await desk.system.asOwner(
    `insert into dead_letter (consumer, envelope, cause, attempts) values ('reporting', '"scrap"', 'not an event', 1)`,
  );
  const seenBy = async (path: string) => {
    const { deadLetters } = await desk.system.ask<{ deadLetters: { items: { cause: string }[] } }>(
      actorOf(path, ['ADMINISTRATOR']),
      '{ deadLetters { items { cause } } }',
    );
    return deadLetters.items.map(({ cause }) => cause);
  };
  expect(await seenBy(city)).toEqual(['not an event']);
  expect(await seenBy(county)).toEqual([]);
});

test('facts are only ever added by the service’s role', async () => {
  for (const statement of ['update fact set amount_fen = 1', 'delete from fact', 'truncate fact']) {
    const attempt = desk.system.service.database.sqlTransaction(
      { scope: statistics.scope, staffId: statistics.staffId },
      (client) => client.query(statement),
    );
    await expect(attempt).rejects.toThrow(/append-only|permission denied/);
  }
});

test('the migrations and the schema say the same', async () => {
  expect(
    await columnsThatDiffer(desk.system.ownerUrl, (adapter) => new PrismaClient({ adapter }), getDatamodel()),
  ).toEqual([]);
});
