import { Readable } from 'node:stream';
import { execute, parse, validate, type DocumentNode } from 'graphql';
import { permits, type Action, type Actor } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import { isRefusal, type FileRoutes } from '@nuangong/documents/serve';
import { createConsumer, type EventHandlers, type EventTransport } from '@nuangong/event-bus';
import { openService, type ServiceEnvironment, type ServicePieces, type TransactionClient } from '@nuangong/service';
import { lazyTransaction } from '@nuangong/subgraph';
import type { Logger } from 'pino';
import { inPlainTransaction } from './plain-transaction.ts';

/** A service without its server: its graph, its uploads, its reactions and its tasks, under the clock of its parts. */
export interface ServiceDesk {
  readonly name: string;
  /** Answers a query or carries out a command as an actor, with the service's own checks; throws on errors. */
  ask<Data>(actor: Actor, query: string, variables: Readonly<Record<string, unknown>>): Promise<Data>;
  /** Sends a file to an upload route of the service; returns its answer. */
  upload(actor: Actor, path: string, file: { readonly name: string; readonly content: Buffer }): Promise<object>;
  /** The events recorded since the last call, in their order. */
  newEvents(): Promise<readonly Envelope[]>;
  /** Has the service's own consumer handle events, in one transaction; those without a reaction are passed over. */
  receive(events: readonly Envelope[]): Promise<void>;
  /** Resolves when the service's work in the background has ended. */
  idle(): Promise<void>;
  /** Runs once each of the service's tasks that are due every few minutes; the services run the nightly ones as they start. */
  runTasks(): Promise<void>;
  stop(): Promise<void>;
}

/** An event as an outbox holds it. */
export interface Envelope {
  readonly type: string;
  /** The path of the organisation that owns its record. */
  readonly organizationpath: string;
}

type Upload = Parameters<FileRoutes['accept']>;

const noTransport = { subscribe: undefined } as unknown as EventTransport;

/** Opens a service on its database under its own role. */
export async function openDesk<Tx extends TransactionClient, Parts>(
  definition: ServicePieces<Tx, Parts>,
  environment: ServiceEnvironment,
  idle: (parts: Parts) => Promise<void> = async () => undefined,
): Promise<ServiceDesk> {
  const { name, schema } = definition;
  const { running, handlers, stop } = await openService<Tx, Parts>(definition, environment);
  const { database, parts } = running;
  const events = { consumer: null, backlog: async () => null, redrive: async () => [] };
  const documents = new Map<string, DocumentNode>();
  const uploads = new Map<string, Upload>();
  definition.files?.({ serve: () => undefined, accept: (...route) => void uploads.set(route[0], route) }, running);
  let seen = '0';

  function documentOf(query: string): DocumentNode {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query);
    const [error] = validate(schema, document);
    if (error !== undefined) throw error;
    documents.set(query, document);
    return document;
  }

  return {
    name,
    async ask<Data>(actor: Actor, query: string, variables: Readonly<Record<string, unknown>>): Promise<Data> {
      const transaction = database.requestTransaction(identityOf(actor));
      const tx = lazyTransaction(transaction as Parameters<typeof lazyTransaction>[0]);
      const contextValue = {
        actor,
        language: 'zh',
        requestId: crypto.randomUUID(),
        database,
        parts,
        events,
        tx,
      };
      const document = documentOf(query);
      const { data, errors } = await execute({ schema, document, contextValue, variableValues: { ...variables } });
      await transaction.finish();
      const [error] = errors ?? [];
      if (error !== undefined) throw error.originalError ?? error;
      return data as Data;
    },
    async upload(actor, path, file) {
      const [pattern = '', ...values] = routeOf(path);
      const [, action, take] = uploads.get(pattern) ?? refuseRoute(path);
      demandPermission(actor, action);
      const asked = {
        actor,
        requestId: crypto.randomUUID(),
        id: values[0] ?? '',
        params: {},
        query: {},
        left: new AbortController().signal,
      };
      const answer = await take(asked, async () => ({
        fileName: file.name,
        claimedType: 'text/csv',
        field: () => '',
        content: Readable.from([file.content]),
        isCut: () => false,
      }));
      if (isRefusal(answer)) throw new Error(`${path}: ${JSON.stringify(answer.problems)}`);
      return answer.answer;
    },
    async newEvents() {
      const { rows } = await database.pool.query<{ position: string; envelope: Envelope }>(
        'select position::text as position, envelope from outbox where position > $1::bigint order by outbox.position',
        [seen],
      );
      seen = rows.at(-1)?.position ?? seen;
      return rows.map(({ envelope }) => envelope);
    },
    async receive(all) {
      if (handlers === undefined) return;
      const mine = all.filter(({ type }) => type in handlers);
      const handle = (events: readonly Envelope[], tx: Tx) =>
        handleIn(tx, { name, handlers, events, log: running.logger });
      for (const [plain, events] of runsOf(mine)) {
        const places = [...Map.groupBy(events, ({ organizationpath }) => organizationpath).values()];
        for (const those of places) {
          if (plain) await inPlainTransaction<Tx>(database.pool, (tx) => handle(those, tx));
          else await database.withoutIdentity((tx) => handle(those, tx));
        }
      }
    },
    idle: () => idle(parts),
    async runTasks() {
      const tasks = definition.scheduled?.(running) ?? [];
      for (const { run } of tasks.filter(({ cron }) => cron.startsWith('*'))) await run(() => false);
    },
    stop,
  };
}

/** The pattern of an upload's address, and the id in it. */
function routeOf(path: string): readonly string[] {
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u.exec(path)?.[0];
  return id === undefined ? [path] : [path.replace(id, ':id'), id];
}

function refuseRoute(path: string): never {
  throw new Error(`no service accepts files at ${path}`);
}

function demandPermission({ roles, name }: Actor, action: Action): void {
  if (!permits(roles, action)) throw new Error(`${name} may not ${action}`);
}

/** The events to which some service reacts with a model of Prisma. */
const modelTypes = [
  'nuangong.campaign-opened.v1',
  'nuangong.case-file-changed.v1',
  'nuangong.case-file-exited.v1',
  'nuangong.case-file-suspended.v1',
  'nuangong.case-file-resumed.v1',
  'nuangong.payee-corrected.v1',
  'nuangong.grant-released.v1',
  'nuangong.grant-awaiting-funds.v1',
  'nuangong.payment-returned.v1',
  'nuangong.organization-moved.v1',
];

/** Events in runs: those whose reactions send plain statements only, and others; in their order. */
function runsOf(events: readonly Envelope[]): readonly (readonly [plain: boolean, events: readonly Envelope[]])[] {
  const runs: [boolean, Envelope[]][] = [];
  for (const event of events) {
    const plain = !modelTypes.includes(event.type);
    const last = runs.at(-1);
    if (last?.[0] === plain) last[1].push(event);
    else runs.push([plain, [event]]);
  }
  return runs;
}

/** Has the service's consumer handle events of one organisation in a transaction that is there. */
async function handleIn<Tx extends TransactionClient>(
  tx: Tx,
  work: {
    readonly name: string;
    readonly handlers: EventHandlers<Tx>;
    readonly events: readonly Envelope[];
    readonly log: Logger;
  },
): Promise<void> {
  const consumer = createConsumer<Tx>({
    group: work.name,
    transport: noTransport,
    handlers: work.handlers,
    log: work.log,
    attempts: 1,
    withTransaction: (handle) => handle(tx),
  });
  for (const event of work.events) await consumer.receive(event);
}
