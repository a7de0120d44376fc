import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from '../cell/cell.ts';
import { reactionsOf } from '../cell/reactions.ts';
import { testedServices, type TestedService } from '../cell/tested-services.ts';
import type { Poison } from '../fault/injection.ts';
import { violation, type Violation } from './violation.ts';

/** How long the system may take to settle once nothing is broken any more, in milliseconds. */
const settleWithinMs = 40_000;

type Told = { readonly id: string; readonly type: string };

/** Waits until every published event has been handled by every service that reacts to it. */
export async function settle(cell: Cell, poison: readonly Poison[]): Promise<readonly Violation[]> {
  await Promise.all(testedServices.map((name) => cell.services[name].ready()));
  const deadline = performance.now() + settleWithinMs;
  while (true) {
    const missing = await notTakenIn(cell, poison);
    if (missing.length === 0) return [];
    if (performance.now() > deadline) {
      return [violation('every event that was committed takes effect', missing.slice(0, 5).join('; '))];
    }
    await sleep(80);
  }
}

async function notTakenIn(cell: Cell, poison: readonly Poison[]): Promise<readonly string[]> {
  const told = await allTold(cell);
  const missing = await Promise.all(
    testedServices.map(async (group) => {
      const handled = new Set(reactionsOf(group));
      const poisoned = poison
        .filter(({ groups, certain }) => certain && groups.includes(group))
        .map(({ eventId }) => eventId);
      const expected = [...told.filter(({ type }) => handled.has(type)).map(({ id }) => id), ...poisoned];
      return (await withoutTrace(cell, group, expected)).map((id) => `${group} has not taken in ${id}`);
    }),
  );
  return missing.flat();
}

async function allTold(cell: Cell): Promise<readonly Told[]> {
  const told = await Promise.all(
    (['identity', 'case-records', 'funds'] as const).map((name) =>
      cell.database(name).query<Told>('select event_id as id, type from outbox'),
    ),
  );
  return told.flatMap(({ rows }) => rows);
}

/** The events that are neither in the service's inbox nor among its dead letters. */
async function withoutTrace(cell: Cell, group: TestedService, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await cell.database(group).query<{ id: string }>(
    `select told::text as id from unnest($1::uuid[]) as told
     where not exists (select from inbox where consumer = $2 and event_id = told)
       and not exists (select from dead_letter where consumer = $2 and event_id = told)`,
    [ids, group],
  );
  return rows.map(({ id }) => id);
}
