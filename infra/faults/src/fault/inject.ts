import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage } from '@nuangong/event-bus';
import type { Cell } from '../cell/cell.ts';
import type { Fault, FaultKind } from '../plan.ts';
import { breakCluster } from './break-cluster.ts';
import { breakLines } from './break-lines.ts';
import { disturbEvents } from './disturb-events.ts';
import type { Injection } from './injection.ts';
import { holdUpCommit, killService } from './kill-service.ts';

/** Breaks something as planned, and repairs it: when it resolves, the cell is whole again. */
export type Injector = (cell: Cell, fault: Fault) => Promise<Injection>;

const injectors: Readonly<Record<FaultKind, Injector>> = {
  SERVICE_KILLED_BEFORE_COMMIT: killService.beforeCommit,
  SERVICE_KILLED_DURING_COMMIT: killService.duringCommit,
  SERVICE_KILLED_AFTER_COMMIT: killService.afterCommit,
  COMMIT_HELD_UP: holdUpCommit,
  RELAY_KILLED_BETWEEN_SEND_AND_MARK: killService.betweenSendAndMark,
  RELAY_KILLED_AFTER_MARK: killService.afterMark,
  CONSUMER_KILLED_BETWEEN_EFFECT_AND_OFFSET: killService.betweenEffectAndOffset,
  SERVICE_CUT_FROM_DATABASE: breakLines.cutFromDatabase,
  SERVICE_CUT_FROM_EVENTS: breakLines.cutFromEvents,
  CONNECTIONS_BROKEN: breakLines.breakConnections,
  POSTGRES_RESTARTED: (cell) => cell.restartPostgres('IN_ORDER').then(happened),
  POSTGRES_CRASHED: (cell) => cell.restartPostgres('AT_ONCE').then(happened),
  TRANSACTION_LEFT_OPEN: leaveTransactionOpen,
  COPY_JOINED_AND_LEFT: joinAndLeave,
  EVENT_DUPLICATED: disturbEvents.duplicate,
  EVENT_OUT_OF_ORDER: disturbEvents.bringOldOneAgain,
  EVENT_POISONED: disturbEvents.poison,
  CLOCK_SET_BACK: setClockBack,
  BROKER_KILLED: breakCluster.killBroker,
  LEADERS_MOVED: breakCluster.moveLeaders,
  BROKER_DISK_FULL: breakCluster.fillDisk,
};

const happened = (): Injection => ({ happened: true });

/** Waits for the fault's moment and injects it; a fault that another one prevents is skipped. */
export async function inject(cell: Cell, fault: Fault): Promise<Injection> {
  await sleep(fault.atMs);
  try {
    return await injectors[fault.kind](cell, fault);
  } catch (error) {
    if (isOutage(error)) return { happened: false };
    throw error;
  }
}

/** A session of the service's own database forgets to end its transaction. */
async function leaveTransactionOpen(cell: Cell, fault: Fault): Promise<Injection> {
  const client = await cell.database(fault.service).connect();
  client.on('error', () => undefined);
  try {
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await sleep(fault.forMs);
    return happened();
  } finally {
    client.release(true);
  }
}

async function joinAndLeave(cell: Cell, fault: Fault): Promise<Injection> {
  const leave = await cell.services[fault.service].addCopy();
  await sleep(fault.forMs);
  await leave();
  return happened();
}

/** A service's clock is set back by minutes or hours, and stays so until it is set again. */
async function setClockBack(cell: Cell, fault: Fault): Promise<Injection> {
  cell.services[fault.service].setClock(-fault.forMs * 8_000);
  return happened();
}
