import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from '../cell/cell.ts';
import type { Line, Trap } from '../line/line.ts';
import type { Sent } from '../line/statement.ts';
import type { Fault } from '../plan.ts';
import type { Injection } from './injection.ts';

/** How long a trap waits for its moment, in milliseconds. */
const trapWaitsMs = 2_500;

/** Matches statements of transactions that record events or handle one. */
const recording = /insert into outbox|post_batch\(|commit_approved_grant\(|commit_waiting_grants\(/iu;
const takingIn = /insert into inbox/iu;
const marking = /^\s*update outbox set sent_at/iu;

const commitOf =
  (...parts: readonly RegExp[]) =>
  (sent: Sent): boolean =>
    sent.kind === 'SQL' &&
    /^\s*commit/iu.test(sent.text) &&
    parts.some((part) => sent.earlier.some((statement) => part.test(statement)));

const marks = (sent: Sent): boolean => sent.kind === 'SQL' && marking.test(sent.text);

/** Kills the service with SIGKILL at one moment of its work; it is restarted immediately. */
async function killAt(cell: Cell, fault: Fault, trap: Omit<Trap, 'spring'>): Promise<Injection> {
  const service = cell.services[fault.service];
  const happened = await springOnce(service.database, { ...trap, spring: () => service.kill() });
  await service.ready();
  return { happened };
}

/** Sets a trap and waits until it has sprung and done its work, or until its time is over. */
async function springOnce(line: Line, trap: Trap): Promise<boolean> {
  const sprung = Promise.withResolvers<boolean>();
  const takeAway = line.set({
    ...trap,
    async spring() {
      await trap.spring();
      sprung.resolve(true);
    },
  });
  const hadSprung = sleep(trapWaitsMs).then(() => (takeAway() ? sprung.promise : false));
  return Promise.race([sprung.promise, hadSprung]);
}

/** Delays one transaction's commit for a while, during which others begin and end. */
export async function holdUpCommit(cell: Cell, fault: Fault): Promise<Injection> {
  const line = cell.services[sender(fault)].database;
  const hold: Trap = { catches: commitOf(recording), moment: 'HOLD', spring: () => sleep(fault.forMs) };
  return { happened: await springOnce(line, hold) };
}

export const killService = {
  beforeCommit: (cell: Cell, fault: Fault) =>
    killAt(cell, fault, { catches: commitOf(recording, takingIn), moment: 'BEFORE' }),
  duringCommit: (cell: Cell, fault: Fault) =>
    killAt(cell, fault, { catches: commitOf(recording, takingIn), moment: 'DURING' }),
  afterCommit: (cell: Cell, fault: Fault) =>
    killAt(cell, fault, { catches: commitOf(recording, takingIn), moment: 'AFTER' }),
  /**
   * The transport has the events, but the outbox does not know it. Reporting sends no events, so another service is
   * used.
   */
  betweenSendAndMark: (cell: Cell, fault: Fault) =>
    killAt(cell, { ...fault, service: sender(fault) }, { catches: marks, moment: 'BEFORE' }),
  /** The outbox knows that the transport has the events. */
  afterMark: (cell: Cell, fault: Fault) =>
    killAt(cell, { ...fault, service: sender(fault) }, { catches: commitOf(marking), moment: 'AFTER' }),
  /** The effect is committed, but the transport does not know it. */
  betweenEffectAndOffset: (cell: Cell, fault: Fault) =>
    killAt(cell, fault, { catches: commitOf(takingIn), moment: 'AFTER' }),
};

function sender({ service, seed }: Fault): Fault['service'] {
  if (service !== 'reporting') return service;
  return seed % 2 === 0 ? 'case-records' : 'funds';
}
