import { setTimeout as sleep } from 'node:timers/promises';
import { makeEvent, newEventId, visitMade, type EventEnvelope, type EventOf } from '@nuangong/events';

/** The visit number `number` to household `household`: events of one household share a key. */
export function buildVisit(household: number, number: number): EventEnvelope {
  const data = {
    ...visitMade.example,
    householdId: householdId(household),
    visitId: `00000000-0000-4000-8000-${number.toString().padStart(12, '0')}`,
  };
  return makeEvent(visitMade, data, {
    id: newEventId(),
    time: new Date(),
    organizationPath: data.organization.path,
    actor: 'case-records',
    requestId: 'test',
  });
}

/** `visits` visits to each of `households` households, alternating between the households. */
export function buildVisits(households: number, visits: number): EventEnvelope[] {
  return Array.from({ length: households * visits }, (_, place) =>
    buildVisit(place % households, Math.floor(place / households)),
  );
}

export function householdId(household: number): string {
  return `00000000-0000-4000-9000-${household.toString().padStart(12, '0')}`;
}

export function numberOf(event: EventOf<typeof visitMade>): number {
  return Number(event.data.visitId.slice(-12));
}

/** Waits until a condition holds; throws with its description after `timeoutMs` milliseconds. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, timeoutMs = 30_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for: ${what}`);
    await sleep(20);
  }
}
