import { randomUUID } from 'node:crypto';
import { Client, Pool, type PoolClient } from 'pg';
import { layFoundation } from '@nuangong/database/testing';

/** A test database on the server that `NUANGONG_TEST_POSTGRES` names. */
export type EventDatabase = {
  readonly url: string;
  readonly pool: Pool;
  withTransaction<T>(work: (transaction: PoolClient) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
};

/** Creates an empty database. */
export async function createEmptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = process.env['NUANGONG_TEST_POSTGRES'];
  if (server === undefined) throw new Error('NUANGONG_TEST_POSTGRES names no server: run ./nuangong test');
  const name = `test_events_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

/** Creates the database of a service that sends and receives: outbox tables, and a table for the effects of events. */
export async function createEventDatabase(): Promise<EventDatabase> {
  const { url, drop } = await createEmptyDatabase();
  const database = openEventDatabase(url);
  await layFoundation(database.pool);
  await database.pool.query(`create table effect (
    place bigint generated always as identity, consumer text, copy text, event_id uuid, key text, number int
  )`);
  return {
    ...database,
    async drop() {
      await database.pool.end();
      await drop();
    },
  };
}

/** The same database from another process, which leaves dropping it to its creator. */
export function openEventDatabase(url: string): EventDatabase {
  const pool = new Pool({ connectionString: url, max: 20 });
  pool.on('error', () => undefined);
  return { url, pool, withTransaction: (work) => inTransaction(pool, work), drop: () => pool.end() };
}

async function inTransaction<T>(pool: Pool, work: (transaction: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
