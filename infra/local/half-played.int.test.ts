import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropHalfPlayed, notePlaying } from './half-played.ts';
import { quietProgress } from './progress.ts';

const server = process.env['NUANGONG_TEST_POSTGRES'] ?? '';
const names = ['half_played_events', 'half_played_records'];
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: server });
  await client.connect();
});

afterAll(async () => {
  for (const name of names) await client.query(`drop database if exists ${name}`);
  await client.end();
});

const there = async (): Promise<readonly string[]> => {
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where datname = any($1) order by 1',
    [names],
  );
  return rows.map(({ datname }) => datname);
};

const eventsUrl = (): string => {
  const url = new URL(server);
  url.pathname = '/half_played_events';
  return url.href;
};

test('keeps a city that was played to its end, and drops one that was left half-way', async () => {
  for (const name of names) await client.query(`create database ${name}`);
  expect(await dropHalfPlayed(server, quietProgress, names)).toBe(false);
  await notePlaying(eventsUrl(), true);
  await notePlaying(eventsUrl(), false);
  expect(await dropHalfPlayed(server, quietProgress, names)).toBe(false);
  expect(await there()).toEqual(names);
  await notePlaying(eventsUrl(), true);
  expect(await dropHalfPlayed(server, quietProgress, names)).toBe(true);
  expect(await there()).toEqual([]);
  expect(await dropHalfPlayed(server, quietProgress, names)).toBe(false);
});
