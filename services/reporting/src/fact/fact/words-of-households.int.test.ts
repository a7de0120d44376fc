import { afterAll, beforeAll, expect, test } from 'vitest';
import { contracts, makeEvent, newEventId, type EventContract, type EventEnvelope } from '@nuangong/events';
import { actorOf, startReporting, type ReportingSystem } from '../../testing/reporting-system.ts';
import { opening } from '../../testing/winter-campaign.ts';
import { reactions } from './reactions.ts';

/** A text that this test writes into every field; no table of reporting may contain it. */
const planted = '患尿毒症';

/** Fields that hold names: of a unit, a payee (a figure's records show them), a worker, or a paper's number. */
const names = /^(?:organization|book|from|to)\.|(?:^|\.)(?:payeeName|personRef|voucherNumber)$/;

/** The places of all texts in a value, such as `clauses.0.title`. */
function textsOf(value: unknown, place = ''): readonly string[] {
  if (typeof value === 'string') return [place];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, place === '' ? name : `${place}.${name}`));
}

function withText(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
  if (typeof value === 'string') return `${value}${planted}`;
  if (Array.isArray(value)) return value.map((each: unknown, at) => (`${at}` === name ? withText(each, rest) : each));
  return { ...(value as object), [name]: withText((value as Record<string, unknown>)[name], rest) };
}

/** The example of a contract with the text in every place whose schema accepts it; ids, days and codes do not. */
function plant(contract: EventContract): {
  readonly data: Record<string, unknown>;
  readonly places: readonly string[];
} {
  let data: Record<string, unknown> = {
    ...(contract.name === 'application-approved' ? withClause(contract.example) : contract.example),
  };
  const places: string[] = [];
  for (const place of textsOf(data)) {
    if (names.test(place)) continue;
    const changed = withText(data, place.split('.')) as Record<string, unknown>;
    if (!contract.schema.safeParse(encoded(contract, changed)).success) continue;
    data = changed;
    places.push(`${contract.name} ${place}`);
  }
  return { data, places };
}

const encoded = (contract: EventContract, data: Record<string, unknown>): unknown => {
  try {
    return contract.schema.encode(data);
  } catch {
    return undefined;
  }
};

const withClause = (example: Record<string, unknown>) => ({
  ...example,
  clauses: [{ policy: 'p', code: '3.3', title: '本人患大病' }],
});

/** Events whose words are those of units and campaigns. */
const ofUnits: readonly string[] = ['organization-registered', 'department-changed', 'campaign-opened'];

/** Every other event that reporting handles, in an order in which they can happen. */
const heard = Object.values(contracts)
  .filter(({ type, name }) => type in reactions && !ofUnits.includes(name))
  .toSorted((one, other) => order(one.name) - order(other.name)) as readonly EventContract[];

function order(name: string): number {
  return (
    [
      'case-file-activated',
      'case-file-changed',
      'case-file-suspended',
      'case-file-resumed',
      'application-approved',
      'payment-made',
    ].indexOf(name) >>> 0
  );
}

function eventOf(contract: EventContract, data: Record<string, unknown>): EventEnvelope {
  const organization = (data['organization'] ?? data['to']) as { readonly path: string };
  return makeEvent(contract, data, {
    id: newEventId(),
    time: new Date(),
    organizationPath: organization.path,
    actor: 'test',
    requestId: 'test',
  });
}

let system: ReportingSystem;
let published = 0;
async function publish(events: readonly EventEnvelope[]): Promise<void> {
  await system.publish(events);
  published += events.length;
  await system.untilHandled(published);
}

beforeAll(async () => {
  system = await startReporting(() => new Date('2027-01-10T04:00:00Z'));
  await publish(opening());
}, 60_000);
afterAll(() => system.stop());

const plants = heard.map((contract) => ({ contract, ...plant(contract) }));
const good = plants.map(({ contract, data }) => eventOf(contract, data));

/** The tables that contain a planted text. */
async function tablesWithWords(): Promise<readonly string[]> {
  const tables = await system.asOwner<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  );
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['fact', 'inbox', 'dead_letter', 'audit_entry', 'figure_entry']),
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await system.asOwner(`select from ${name} t where t::text like $1 limit 1`, [`%${planted}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test('words are planted in every event field that can hold text about a household', () => {
  expect(plants.flatMap(({ places }) => places)).toEqual(
    expect.arrayContaining([
      'case-file-changed changes.0.before',
      'case-file-suspended reason',
      'case-file-suspended sealedReason',
      'application-approved sealedPayee',
      'application-approved reason',
      'application-approved clauses.0.title',
      'payment-returned reason',
      'payment-returned sealedReason',
    ]),
  );
});

test('reporting stores no word about a household from any event', async () => {
  await publish(good);
  const [counted] = await system.asOwner<{ kinds: number; letters: number }>(
    'select (select count(distinct kind)::int from fact) as kinds, (select count(*)::int from dead_letter) as letters',
  );
  expect(counted).toEqual({ kinds: 16, letters: 0 });
  expect(await tablesWithWords()).toEqual([]);
});

test('an event that fails or breaks its contract is kept as sent, and no answer shows a word of it', async () => {
  const returned = plants.find(({ contract }) => contract.name === 'payment-returned')!;
  const unknown = eventOf(returned.contract, { ...returned.data, paymentId: newEventId() });
  const broken = good.map((event) => ({
    ...event,
    id: newEventId(),
    data: { ...event.data, organization: planted, to: planted, unforeseen: { brought: planted, [planted]: [planted] } },
  }));
  await publish([unknown, ...broken]);
  expect(await tablesWithWords()).toEqual(['dead_letter']);
  const { reportingDeadLetters } = await system.ask<{
    reportingDeadLetters: { total: number; items: readonly object[] };
  }>(
    actorOf('51/5101/', ['ADMINISTRATOR']),
    '{ reportingDeadLetters(perPage: 50) { total items { id type cause payload stack } } }',
  );
  expect(reportingDeadLetters.total).toBe(broken.length + 1);
  expect(reportingDeadLetters.items).toHaveLength(broken.length + 1);
  expect(JSON.stringify(reportingDeadLetters.items)).not.toContain(planted);
});
