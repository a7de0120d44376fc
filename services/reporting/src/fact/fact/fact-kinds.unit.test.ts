import { expect, test } from 'vitest';
import { contracts, makeEvent, newEventId, readEvent, type AnyEvent, type EventContract } from '@nuangong/events';
import { organizationReactions } from '@nuangong/organizations';
import { dimensionOf, factKinds, findFactKind } from './fact-kinds.ts';
import { reactions } from './reactions.ts';
import type { FactWriter } from './record-facts.ts';

interface Row {
  readonly kind: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
}

/** The facts that a contract's example gives; for a state, with and without a last day. */
async function factsOf(contract: EventContract): Promise<readonly Row[]> {
  const { example } = contract;
  const ended = 'to' in example && 'from' in example ? [{ ...example, to: example['from'] }] : [];
  return (await Promise.all([example, ...ended].map((data) => factsOfData(contract, data)))).flat();
}

async function factsOfData(contract: EventContract, data: EventContract['example']): Promise<readonly Row[]> {
  const told: Row[] = [];
  const writer: FactWriter = {
    async $queryRawUnsafe<T>(_sql: string, ...[rows]: unknown[]): Promise<T> {
      const facts = String(rows).startsWith('[') ? (JSON.parse(String(rows)) as Row[]) : [];
      told.push(...facts);
      return [{ inserted: facts.length, told: facts.length }] as T;
    },
  };
  const event = makeEvent(contract, data, {
    id: newEventId(),
    time: new Date(0),
    organizationPath: '51/5101/510107/',
    actor: 'test',
    requestId: 'test',
  });
  const react = reactions[contract.type as keyof typeof reactions] as unknown as (
    event: AnyEvent,
    tx: FactWriter,
  ) => Promise<void>;
  await react(readEvent(event), writer);
  return told;
}

const heard = Object.values<EventContract>(contracts).filter(
  ({ type, name }) => type in reactions && !(type in organizationReactions) && name !== 'campaign-opened',
);

test.each(heard)('$type gives facts of known kinds, with the dimensions of their kinds', async (contract) => {
  const facts = await factsOf(contract);
  expect(facts.length).toBeGreaterThan(0);
  for (const { kind, dimensions } of facts) {
    const definition = findFactKind(kind);
    expect(definition, kind).toBeDefined();
    for (const [name, value] of Object.entries(dimensions)) {
      if (name === 'beneficiary') continue;
      const takes = dimensionOf(definition!, name);
      const fits = takes === 'FLAG' ? typeof value === 'boolean' : takes?.includes(String(value));
      expect([kind, name, value, fits]).toEqual([kind, name, value, true]);
    }
  }
});

test('every kind comes from some event', async () => {
  const told = await Promise.all(heard.map(factsOf));
  expect(new Set(told.flat().map(({ kind }) => kind))).toEqual(new Set(Object.keys(factKinds)));
});
