import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage } from '@nuangong/event-bus';
import type { Cell } from '../cell/cell.ts';
import type { Line, Trap } from '../line/line.ts';
import type { Sent } from '../line/statement.ts';
import type { Fault } from '../plan.ts';
import type { Injection } from './injection.ts';

/** How long a trap waits for its moment, in milliseconds. */
const trapWaitsMs = 5_000;

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

/** How long a commit that is held up waits for the event of another transaction, in milliseconds. */
const overtakenWithinMs = 2_000;

/** Delays one transaction's commit until another's event, recorded later, has been committed, and a while longer. */
export async function holdUpCommit(cell: Cell, fault: Fault): Promise<Injection> {
  const service = sender(fault);
  const spring = async () => {
    await untilOvertaken(cell, service).catch(unlessOutage);
    await sleep(fault.forMs);
  };
  return {
    happened: await springOnce(cell.services[service].database, {
      catches: commitOf(recording),
      moment: 'HOLD',
      spring,
    }),
  };
}

async function untilOvertaken(cell: Cell, service: Fault['service']): Promise<void> {
  const database = cell.database(service);
  const {
    rows: [reached],
  } = await database.query<{ position: string }>(
    `select last_value::text as position from pg_sequences
     where schemaname || '.' || sequencename = pg_get_serial_sequence('outbox', 'position')`,
  );
  const deadline = performance.now() + overtakenWithinMs;
  while (performance.now() < deadline) {
    const later = await database.query('select from outbox where position > $1 limit 1', [reached?.position]);
    if (later.rowCount === 1) return;
    await sleep(40);
  }
}

function unlessOutage(error: unknown): void {
  if (!isOutage(error)) throw error;
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
