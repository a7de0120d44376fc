import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import pg from 'pg';
import { claimsOf, createTokenVerifier, scopeOf, tokenAudience, tokenIssuer, type Actor, type Role } from '@nuangong/access';
import { createTestDatabase } from '@nuangong/database/testing';
import { makeEvent, newEventId, type EventContract, type EventData, type EventEnvelope } from '@nuangong/events';
import { startService, type RunningService } from '@nuangong/service';
import type { Transaction } from '../builder.ts';
import { reportingDefinition } from '../definition.ts';

/** A running reporting service over databases of a test's own, with its own keys and the embedded transport. */
export interface ReportingSystem {
  readonly service: RunningService<Transaction>;
  readonly ownerUrl: string;
  /** Asks the graph as somebody; throws when the answer carries errors. */
  ask<Data>(actor: Actor, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  /** The codes of the errors that a query is answered with. */
  refusals(actor: Actor, query: string): Promise<readonly string[]>;
  download(actor: Actor | undefined, path: string): Promise<Response>;
  publish(events: readonly EventEnvelope[]): Promise<void>;
  /** Waits until as many events have been handled or have become dead letters. */
  untilHandled(events: number): Promise<void>;
  asOwner<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<readonly Row[]>;
  stop(): Promise<void>;
}

const migrationsDirectory = new URL('../../prisma/migrations', import.meta.url).pathname;

/** A migrated database of this service for a test. */
export const createReportingDatabase = () =>
  createTestDatabase({ migrationsDirectory, serviceRole: 'nuangong_reporting' });

/** Starts the service; `clock` is the present moment. */
export async function startReporting(clock: () => Date = () => new Date()): Promise<ReportingSystem> {
  const database = await createReportingDatabase();
  const events = await createEventsDatabase();
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const keys = createLocalJWKSet({ keys: [await exportJWK(publicKey)] });
  const service = await startService(
    { ...reportingDefinition(clock), verifier: createTokenVerifier(keys) },
    {
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: database.url,
      JWKS_URL: 'http://127.0.0.1/unused',
      EVENTS_DATABASE_URL: events.url,
      LOG_LEVEL: 'silent',
      FILES_DIRECTORY: '.',
      INTROSPECTION: false,
    },
  );
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  const post = async (actor: Actor, query: string, variables?: Readonly<Record<string, unknown>>) => {
    const response = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await bearerOf(actor, privateKey) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data?: unknown; errors?: readonly { extensions?: { code?: string } }[] };
  };
  return {
    service,
    ownerUrl: database.ownerUrl,
    async ask<Data>(actor: Actor, query: string, variables?: Readonly<Record<string, unknown>>) {
      const answer = await post(actor, query, variables);
      if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
      return answer.data as Data;
    },
    refusals: async (actor, query) =>
      ((await post(actor, query)).errors ?? []).map((error) => String(error.extensions?.code)),
    download: async (actor, path) =>
      fetch(`${service.url}${path}`, { headers: actor ? { authorization: await bearerOf(actor, privateKey) } : {} }),
    publish: (envelopes) => service.transport.publish(envelopes),
    untilHandled: (count) => untilHandled(owner, count),
    asOwner: async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
      (await owner.query<Row>(sql, values)).rows,
    async stop() {
      await service.stop();
      await owner.end();
      await database.drop();
      await events.drop();
    },
  };
}

async function untilHandled(owner: pg.Pool, count: number): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (true) {
    const { rows } = await owner.query<{ handled: number }>(
      'select ((select count(*) from inbox) + (select count(*) from dead_letter))::int as handled',
    );
    if ((rows[0]?.handled ?? 0) >= count) return;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${count} events, handled ${rows[0]?.handled}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function bearerOf(actor: Actor, key: CryptoKey): Promise<string> {
  const token = await new SignJWT({ ...claimsOf(actor) })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(actor.staffId)
    .setIssuer(tokenIssuer)
    .setAudience(tokenAudience)
    .setExpirationTime('10m')
    .sign(key);
  return `Bearer ${token}`;
}

async function createEventsDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = process.env['NUANGONG_TEST_POSTGRES'];
  if (server === undefined) throw new Error('NUANGONG_TEST_POSTGRES names no server: run ./nuangong test');
  const name = `test_events_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await onServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

/** Somebody of an organisation. */
export function actorOf(path: string, roles: readonly Role[], name = '赵敏'): Actor {
  const code = path.split('/').at(-2) ?? '';
  return {
    kind: 'STAFF',
    staffId: '00000000-0000-7000-8000-00000000aaaa',
    name,
    organizationId: organizationOf(path).id,
    organizationName: organizationOf(path).name,
    scope: scopeOf(path),
    roles,
    sessionId: `session-${code}`,
  };
}

/** The organisation of a path as events name it. */
export function organizationOf(path: string): { id: string; path: string; code: string; name: string } {
  const code = path.split('/').at(-2) ?? '';
  return { id: `00000000-0000-7000-8000-${code.replace('-', '').padStart(12, '0')}`, path, code, name: `${code}总工会` };
}

/** An event as its service would publish it. */
export function eventOf<Contract extends EventContract>(
  contract: Contract,
  organizationPath: string,
  data: EventData<Contract>,
  time: Date = new Date(),
): EventEnvelope {
  return makeEvent(contract, data, { id: newEventId(time), time, organizationPath, actor: 'test', requestId: 'test' });
}
