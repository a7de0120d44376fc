import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunSql } from '@nuangong/database';
import { localDate } from '@nuangong/primitives';
import { listCellFacts } from '../cell-record/list-cell-records.ts';
import { recordFacts, type FactWriter } from '../../fact/fact/record-facts.ts';
import { cellsOf } from '../../form/form/form.ts';
import { tests, type Condition, type Rule } from '../../form/rule/rule.ts';
import { warmthTable } from '../../testing/warmth-table.ts';
import { toldEvents, type ToldEvent } from '../../testing/arbitrary-facts.ts';
import { generatedCity, generatedCounty, generateFacts } from '../../testing/generate-facts.ts';
import { createReportingDatabase, organizationOf } from '../../testing/reporting-system.ts';
import { computeTable, tableStatement, type DerivedCells } from './compute-table.ts';
import { scopeParameters, type TableScope } from '../../form/rule/rule-sql.ts';

const { cityPath, campaignId } = generatedCity;
const from = localDate(generatedCity.from);
const to = localDate(generatedCity.to);
const city: TableScope = { path: cityPath, from, to, campaignId };
const derivedCells = cellsOf(warmthTable).flatMap((cell) => (cell.kind === 'DERIVED' ? [cell] : []));

let database: Awaited<ReturnType<typeof createReportingDatabase>>;
let client: pg.Client;
let runSql: RunSql;
let writer: FactWriter;

beforeAll(async () => {
  database = await createReportingDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`select set_config('nuangong.scope', '${cityPath}', false)`);
  runSql = async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
    (await client.query<Row>(sql, [...values])).rows;
  writer = {
    async $queryRawUnsafe<Rows>(sql: string, ...values: unknown[]): Promise<Rows> {
      return (await client.query(sql, values)).rows as Rows;
    },
  };
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Checks a property over arbitrary facts, in a transaction that is rolled back. */
async function ofAnyFacts(check: (events: readonly ToldEvent[]) => Promise<void>, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(toldEvents, async (events) => {
      await client.query('begin');
      try {
        for (const { event, told } of events) await recordFacts(writer, event, [told]);
        await check(events);
      } finally {
        await client.query('rollback');
      }
    }),
    { numRuns },
  );
}

const valuesOf = (cells: DerivedCells | undefined) =>
  Object.fromEntries([...(cells ?? [])].map(([key, { value }]) => [key, value]));

const endsEarlier = ({ told }: ToldEvent, before: readonly ToldEvent[]) =>
  told.endsEarlier === 'ALWAYS' ||
  (told.endsEarlier === 'IF_ANY' && before.some((earlier) => earlier.told.subjectId === told.subjectId));

/** The file of a household on the day of a fact. */
function fileAt(fact: ToldEvent, events: readonly ToldEvent[]): ToldEvent | undefined {
  return events.findLast(
    (file, place) =>
      file.told.kind === 'CASE_FILE_ACTIVATED' &&
      file.told.householdId === fact.told.householdId &&
      file.told.on <= fact.told.on &&
      !events
        .slice(place + 1)
        .some(
          ({ told }) =>
            told.kind === 'CASE_FILE_EXITED' && told.subjectId === file.told.subjectId && told.on < fact.told.on,
        ),
  );
}

/** The value of a fact's dimension. */
const dimension = ({ dimensions }: ToldEvent['told'], name: string): unknown =>
  (dimensions as Readonly<Record<string, unknown>> | undefined)?.[name];

/** The rules applied naively, fact by fact; the one statement must give the same result. */
function tellPlainly(rule: Rule, scope: TableScope, events: readonly ToldEvent[]): bigint {
  const year = scope.from.slice(0, 4);
  const ended = (fact: ToldEvent) =>
    events.some((other, place) => {
      const { told } = other;
      const left = told.kind === 'CASE_FILE_EXITED' || told.kind === 'CASE_FILE_SUSPENDED';
      const until = left ? told.on < scope.from : told.on <= scope.to;
      return (
        told.subjectId === fact.told.subjectId &&
        endsEarlier(other, events.slice(0, place)) &&
        place > events.indexOf(fact) &&
        (fact.told.kind === 'CASE_FILE_EXITED' ? told.on <= `${year}-12-31` : until)
      );
    });
  const inPeriod = ({ told }: ToldEvent) => {
    if (told.kind === 'CASE_FILE_EXITED') return told.on.startsWith(year);
    if (told.on > scope.to || told.kind === 'CASE_FILE_ACTIVATED') return told.on <= scope.to;
    const booked = told.campaignId ?? null;
    const dated = told.on >= scope.from && (booked === null || scope.campaignId === null);
    return dated || (booked !== null && booked === scope.campaignId);
  };
  const withoutWorker = ({ told }: ToldEvent) => {
    const files = events.filter(
      (file) =>
        file.told.kind === 'CASE_FILE_ACTIVATED' &&
        file.told.householdId === told.householdId &&
        file.told.on <= scope.to,
    );
    return files.at(-1)?.told.persons === 0;
  };
  const holds = (condition: Condition, fact: ToldEvent): boolean => {
    const { told } = fact;
    switch (condition.test) {
      case 'ONE_OF':
        return condition.values.includes(String(dimension(told, condition.dimension)));
      case 'FLAG':
        return dimension(told, condition.dimension) === true;
      case 'BOOKED_OR_FLAG':
        return (told.campaignId ?? null) !== null || dimension(told, condition.dimension) === true;
      case 'FROM_OUTSIDE':
        return !told.counterpartyPath?.startsWith(scope.path);
      case 'HOUSEHOLD_WITH_WORKER':
        return dimension(told, 'migrantWorker') === true || !withoutWorker(fact);
      case 'ON_REGISTER':
        return fileAt(fact, events) !== undefined;
    }
  };
  const taken = events.filter((fact) => {
    const { told } = fact;
    return (
      told.organization.path.startsWith(scope.path) &&
      rule.kinds.includes(told.kind) &&
      inPeriod(fact) &&
      rule.where.every((condition) => holds(condition, fact)) &&
      !ended(fact)
    );
  });
  const distinct = (key: (fact: ToldEvent) => string | null | undefined) =>
    BigInt(new Set(taken.flatMap((fact) => (key(fact) ? `${fact.told.organization.path} ${key(fact)}` : []))).size);
  const sum = (of: (fact: ToldEvent) => bigint | number) => taken.reduce((total, fact) => total + BigInt(of(fact)), 0n);
  const { measure } = rule;
  if (measure.of === 'FACTS') return BigInt(taken.length);
  if (measure.of === 'DISTINCT')
    return distinct(({ told }) => (measure.who === 'HOUSEHOLD' ? told.householdId : told.personRef));
  switch (measure.what) {
    case 'COUNT':
      return sum(({ told }) => told.count ?? 0);
    case 'PERSONS':
      return sum((fact) => {
        const persons = fact.told.persons ?? 0;
        return tests(rule, 'ON_REGISTER') ? Math.min(persons, fileAt(fact, events)?.told.persons ?? 0) : persons;
      });
    case 'MIGRANT_PERSONS':
      return sum(({ told }) => told.migrantPersons ?? 0);
    case 'AMOUNT':
      return sum(({ told }) => told.amountFen ?? 0n);
  }
}

const ofMoney = ({ measure }: Rule): boolean => measure.of === 'SUM' && measure.what === 'AMOUNT';

describe('the single statement, over any facts', () => {
  test('gives the same as the rules applied fact by fact, with a campaign and without', async () => {
    await ofAnyFacts(async (events) => {
      for (const scope of [city, { ...city, campaignId: null }, { ...city, path: generatedCounty(1).path }]) {
        const computed = valuesOf((await computeTable(runSql, warmthTable, scope)).get(scope.path));
        const plain = Object.fromEntries(derivedCells.map(({ key, rule }) => [key, tellPlainly(rule, scope, events)]));
        expect(computed).toEqual(plain);
      }
    }, 60);
  });

  test('gives each county alone the same as all together, and the city their sum', async () => {
    await ofAnyFacts(async () => {
      const whole = (await computeTable(runSql, warmthTable, city)).get(cityPath);
      const split = await computeTable(runSql, warmthTable, city, 'BY_SUBORDINATE');
      for (const number of [1, 2, 3]) {
        const { path } = generatedCounty(number);
        const alone = (await computeTable(runSql, warmthTable, { ...city, path })).get(path);
        const among = split.get(path);
        if (among === undefined) expect([...alone!.values()].every(({ value }) => value === 0n)).toBe(true);
        else expect(among).toEqual(alone);
      }
      for (const { key, rule } of derivedCells) {
        if (tests(rule, 'FROM_OUTSIDE')) continue;
        const sum = [...split.values()].reduce((total, cells) => total + cells.get(key)!.value, 0n);
        expect([key, sum]).toEqual([key, whole?.get(key)?.value]);
      }
    }, 25);
  });

  test('keeps 3A = 3B + 3C + 3D, 5A = 5B + 5C + 5D + 5E, and no part above its whole', async () => {
    await ofAnyFacts(async () => {
      const value = valuesOf((await computeTable(runSql, warmthTable, city)).get(cityPath));
      expect(value['3A']).toBe(value['3B']! + value['3C']! + value['3D']!);
      expect(value['5A']).toBe(value['5B']! + value['5C']! + value['5D']! + value['5E']!);
      for (const [whole, part] of [
        ['2A', '2A.migrant'],
        ['4C', '4C.workers'],
        ['4C', '4C.model'],
        ['4C.workers', '4C.migrant'],
        ['6A', '6C'],
        ['8C', '8C.migrant'],
        ['8C.amount', '8C.migrant-amount'],
      ]) {
        expect(value[part!]! <= value[whole!]!).toBe(true);
      }
    }, 20);
  });

  test('agrees with the records behind each cell, whose sum over all pages is its value', async () => {
    await ofAnyFacts(async () => {
      const cells = (await computeTable(runSql, warmthTable, city)).get(cityPath)!;
      const request = { form: warmthTable, organization: organizationOf(cityPath), campaignId, from, to };
      for (const { key, rule } of derivedCells) {
        const { value, records } = cells.get(key)!;
        const first = await listCellFacts(runSql, request, key, { skip: 0, take: 3 });
        const rest = await listCellFacts(runSql, request, key, { skip: 3, take: 200 });
        const listed = [...first.facts, ...rest.facts];
        expect([key, first.total, listed.length]).toEqual([key, records, records]);
        expect(new Set(listed.map((fact) => fact.id)).size).toBe(records);
        const sum = listed.reduce((total, fact) => total + (ofMoney(rule) ? fact.amountFen : BigInt(fact.count)), 0n);
        expect([key, sum]).toEqual([key, value]);
        expect(ofMoney(rule) ? first.sumAmountFen : first.sumCount).toBe(value);
      }
    }, 10);
  });

  test('gives the earlier values when read as of an earlier moment', async () => {
    await ofAnyFacts(async (events) => {
      const middle = events[Math.floor(events.length / 2)]!.event.time;
      const known = events.filter(({ event }) => event.time <= middle);
      const then = valuesOf((await computeTable(runSql, warmthTable, { ...city, asOf: middle })).get(cityPath));
      expect(then).toEqual(
        Object.fromEntries(derivedCells.map(({ key, rule }) => [key, tellPlainly(rule, city, known)])),
      );
    }, 20);
  });
});

test('handles a form without derived cells: nothing is computed', async () => {
  const lines = warmthTable.lines.filter(({ cells }) => cells.every(({ kind }) => kind === 'ENTERED'));
  const entered = { ...warmthTable, lines, checks: [] };
  expect(lines.length).toBeGreaterThan(0);
  expect(await computeTable(runSql, entered, city)).toEqual(new Map([[cityPath, new Map()]]));
  expect(await computeTable(runSql, entered, city, 'BY_SUBORDINATE')).toEqual(new Map());
});

describe('over 100,000 facts', () => {
  beforeAll(async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await generateFacts(owner, 100_000).finally(() => owner.end());
  }, 120_000);

  test('a county’s table reads its own facts by index, and ended states by theirs', async () => {
    const scope = { ...city, path: generatedCounty(7).path };
    const statement = `explain ${tableStatement(warmthTable, 'WHOLE')}`;
    const plan = (await runSql<{ 'QUERY PLAN': string }>(statement, ...scopeParameters(scope)))
      .map((row) => row['QUERY PLAN'])
      .join('\n');
    expect(plan).toContain('fact_of_unit');
    expect(plan).not.toMatch(/Seq Scan on fact\b/);
  });

  test('the 23 counties’ tables are computed together, and sum up to the city’s table', async () => {
    const split = await computeTable(runSql, warmthTable, city, 'BY_SUBORDINATE');
    const whole = (await computeTable(runSql, warmthTable, city)).get(cityPath)!;
    expect(split.size).toBe(23);
    for (const { key, rule } of derivedCells) {
      if (tests(rule, 'FROM_OUTSIDE')) continue;
      const sum = [...split.values()].reduce((total, cells) => total + cells.get(key)!.value, 0n);
      expect([key, sum]).toEqual([key, whole.get(key)!.value]);
    }
  });
});
