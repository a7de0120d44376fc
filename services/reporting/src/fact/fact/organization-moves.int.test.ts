import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contracts, type EventEnvelope } from '@nuangong/events';
import { computeTable } from '../../table/statutory-table/compute-table.ts';
import { parseForm } from '../../form/form/parse-form.ts';
import { replayEvents } from '../replay/replay-events.ts';
import {
  actorOf,
  eventOf,
  organizationOf,
  startReporting,
  type ReportingSystem,
} from '../../testing/reporting-system.ts';
import { baseUnion, caseFile, city, county, exit, opening, otherCounty } from '../../testing/winter-campaign.ts';
import { factKinds } from './fact-kinds.ts';

const file = readFileSync(new URL('../../form/form/__fixtures__/county-aid-year.json', import.meta.url), 'utf8');
const present = `${otherCounty}510101-01/`;

let system: ReportingSystem;
let published = 0;
beforeAll(async () => {
  system = await startReporting();
  await publish([
    ...opening(),
    eventOf(contracts['organization-registered.v1'], baseUnion, {
      organization: organizationOf(baseUnion),
      kind: 'BASE_UNION',
      parentId: organizationOf(county).id,
    }),
    caseFile(1, baseUnion, { activatedOn: '2026-10-01' }),
    caseFile(2, baseUnion, { activatedOn: '2026-10-01' }),
    caseFile(3, county, { activatedOn: '2026-10-01' }),
  ]);
}, 120_000);
afterAll(() => system.stop());

async function publish(events: readonly EventEnvelope[]): Promise<void> {
  await system.publish(events);
  published += events.length;
  await system.untilHandled(published);
}

const moved = (): EventEnvelope =>
  eventOf(contracts['organization-moved.v1'], city, {
    organization: { ...organizationOf(baseUnion), path: present },
    formerPath: baseUnion,
    parentId: organizationOf(otherCounty).id,
    formerParentId: organizationOf(county).id,
    from: '2026-12-01',
    sequence: 1,
    movedAt: new Date().toISOString(),
  });

/** Households on the register on the last day of a month, as an organisation's own table counts them. */
async function registered(path: string, month: '2026-11' | '2026-12', cell = '1'): Promise<number> {
  const form = parseForm(JSON.parse(file));
  if (!form.ok) throw new Error(JSON.stringify(form.problems));
  const scope = { path, from: `${month}-01`, to: `${month}-30`, campaignId: null };
  const table = await system.service.database.sqlTransaction(actorOf(path, ['STATISTICS']), (client) =>
    computeTable(async (sql, ...values) => (await client.query(sql, [...values])).rows, form.value, scope),
  );
  return Number(table.get(path)?.get(cell)?.value);
}

const everywhere = async () => ({
  before: [
    await registered(county, '2026-11'),
    await registered(otherCounty, '2026-11'),
    await registered(city, '2026-11'),
  ],
  after: [
    await registered(county, '2026-12'),
    await registered(otherCounty, '2026-12'),
    await registered(city, '2026-12'),
  ],
});

test('given files of a union, when it moves, then they count with the former county in the month before, and with the new one in the month after', async () => {
  await publish([moved()]);
  expect(await system.asOwner('select type, cause from dead_letter')).toEqual([]);
  expect(await everywhere()).toEqual({ before: [3, 0, 3], after: [1, 2, 3] });
  expect(await registered(present, '2026-12')).toBe(2);
  expect([await registered(city, '2026-11', '1.any'), await registered(city, '2026-12', '1.any')]).toEqual([3, 3]);
});

test('given a late file event under the former path and an exit under the new one, then both count in the union’s county of that day', async () => {
  await publish([caseFile(4, baseUnion, { activatedOn: '2026-11-15' }), exit(1, present, { exitedOn: '2026-12-10' })]);
  expect(await system.asOwner('select type, cause from dead_letter')).toEqual([]);
  expect(await everywhere()).toEqual({ before: [4, 0, 4], after: [1, 2, 3] });
});

test('given a replay of all events, then the figures are the same', async () => {
  const before = await everywhere();
  const replayed = await replayEvents(system.service.database.pool, system.service.transport);
  expect(replayed).toMatchObject({ ok: true });
  expect(await system.asOwner('select type, cause from dead_letter')).toEqual([]);
  expect(await everywhere()).toEqual(before);
});

test('given the kinds that TypeScript calls states, then the database has the same list', async () => {
  const told = await system.asOwner<{ kind: string }>(
    'select kind from unnest($1::text[]) as kind where fact_is_state(kind) order by kind',
    [Object.keys(factKinds)],
  );
  const states = Object.entries(factKinds).flatMap(([kind, { tells }]) => (tells === 'STATE' ? [kind] : []));
  expect(told.map(({ kind }) => kind)).toEqual(states.sort());
});
