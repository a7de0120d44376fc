import type { EventTransport } from '@nuangong/event-bus';
import type { Direction } from '../line/line.ts';
import type { CellPlace } from './place.ts';
import type { TestedService } from './tested-services.ts';

/** A connection between a service and the engine that can be broken. */
export type Breakable = {
  /** Nothing passes that way until `thaw`. */
  freeze(direction: Direction): void;
  thaw(): void;
  breakConnections(): void;
};

/** How a service reaches the events' engine: over its own lines, or over the brokers' lines. */
export type EngineConnection = {
  readonly environment: Readonly<Record<string, string>>;
  readonly lines: readonly Breakable[];
  close(): Promise<void>;
};

/** The engine that carries the events of a cell. */
export type Engine = {
  readonly name: 'embedded' | 'kafka';
  /** The driver's own connection, which no line can break. */
  readonly transport: EventTransport;
  connectionOf(service: TestedService): Promise<EngineConnection>;
  /** Delivers an event to a group again. */
  deliverAgain(group: TestedService, envelope: object): Promise<void>;
  /** Publishes any object to a topic. */
  publishAnything(topic: string, key: string, value: object): Promise<void>;
  /** Faults of a cluster of brokers; undefined if there is none. */
  readonly brokers: Brokers | undefined;
  stop(): Promise<void>;
};

/** The brokers of a cluster, each numbered from 0. */
export type Brokers = {
  readonly count: number;
  killAndRestart(broker: number, downMs: number): Promise<void>;
  /** Moves the leader of one partition of each topic. */
  moveLeaders(partition: number): Promise<void>;
  /** Stops a broker from writing, as on a full disk, then restarts it with free space. */
  fillDisk(broker: number, fullMs: number): Promise<void>;
};

export type OpenEngine = (cell: {
  readonly place: CellPlace;
  readonly postgresPort: number;
  readonly eventsUrl: string;
}) => Promise<Engine>;
