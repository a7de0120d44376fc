import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from '../cell/cell.ts';
import type { Breakable } from '../cell/engine.ts';
import type { Fault } from '../plan.ts';
import type { Injection } from './injection.ts';

async function freeze(lines: readonly Breakable[], fault: Fault): Promise<Injection> {
  for (const line of lines) line.freeze(fault.direction);
  await sleep(fault.forMs);
  for (const line of lines) line.thaw();
  return { happened: true };
}

export const breakLines = {
  /** Silence between a service and its database, one way or both. */
  cutFromDatabase: (cell: Cell, fault: Fault) => freeze([cell.services[fault.service].database], fault),
  /** Silence between a service and the events' engine. */
  cutFromEvents: (cell: Cell, fault: Fault) => freeze(cell.services[fault.service].events, fault),
  /** Every connection of a service is reset. */
  async breakConnections(cell: Cell, fault: Fault): Promise<Injection> {
    const { database, events } = cell.services[fault.service];
    for (const line of [database, ...events]) line.breakConnections();
    return { happened: true };
  },
};
