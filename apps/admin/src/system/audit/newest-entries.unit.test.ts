import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestEntries, type Reached } from './newest-entries.ts';

type Service = 'funds' | 'identity';
interface Entry {
  readonly id: string;
  readonly at: string;
}

/** The answer of a service's log: newest first, entries older than the one read last. */
function askedOf(log: readonly Entry[], before: string | undefined, most: number): readonly Entry[] {
  const from = before === undefined ? 0 : log.findIndex(({ id }) => id === before) + 1;
  return log.slice(from, from + most);
}

const logs = fc
  .array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 })
  .map((minutes) =>
    minutes
      .toSorted((one, other) => other - one)
      .map((minute, place) => ({ id: String(100 - place), at: new Date(minute * 60_000).toISOString() })),
  );

test('every entry comes once, newest first, when all pages are read', () => {
  fc.assert(
    fc.property(logs, logs, fc.integer({ min: 1, max: 7 }), (funds, identity, most) => {
      const seen: { readonly id: string; readonly at: string; readonly service: Service }[] = [];
      let reached: Reached<Service> = {};
      for (let more = true; more;) {
        const next = newestEntries<Service, Entry>(
          { funds: askedOf(funds, reached.funds, most), identity: askedOf(identity, reached.identity, most) },
          reached,
          most,
        );
        seen.push(...next.entries);
        ({ reached, more } = next);
      }
      expect(new Set(seen.map(({ service, id }) => `${service} ${id}`)).size).toBe(funds.length + identity.length);
      expect(seen).toHaveLength(funds.length + identity.length);
      expect(seen.map(({ at }) => at)).toEqual(
        seen
          .map(({ at }) => at)
          .toSorted()
          .toReversed(),
      );
    }),
  );
});

test('a service that does not answer hides no other', () => {
  const next = newestEntries<Service, Entry>(
    { funds: null, identity: [{ id: '1', at: '2026-11-26T00:00:00Z' }] },
    {},
    50,
  );
  expect(next.entries.map(({ service, id }) => [service, id])).toEqual([['identity', '1']]);
  expect(next.more).toBe(false);
});
