import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import type { EventEnvelope } from '@nuangong/events';
import { actorOf } from './testing/reporting-system.ts';
import { openDesk, statistics, stranger, type StatisticsDesk } from './testing/statistics-desk.ts';
import { city, county, household, paymentOf, returned } from './testing/winter-campaign.ts';

let desk: StatisticsDesk;
const administrator = actorOf(county, ['ADMINISTRATOR'], '陈管理');
const cityAdministrator = actorOf(city, ['ADMINISTRATOR'], '市管理');

beforeAll(async () => {
  desk = await openDesk(3);
}, 120_000);
afterAll(() => desk.system.stop());
beforeEach(() => desk.system.asOwner('delete from dead_letter'));

/** Publishes events and waits until the consumer has no backlog. */
async function publish(events: readonly EventEnvelope[]): Promise<void> {
  const { transport } = desk.system.service;
  await transport.publish(events);
  while ((await transport.backlog('reporting', ['funds', 'case-records'])).events > 0) await sleep(20);
}

interface Letter {
  readonly id: string;
  readonly type: string | null;
  readonly cause: string;
  readonly organizationPath: string | null;
  readonly payload: { readonly data: Readonly<Record<string, unknown>> };
  readonly stack: string | null;
  readonly redrivenBy: string | null;
}

interface Redriven {
  readonly problems: readonly { readonly code: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly ok: boolean;
    readonly problems: readonly { readonly code: string }[];
  }[];
  readonly remaining: number;
}

async function letters(actor: Actor, filter: Readonly<Record<string, unknown>> = {}): Promise<readonly Letter[]> {
  const { reportingDeadLetters } = await desk.system.ask<{ reportingDeadLetters: { items: Letter[]; total: number } }>(
    actor,
    `query ($filter: DeadLetterFilter) { reportingDeadLetters(filter: $filter) {
      total items { id type cause organizationPath payload stack redrivenBy } } }`,
    { filter },
  );
  expect(reportingDeadLetters.total).toBe(reportingDeadLetters.items.length);
  return reportingDeadLetters.items;
}

async function redrive(actor: Actor, ids: readonly string[]): Promise<Redriven> {
  const answer = await desk.system.ask<{ redriveReportingDeadLetters: Redriven }>(
    actor,
    `mutation ($input: RedriveDeadLettersInput!) { redriveReportingDeadLetters(input: $input) {
      problems { code } rows { id ok problems { code } } remaining } }`,
    { input: { ids } },
  );
  return answer.redriveReportingDeadLetters;
}

async function redriveAlike(actor: Actor, input: Readonly<Record<string, unknown>>): Promise<Redriven> {
  const answer = await desk.system.ask<{ redriveReportingDeadLettersAlike: Redriven }>(
    actor,
    `mutation ($input: RedriveDeadLettersAlikeInput!) { redriveReportingDeadLettersAlike(input: $input) {
      problems { code } rows { id ok problems { code } } remaining } }`,
    { input },
  );
  return answer.redriveReportingDeadLettersAlike;
}

test('a return of an unknown payment becomes a masked dead letter of its county, and is handled later', async () => {
  await publish([returned(900)]);
  const [letter, ...others] = await letters(administrator);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ type: 'nuangong.payment-returned.v1', organizationPath: county, redrivenBy: null });
  expect(letter?.cause).toContain('PAYMENT_RETURNED builds on PAYMENT_MADE');
  expect(letter?.payload.data).toMatchObject({ paymentId: paymentOf(900), reason: '***' });
  expect(letter?.stack).toMatch(/^Error\n {4}at .*record-facts\.ts/u);
  expect(await letters(stranger)).toEqual([]);

  const id = letter?.id ?? '';
  expect((await redrive(stranger, [id])).rows).toEqual([{ id, ok: false, problems: [{ code: 'NOT_FOUND' }] }]);
  expect((await redrive(administrator, [id])).rows[0]?.problems).toEqual([{ code: 'FAILED_AGAIN' }]);
  await publish(household(900));
  expect((await redrive(administrator, [id, id, '999'])).rows).toEqual([
    { id, ok: true, problems: [] },
    { id: '999', ok: false, problems: [{ code: 'NOT_FOUND' }] },
  ]);
  expect(await letters(administrator)).toEqual([]);
  expect(await letters(administrator, { replayed: true })).toMatchObject([{ id, redrivenBy: '陈管理' }]);
  const audited = await desk.system.asOwner(
    `select staff_name, organization_path, before->>'type' as type, after->>'outcome' as outcome
     from audit_entry where action = 'dead-letter.replay' order by id`,
  );
  const entry = { staff_name: '陈管理', organization_path: county, type: 'nuangong.payment-returned.v1' };
  expect(audited).toEqual([
    { ...entry, outcome: 'FAILED_AGAIN' },
    { ...entry, outcome: 'HANDLED' },
  ]);
});

test('a dead letter without a readable organisation is visible from a city upwards, not to a county', async () => {
  await desk.system.asOwner(
    `insert into dead_letter (consumer, envelope, cause, attempts)
     values ('reporting', '"scrap of 张三"', 'not an event', 1)`,
  );
  expect(await letters(cityAdministrator)).toMatchObject([{ cause: 'not an event', payload: '***', type: null }]);
  expect(await letters(administrator)).toEqual([]);
});

test('all dead letters of a type are redriven in one bounded batch; those that fail again stay and come last', async () => {
  await publish([returned(910), returned(911), returned(912)]);
  await publish(household(911));
  const type = 'nuangong.payment-returned.v1';
  const first = await redriveAlike(administrator, { type });
  expect(first.rows.map(({ ok }) => ok).toSorted()).toEqual([false, false, true]);
  expect(first.remaining).toBe(2);
  const [{ cause } = { cause: '' }] = await letters(administrator, { type });
  await publish([...household(910), ...household(912)]);
  expect((await redriveAlike(administrator, { cause })).rows.map(({ ok }) => ok)).toEqual([true]);
  expect(await redriveAlike(administrator, { type })).toMatchObject({ rows: [{ ok: true }], remaining: 0 });
  expect((await redriveAlike(administrator, {})).problems).toEqual([{ code: 'NOTHING_NAMED' }]);
});

test('a user without the system permission sees and redrives nothing', async () => {
  await publish([returned(920)]);
  for (const query of [
    'reportingEvents { service }',
    'reportingDeadLetters { total }',
    'reportingDeadLetter(id: "1") { id }',
  ])
    expect(await desk.system.refusals(statistics, `{ ${query} }`)).toEqual(['FORBIDDEN']);
  const { id = '' } = (await letters(administrator))[0] ?? {};
  expect(await redrive(statistics, [id])).toMatchObject({ problems: [{ code: 'FORBIDDEN' }], rows: [] });
  expect(await redriveAlike(statistics, { cause: 'any' })).toMatchObject({ problems: [{ code: 'FORBIDDEN' }] });
  expect(await letters(administrator)).toHaveLength(1);
});

test('the service’s metrics cost the same however much waits', async () => {
  const overview = `{ reportingEvents { service outbox { unsent oldestUnsentSeconds heldBack }
    consumer { name lastHandledAt backlogEvents backlogSeconds } deadLetters deadLettersByType { type waiting } }
    reportingDeadLetters { total items { id payload redrivenBy } } }`;
  const { statements } = desk.system.service.database;
  const cost = async () => {
    const before = statements();
    const { reportingEvents } = await desk.system.ask<{ reportingEvents: { deadLetters: number; consumer: object } }>(
      administrator,
      overview,
    );
    return { events: reportingEvents, sent: statements() - before };
  };
  const few = await cost();
  await publish(Array.from({ length: 12 }, (_, number) => returned(930 + number)));
  const many = await cost();
  expect(many.sent).toBe(few.sent);
  expect(many.events).toMatchObject({
    service: 'reporting',
    outbox: { unsent: 0, heldBack: 0 },
    consumer: { name: 'reporting', backlogEvents: 0, backlogSeconds: null },
    deadLetters: 12,
    deadLettersByType: [{ type: 'nuangong.payment-returned.v1', waiting: 12 }],
  });
});

/** Reads `/metrics`; returns the value of a series. */
async function scrape(): Promise<(series: string) => number> {
  const text = await (await fetch(`${desk.system.service.url}/metrics`)).text();
  const lines = new Map(text.split('\n').map((line) => line.split(' ') as [string, string]));
  return (series) => Number(lines.get(series));
}

const own = '{service="reporting"}';

test('a scrape reports the state of events, and does not count its own statements', async () => {
  await publish([returned(950)]);
  const { statements } = desk.system.service.database;
  const before = statements();
  const value = await scrape();
  expect(statements()).toBe(before);
  expect(value(`nuangong_dead_letters_waiting${own}`)).toBe(1);
  expect(value(`nuangong_outbox_unsent_events${own}`)).toBe(0);
  expect(value(`nuangong_consumer_backlog_events${own}`)).toBe(0);
  for (const part of ['relay', 'consumer', 'transport', 'event_database'])
    expect([part, value(`nuangong_${part}_ready${own}`)]).toEqual([part, 1]);
  const returns = '{type="nuangong.payment-returned.v1",service="reporting"}';
  expect(value(`nuangong_dead_letters_total${returns}`)).toBeGreaterThan(0);
  expect(value(`nuangong_event_retries_total${returns}`)).toBe(4 * value(`nuangong_dead_letters_total${returns}`));
  expect(value(`nuangong_event_handling_seconds_count${own}`)).toBeGreaterThan(10);
});

test('a scrape without the database shows what is known without it', async () => {
  const name = new URL(desk.system.ownerUrl).pathname.slice(1);
  const server = new pg.Client({ connectionString: process.env['NUANGONG_TEST_POSTGRES'] });
  await server.connect();
  try {
    await server.query(`alter database ${name} allow_connections false`);
    await server.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'nuangong_reporting'`,
      [name],
    );
    const value = await scrape();
    expect(value(`nuangong_event_database_ready${own}`)).toBe(0);
    expect(value(`nuangong_dead_letters_waiting${own}`)).toBeNaN();
    expect(value(`nuangong_consumer_backlog_events${own}`)).toBe(0);
    expect(value(`nuangong_transport_ready${own}`)).toBe(1);
    expect(value(`nuangong_event_handling_seconds_count${own}`)).toBeGreaterThan(10);
  } finally {
    await server.query(`alter database ${name} allow_connections true`);
    await server.end();
  }
});
