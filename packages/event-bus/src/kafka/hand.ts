import type { KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import type { Subscription } from '../transport/event-transport.ts';
import { createPartitionProgress, type PartitionProgress } from './partition-progress.ts';

export type PartitionName = { readonly topic: string; readonly partition: number };

/** A partition that was read from, and the offset committed since it was assigned. */
export type Partition = { readonly name: PartitionName; readonly progress: PartitionProgress; committed?: bigint };

/** The events in flight: a chain per key, and the progress of each partition. */
export type Hand = {
  /** The group assigned its partitions: from now on these are ours, each read again from its committed offset. */
  deal(assignment: Readonly<Record<string, readonly number[]>>): void;
  isDealt(name: PartitionName): boolean;
  hasRoom(): boolean;
  /** Resolves when there may be room, at the latest after this many milliseconds. */
  room(atMostMs: number): Promise<void>;
  /** Handles a message after the earlier ones of its key. */
  take(name: PartitionName, message: KafkaMessage): void;
  /** Our partitions whose progress is ahead of the committed offset. */
  uncommitted(): readonly { readonly partition: Partition; readonly offset: bigint }[];
  /** Starts no further event. */
  stop(): void;
  isStopping(): boolean;
  /** Resolves when everything in flight is handled, or left for another copy. */
  drain(): Promise<unknown>;
};

export type HandOptions = {
  readonly subscription: Subscription;
  readonly log: Logger | undefined;
  readonly inHand: number;
};

const refusedPauseMs = 1_000;

/**
 * Creates an empty hand. It keeps its events when partitions are reassigned: what was taken is handled even if the
 * partition belongs to another copy by then, because messages of an earlier assignment may still come through kafkajs
 * and move its read position past what is in flight. If another copy handles the same event, the inbox makes it one
 * effect, and both copies take the events of a key in the same order.
 */
export function createHand({ subscription, log, inHand }: HandOptions): Hand {
  const chains = new Map<string, Promise<void>>();
  const partitions = new Map<string, Partition>();
  let dealt = new Set<string>();
  let waiting: (() => void)[] = [];
  let taken = 0;
  let stopping = false;
  const isStopping = () => stopping;

  async function handleUntilDone(message: KafkaMessage): Promise<boolean> {
    const envelope = parse(message.value);
    while (!isStopping()) {
      try {
        await subscription.handle(envelope);
        return true;
      } catch (error) {
        log?.warn({ group: subscription.group, cause: describeError(error) }, 'an event was not handled; retrying');
        await new Promise((resolve) => setTimeout(resolve, refusedPauseMs));
      }
    }
    return false;
  }

  function partitionOf(name: PartitionName): Partition {
    const known = partitions.get(nameOf(name)) ?? { name, progress: createPartitionProgress() };
    partitions.set(nameOf(name), known);
    return known;
  }

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const wakeOne of woken) wakeOne();
  }

  return {
    deal(assignment) {
      dealt = new Set(
        Object.entries(assignment).flatMap(([topic, own]) => own.map((partition) => nameOf({ topic, partition }))),
      );
      for (const partition of partitions.values()) {
        partition.progress.readAnew();
        delete partition.committed;
      }
      wake();
    },
    isDealt: (name) => dealt.has(nameOf(name)),
    hasRoom: () => taken < inHand,
    room: (atMostMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, atMostMs);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
    take(name, message) {
      const { progress } = partitionOf(name);
      const offset = BigInt(message.offset);
      progress.begin(offset);
      taken += 1;
      const key = `${name.topic}/${message.key?.toString() ?? ''}`;
      const chain = (chains.get(key) ?? Promise.resolve()).then(async () => {
        if (await handleUntilDone(message)) progress.finish(offset);
        taken -= 1;
        wake();
        if (chains.get(key) === chain) chains.delete(key);
      });
      chains.set(key, chain);
    },
    uncommitted() {
      return [...partitions.values()].flatMap((partition) => {
        const offset = partition.progress.nextOffset();
        if (offset === undefined || offset === partition.committed || !dealt.has(nameOf(partition.name))) return [];
        return [{ partition, offset }];
      });
    },
    stop() {
      stopping = true;
      wake();
    },
    isStopping,
    drain: () => Promise.all(chains.values()),
  };
}

const nameOf = ({ topic, partition }: PartitionName) => `${topic}/${partition}`;

/** The message parsed as JSON if possible; else its text, which no contract accepts. */
export function parse(value: Buffer | null): unknown {
  const text = value?.toString() ?? '';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
