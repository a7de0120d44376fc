import pg from 'pg';
import { codeOf, type Actor, type Role } from '@nuangong/access';
import { createTestDatabase } from '@nuangong/database/testing';
import { makeEvent, newEventId, type EventContract, type EventData, type EventEnvelope } from '@nuangong/events';
import { buildActor, startTestService, type TestService } from '@nuangong/service/testing';
import type { Transaction } from '../builder.ts';
import { reportingDefinition } from '../definition.ts';

/** A running reporting service on separate test databases, with its own keys and the embedded transport. */
export interface ReportingSystem extends Pick<TestService<Transaction>, 'service' | 'ask' | 'answer'> {
  readonly ownerUrl: string;
  /** The codes of the errors in the answer to a query. */
  refusals(actor: Actor, query: string): Promise<readonly string[]>;
  download(actor: Actor | undefined, path: string): Promise<Response>;
  publish(events: readonly EventEnvelope[]): Promise<void>;
  /** Waits until this many events have been handled or have become dead letters. */
  untilHandled(events: number): Promise<void>;
  asOwner<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<readonly Row[]>;
  stop(): Promise<void>;
}

const databaseOptions = {
  serviceDirectory: new URL('../..', import.meta.url).pathname,
  serviceRole: 'nuangong_reporting',
};

/** A migrated database of this service for a test. */
export const createReportingDatabase = () => createTestDatabase(databaseOptions);

/** Starts the service; `clock` gives the current time. */
export async function startReporting(clock: () => Date = () => new Date()): Promise<ReportingSystem> {
  const test = await startTestService(reportingDefinition(clock), databaseOptions);
  const { service, databases, tokens, ask, answer } = test;
  const owner = new pg.Pool({ connectionString: databases.ownerUrl, max: 2 });
  return {
    service,
    ask,
    answer,
    ownerUrl: databases.ownerUrl,
    refusals: async (actor, query) =>
      ((await answer(actor, query)).errors ?? []).map((error) => String(error.extensions?.code)),
    download: async (actor, path) =>
      test.fetch(path, {
        headers: actor ? { authorization: await tokens.authorizationOf(actor) } : {},
      }),
    publish: (envelopes) => service.transport.publish(envelopes),
    untilHandled: (count) => untilHandled(owner, count),
    asOwner: async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
      (await owner.query<Row>(sql, values)).rows,
    async stop() {
      await owner.end();
      await test.stop();
    },
  };
}

async function untilHandled(owner: pg.Pool, count: number): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (true) {
    const { rows } = await owner.query<{ handled: number }>(
      `select ((select count(*) from inbox)
         + (select count(*) from dead_letter where replayed_at is null))::int as handled`,
    );
    if ((rows[0]?.handled ?? 0) >= count) return;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${count} events, handled ${rows[0]?.handled}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A member of staff of an organisation. */
export function actorOf(path: string, roles: readonly Role[], name = '赵敏'): Actor {
  const organization = organizationOf(path);
  return buildActor({
    scope: path,
    organizationId: organization.id,
    organizationName: organization.name,
    roles,
    name,
  });
}

/** The organisation of a path as events name it. */
export function organizationOf(path: string): { id: string; path: string; code: string; name: string } {
  const code = codeOf(path);
  return {
    id: `00000000-0000-7000-8000-${code.replace('-', '').padStart(12, '0')}`,
    path,
    code,
    name: `${code}总工会`,
  };
}

/** An event as its service would publish it. */
export function eventOf<Contract extends EventContract>(
  contract: Contract,
  organizationPath: string,
  data: EventData<Contract>,
  time: Date = new Date(),
): EventEnvelope {
  return makeEvent(contract, data, {
    id: newEventId(time),
    time,
    organizationPath,
    actor: 'test',
    requestId: 'test',
  });
}
