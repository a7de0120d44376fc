import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayEvents } from './replay-events.ts';
import { actorOf, startReporting, type ReportingSystem } from '../../testing/reporting-system.ts';
import {
  city,
  county,
  household,
  money,
  opening,
  otherCounty,
  otherWork,
  returned,
} from '../../testing/winter-campaign.ts';

const statistics = actorOf(city, ['STATISTICS']);
const administrator = actorOf(city, ['ADMINISTRATOR']);
let system: ReportingSystem;
let published = 0;

beforeAll(async () => {
  system = await startReporting();
  await publish([
    ...opening(),
    ...money(),
    ...Array.from({ length: 60 }, (_, at) => household(at + 1)).flat(),
    ...Array.from({ length: 20 }, (_, at) => household(at + 101, otherCounty)).flat(),
    returned(4),
    ...otherWork(),
  ]);
}, 120_000);
afterAll(() => system.stop());

async function publish(events: Parameters<ReportingSystem['publish']>[0]): Promise<void> {
  await system.publish(events);
  published += events.length;
  await system.untilHandled(published);
}

const figures = () =>
  system.ask(
    statistics,
    `{ statutoryTable(form: "warmth-table") { lines { cells { key value records } } }
       tableForSubordinates(form: "warmth-table") { organizationId figures { key value records } }
       cellRecords(form: "warmth-table", cell: "6A", perPage: 200) { total sumAmount items { id recordId title } } }`,
  );
/** Every fact, and for each subject the order in which its facts were recorded; the positions themselves may differ. */
const facts = () =>
  system.asOwner(
    `select to_jsonb(fact) - 'position' as fact, rank() over (partition by subject_id order by position) as told
     from fact order by id`,
  );

interface ReplayAnswer {
  replayEvents: {
    problems: { code: string }[];
    replay: { events: number; factsBefore: number; factsAfter: number } | null;
  };
}
const replay = (actor = administrator) =>
  system.ask<ReplayAnswer>(
    actor,
    'mutation { replayEvents { problems { code } replay { events factsBefore factsAfter } } }',
  );

test('given a replay of all events, then every figure, record and fact is the same to the last digit', async () => {
  const [figuresBefore, factsBefore] = [await figures(), await facts()];
  const count = factsBefore.length;
  expect(count).toBeGreaterThan(240);
  const { replayEvents } = await replay();
  expect(replayEvents).toEqual({
    problems: [],
    replay: { events: published, factsBefore: count, factsAfter: count },
  });
  expect(await facts()).toEqual(factsBefore);
  expect(await figures()).toEqual(figuresBefore);
});

test('given a transport that keeps no events, then a replay deletes nothing', async () => {
  const before = await facts();
  const nothing = { ...system.service.transport, replay: async () => ({ events: 0 }) };
  const answer = await replayEvents(system.service.database.pool, nothing);
  expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual(['NOTHING_TO_REPLAY']);
  expect(await facts()).toEqual(before);
});

test('given a clock set back between a payment and its return, then the payment no longer counts', async () => {
  const back = { ...returned(700), time: '2026-11-21T00:00:00.000Z' };
  const cell = async () => {
    const { cellRecords } = await system.ask<{ cellRecords: { total: number } }>(
      statistics,
      '{ cellRecords(form: "warmth-table", cell: "6A", perPage: 1) { total } }',
    );
    return cellRecords.total;
  };
  const before = await cell();
  await publish(household(700));
  expect(await cell()).toBe(before + 1);
  await publish([back]);
  expect(await cell()).toBe(before);
});

test('given events that arrive during a replay, then each counts once, and readers never see half a table', async () => {
  const replaying = replay();
  const seen: string[] = [];
  const reading = (async () => {
    for (let round = 0; round < 10; round += 1) {
      const answer = await system.ask<{ cellRecords: { total: number } }>(
        statistics,
        '{ cellRecords(form: "warmth-table", cell: "6A") { total } }',
      );
      seen.push(String(answer.cellRecords.total));
    }
  })();
  for (let number = 201; number <= 230; number += 1) await system.publish(household(number));
  published += 90;
  expect((await replaying).replayEvents.problems).toEqual([]);
  await reading;
  await system.untilHandled(published);
  expect(seen.every((total) => Number(total) >= 79)).toBe(true);
  const { length } = await facts();
  const [{ told } = { told: 0 }] = await system.asOwner<{ told: number }>(
    'select count(distinct event_id)::int as told from fact',
  );
  expect(told).toBe(published - opening().length);
  expect(
    (
      await system.ask<{ cellRecords: { total: number; sumAmount: string } }>(
        statistics,
        '{ cellRecords(form: "warmth-table", cell: "6A") { total sumAmount } }',
      )
    ).cellRecords,
  ).toEqual({ total: 109, sumAmount: '32700.00' });
  const again = (await replay()).replayEvents.replay;
  expect(again).toEqual({ events: published, factsBefore: length, factsAfter: length });
});

test('given an event that cannot be handled, then a replay makes it a dead letter again and handles the rest', async () => {
  await publish([returned(999)]);
  expect((await replay()).replayEvents.problems).toEqual([]);
  const letters = await system.asOwner<{ cause: string }>('select cause from dead_letter');
  expect(letters.map(({ cause }) => cause.slice(0, 41))).toEqual(['PAYMENT_RETURNED builds on PAYMENT_MADE o']);
});

test('given two concurrent replays, then the second is refused; so is a user without the permission', async () => {
  const codes = (await Promise.all([replay(), replay()])).map(({ replayEvents }) =>
    replayEvents.problems.map(({ code }) => code).join(),
  );
  expect(codes.sort()).toEqual(['', 'REPLAY_RUNNING']);
  expect((await replay(actorOf(county, ['STATISTICS']))).replayEvents.problems).toEqual([{ code: 'FORBIDDEN' }]);
});
