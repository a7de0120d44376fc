import type { EventTransport } from '@nuangong/event-bus';
import type { Direction } from '../line/line.ts';
import type { CellPlace } from './place.ts';
import type { TestedService } from './tested-services.ts';

/** What stands between a service and the engine, and can be broken. */
export type Breakable = {
  /** Nothing passes that way until `thaw`. */
  freeze(direction: Direction): void;
  thaw(): void;
  breakConnections(): void;
};

/** How a service reaches the engine of the events: over lines of its own, or over the brokers' lines. */
export type EngineConnection = {
  readonly environment: Readonly<Record<string, string>>;
  readonly lines: readonly Breakable[];
  close(): Promise<void>;
};

/** What carries the events of a cell. */
export type Engine = {
  readonly name: 'embedded' | 'kafka';
  /** The driver's own connection, past every line. */
  readonly transport: EventTransport;
  connectionOf(service: TestedService): Promise<EngineConnection>;
  /** Hands an event to a group though it has had it before. */
  deliverAgain(group: TestedService, envelope: object): Promise<void>;
  /** Puts anything at all into a topic. */
  publishAnything(topic: string, key: string, value: object): Promise<void>;
  /** What only a cluster of brokers can suffer; undefined where there is none. */
  readonly brokers: Brokers | undefined;
  stop(): Promise<void>;
};

/** The brokers of a cluster, each numbered from 0. */
export type Brokers = {
  readonly count: number;
  killAndRestart(broker: number, downMs: number): Promise<void>;
  /** Gives one partition of each topic another leader. */
  moveLeaders(partition: number): Promise<void>;
  /** Lets a broker write no more, as on a full disk, and starts it again with room. */
  fillDisk(broker: number, fullMs: number): Promise<void>;
};

export type OpenEngine = (cell: {
  readonly place: CellPlace;
  readonly postgresPort: number;
  readonly eventsUrl: string;
}) => Promise<Engine>;
