import { randomUUID } from 'node:crypto';
import { isOutage } from '@nuangong/event-bus';
import { contracts, newEventId } from '@nuangong/events';
import type { Cell } from '../cell/cell.ts';
import { reactionsOf } from '../cell/reactions.ts';
import { testedServices, type TestedService } from '../cell/tested-services.ts';
import type { Fault } from '../plan.ts';
import { createRandom, type Random } from '../random.ts';
import type { Injection, Poison } from './injection.ts';

type Envelope = { readonly id: string; readonly type: string; readonly subject: string };

/** Some of the events that services have sent, youngest first. */
async function sentEvents(cell: Cell, limit: number): Promise<readonly Envelope[]> {
  const published = await Promise.all(
    (['case-records', 'funds'] as const).map((name) =>
      cell
        .database(name)
        .query<{ envelope: Envelope }>(
          'select envelope from outbox where sent_at is not null order by position desc limit $1',
          [limit],
        )
        .then(({ rows }) => rows.map((row) => row.envelope)),
    ),
  );
  return published.flat();
}

function groupsThatHandle(type: string): readonly TestedService[] {
  return testedServices.filter((service) => reactionsOf(service).includes(type));
}

/** Delivers events a second time to the services that handle them. */
async function deliverAgain(cell: Cell, events: readonly Envelope[]): Promise<Injection> {
  let delivered = 0;
  for (const event of events) {
    for (const group of groupsThatHandle(event.type)) {
      await cell.engine.deliverAgain(group, event);
      delivered += 1;
    }
  }
  return { happened: delivered > 0 };
}

/** An event that handlers refuse: data that break the contract, or an unknown version. */
function poisonOf(random: Random): { readonly envelope: Envelope; readonly topic: string; readonly handledAs: string } {
  const contract = random.oneOf([
    contracts['application-approved.v1'],
    contracts['payment-made.v1'],
    contracts['case-file-activated.v1'],
  ]);
  const unknownVersion = random.chance(40);
  const envelope = {
    specversion: '1.0',
    id: newEventId(),
    type: unknownVersion ? contract.type.replace(/v1$/u, 'v99') : contract.type,
    source: contract.topic,
    subject: randomUUID(),
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    organizationpath: '51/5101/510101/',
    requestid: 'faults',
    actor: 'faults',
    data: { amountFen: 'three hundred yuan' },
  };
  return { envelope, topic: contract.topic, handledAs: contract.type };
}

export const disturbEvents = {
  async duplicate(cell: Cell, fault: Fault): Promise<Injection> {
    return deliverAgain(cell, await sentEvents(cell, fault.count));
  },
  /** Delivers an event again after newer ones of its entity, or long after it was sent. */
  async bringOldOneAgain(cell: Cell, fault: Fault): Promise<Injection> {
    const random = createRandom(fault.seed);
    const events = await sentEvents(cell, 60);
    if (events.length === 0) return { happened: false };
    return deliverAgain(
      cell,
      Array.from({ length: fault.count }, () => random.oneOf(events)),
    );
  },
  async poison(cell: Cell, fault: Fault): Promise<Injection> {
    const random = createRandom(fault.seed);
    const poison: Poison[] = [];
    for (let made = 0; made < fault.count; made += 1) {
      const { envelope, topic, handledAs } = poisonOf(random);
      const given = { eventId: envelope.id, groups: groupsThatHandle(handledAs) };
      try {
        await cell.engine.publishAnything(topic, envelope.subject, envelope);
        poison.push({ ...given, certain: true });
      } catch (error) {
        if (!isOutage(error)) throw error;
        poison.push({ ...given, certain: false });
      }
    }
    return { happened: poison.some(({ certain }) => certain), poison };
  },
};
