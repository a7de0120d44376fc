import {
  contracts,
  findContract,
  readEvent,
  UnreadableEvent,
  type AnyEvent,
  type EventOfType,
  type EventType,
  type Topic,
} from '@nuangong/events';
import { takeTurns } from '@nuangong/primitives';
import type { Logger } from 'pino';
import { isOutage } from '../describe-error.ts';
import { runStatement, type SqlClient } from '../sql-client.ts';
import type { EventTransport, RunningSubscription } from '../transport/event-transport.ts';
import { countedType, type ConsumerObserver } from './consumer-observer.ts';
import { buryEvent, findDeadLetter, markDeadLetterReplayed, type DeadLetterId } from './dead-letter.ts';
import { describeFailure } from './describe-failure.ts';

/** A service's handlers by event type. Types without a handler are ignored. */
export type EventHandlers<Tx> = {
  readonly [Type in EventType]?: (event: EventOfType<Type>, transaction: Tx) => Promise<void>;
};

export type ConsumerOptions<Tx extends SqlClient> = {
  /** The name of the service, shared by its copies; also the consumer's name in inbox and dead letters. */
  readonly group: string;
  readonly transport: EventTransport;
  readonly handlers: EventHandlers<Tx>;
  /** Runs work in one transaction of the service's database, committed when it resolves. */
  withTransaction<T>(work: (transaction: Tx) => Promise<T>): Promise<T>;
  readonly log?: Logger;
  /** How many times a failing handler is tried before its event becomes a dead letter. */
  readonly attempts?: number;
  /** The pause before the second attempt, in milliseconds; it doubles for each further one, up to five seconds. */
  readonly firstPauseMs?: number;
  /** The most transactions open at the same time. */
  readonly concurrency?: number;
  readonly observe?: ConsumerObserver;
};

export type ReplayedDeadLetter = {
  readonly id: DeadLetterId;
  readonly outcome: 'HANDLED' | 'FAILED_AGAIN' | 'NOT_FOUND';
  readonly cause?: string;
};

export type Consumer<Tx extends SqlClient = SqlClient> = {
  start(): Promise<void>;
  stop(): Promise<void>;
  readiness(): Promise<boolean>;
  /**
   * Handles dead letters again, once the cause is fixed. Each runs in one transaction, which calls `note` last with the
   * result.
   */
  replayDeadLetters(
    ids: readonly DeadLetterId[],
    note?: (transaction: Tx, replayed: ReplayedDeadLetter) => Promise<void>,
  ): Promise<readonly ReplayedDeadLetter[]>;
  /** Handles one envelope immediately, as if delivered: for rebuilding a read model from a transport's replay. */
  receive(envelope: unknown): Promise<void>;
};

const longestPauseMs = 5_000;

/**
 * Delivers to a service the events it handles: each takes effect once, in order per key. The effect and the inbox row
 * that remembers it commit together. If a handler keeps failing, its event becomes a dead letter, with cause and stack.
 */
export function createConsumer<Tx extends SqlClient>(options: ConsumerOptions<Tx>): Consumer<Tx> {
  const limit = takeTurns(options.concurrency ?? 6);
  let subscription: RunningSubscription | undefined;

  const handleOnce = (event: AnyEvent) =>
    limit(() => options.withTransaction((transaction) => applyOnce(options, event, transaction)));

  async function receive(envelope: unknown): Promise<void> {
    if (!isHandledHere(options.handlers, envelope)) return;
    const type = countedType(options.handlers, envelope);
    const arrived = performance.now();
    const failed = await tryUntilHandled(options, type, () => handleOnce(readEvent(envelope)));
    if (!failed) {
      options.observe?.handled(type, (performance.now() - arrived) / 1_000);
      return;
    }
    const failure = { ...describeFailure(failed.error, envelope), attempts: failed.attempts };
    const { cause, attempts } = failure;
    options.log?.error({ consumer: options.group, cause, attempts }, 'an event is a dead letter');
    await limit(() =>
      options.withTransaction((transaction) => buryEvent(transaction, options.group, envelope, failure)),
    );
    options.observe?.buried(type);
  }

  async function replayOne(
    id: DeadLetterId,
    note?: (transaction: Tx, replayed: ReplayedDeadLetter) => Promise<void>,
  ): Promise<ReplayedDeadLetter> {
    const letter = await options.withTransaction((transaction) => findDeadLetter(transaction, options.group, id));
    if (!letter) return { id, outcome: 'NOT_FOUND' };
    try {
      return await options.withTransaction(async (transaction) => {
        await applyOnce(options, readEvent(letter.envelope), transaction);
        await markDeadLetterReplayed(transaction, id);
        const handled = { id, outcome: 'HANDLED' } as const;
        await note?.(transaction, handled);
        return handled;
      });
    } catch (error) {
      if (isOutage(error)) throw error;
      const failure = { ...describeFailure(error, letter.envelope), attempts: 1 };
      return options.withTransaction(async (transaction) => {
        await buryEvent(transaction, options.group, letter.envelope, failure);
        const again = { id, outcome: 'FAILED_AGAIN', cause: failure.cause } as const;
        await note?.(transaction, again);
        return again;
      });
    }
  }

  return {
    async start() {
      const topics = topicsOf(options.handlers);
      subscription ??= await options.transport.subscribe({ group: options.group, topics, handle: receive });
    },
    async stop() {
      await subscription?.stop();
      subscription = undefined;
    },
    readiness: async () => subscription !== undefined && (await options.transport.readiness()),
    async replayDeadLetters(ids, note) {
      const replayed: ReplayedDeadLetter[] = [];
      for (const id of ids) replayed.push(await replayOne(id, note));
      return replayed;
    },
    receive,
  };
}

async function applyOnce<Tx extends SqlClient>(
  options: ConsumerOptions<Tx>,
  event: AnyEvent,
  transaction: Tx,
): Promise<void> {
  const fresh = await runStatement(
    transaction,
    'insert into inbox (consumer, event_id) values ($1, $2::uuid) on conflict do nothing returning 1 as fresh',
    [options.group, event.id],
  );
  if (fresh.length === 0) return;
  const handler = options.handlers[event.type] as ((event: AnyEvent, transaction: Tx) => Promise<void>) | undefined;
  await handler?.(event, transaction);
}

/** Tries with growing pauses; returns the last failure when the attempts are used up, undefined when it was handled. */
async function tryUntilHandled<Tx extends SqlClient>(
  options: ConsumerOptions<Tx>,
  type: string,
  handle: () => Promise<void>,
): Promise<{ error: unknown; attempts: number } | undefined> {
  const attempts = options.attempts ?? 5;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await handle();
      return undefined;
    } catch (error) {
      if (isOutage(error)) throw error;
      if (error instanceof UnreadableEvent || attempt >= attempts) return { error, attempts: attempt };
      options.observe?.retried(type);
      const pauseMs = Math.min((options.firstPauseMs ?? 100) * 2 ** (attempt - 1), longestPauseMs);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/**
 * A known type without a handler does not concern this service, nor does an unknown name. An event that cannot be read
 * at all, or that has an unknown version of a name handled here, must not be ignored.
 */
function isHandledHere(handlers: object, envelope: unknown): boolean {
  const type = typeof envelope === 'object' && envelope !== null && 'type' in envelope ? envelope.type : undefined;
  if (typeof type !== 'string') return true;
  if (type in handlers) return true;
  if (findContract(type)) return false;
  const name = type.replace(/\.v\d+$/u, '');
  return Object.keys(handlers).some((handled) => handled.startsWith(`${name}.v`));
}

/** The topics of the event types handled here. */
export function topicsOf(handlers: object): readonly Topic[] {
  const handled = Object.values(contracts).filter((contract) => contract.type in handlers);
  return [...new Set(handled.map((contract) => contract.topic))];
}
