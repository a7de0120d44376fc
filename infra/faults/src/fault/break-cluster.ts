import type { Brokers } from '../cell/engine.ts';
import type { Cell } from '../cell/cell.ts';
import type { Fault } from '../plan.ts';
import type { Injection } from './injection.ts';

async function onCluster(cell: Cell, work: (brokers: Brokers) => Promise<void>): Promise<Injection> {
  if (cell.engine.brokers === undefined) return { happened: false };
  await work(cell.engine.brokers);
  return { happened: true };
}

export const breakCluster = {
  killBroker: (cell: Cell, fault: Fault) =>
    onCluster(cell, (brokers) => brokers.killAndRestart(fault.count % brokers.count, fault.forMs)),
  moveLeaders: (cell: Cell, fault: Fault) => onCluster(cell, (brokers) => brokers.moveLeaders(fault.seed)),
  fillDisk: (cell: Cell, fault: Fault) =>
    onCluster(cell, (brokers) => brokers.fillDisk(fault.count % brokers.count, fault.forMs)),
};
