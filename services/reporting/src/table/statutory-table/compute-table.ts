import type { RunSql } from '@nuangong/database';
import { cellsOf, type FormDefinition } from '../../form/form/form.ts';
import type { Rule } from '../../form/rule/rule.ts';
import {
  addedUp,
  conditionOf,
  distinctKey,
  judgements,
  matchingProfiles,
  scopeParameters,
  readingsOf,
  takenFacts,
  type Split,
  type TableScope,
} from '../../form/rule/rule-sql.ts';

/** A derived cell: its value (a count, or fen) and the number of records behind it. */
export interface DerivedValue {
  readonly value: bigint;
  readonly records: number;
}

/** The derived cells of one unit by key. */
export type DerivedCells = ReadonlyMap<string, DerivedValue>;

interface DerivedCell {
  readonly key: string;
  readonly rule: Rule;
}

function derivedCellsOf(form: FormDefinition): readonly DerivedCell[] {
  return cellsOf(form).flatMap((cell) => (cell.kind === 'DERIVED' ? [{ key: cell.key, rule: cell.rule }] : []));
}

type ComputedRow = Readonly<Record<string, unknown>>;

/**
 * The one statement that computes every derived cell of a form. Facts are first summed by profile (a few hundred groups
 * for any number of facts); for rules that count households or persons, each of these is marked once within its
 * organisation. What a rule asks of kinds and dimensions is tested once per profile.
 */
export function tableStatement(form: FormDefinition, split: Split): string {
  const cells = derivedCellsOf(form).map((cell, at) => ({ ...cell, at }));
  const parts = [
    summedUp(
      cells.filter(({ rule }) => distinctKey(rule.measure) === undefined),
      split,
    ),
    ...(['beneficiary_id', 'person_ref'] as const).map((key) =>
      countedOnce(
        cells.filter(({ rule }) => distinctKey(rule.measure) === key),
        key,
        split,
      ),
    ),
  ].filter((part) => part !== undefined);
  return `
with ${parts.map(({ queries }) => queries).join(', ')}
select * from ${parts.map(({ name }, at) => (at === 0 ? name : `full join ${name} using (unit)`)).join(' ')}`;
}

type PlacedCell = DerivedCell & { readonly at: number };

/** Queries whose last one has this name and one row per unit with the values of its cells. */
interface TablePart {
  readonly name: string;
  readonly queries: string;
}

function summedUp(cells: readonly PlacedCell[], split: Split): TablePart | undefined {
  if (cells.length === 0) return undefined;
  const rules = cells.map(({ rule }) => rule);
  const readings = readingsOf(rules);
  const dimensions = ['profile', ...judgements(rules)].join(', ');
  const added = [...new Set(rules.map(addedUp))].filter((column) => column !== 'facts');
  const own = ['count', 'persons', 'migrant_persons', 'amount_fen'].filter((column) =>
    added.some((each) => each === column),
  );
  const queries = `matching as materialized (
  ${matchingProfiles(rules)}
), summed as (
  select ${['unit', dimensions, 'count(*) as facts', ...added.map((column) => `sum(${column}) as ${column}`)].join(', ')}
  from (${takenFacts(rules, ['profile', ...own], split)}) as taken
  group by unit, ${dimensions}
), sums as (
  select unit, ${cells.map(({ at, rule }, place) => sumColumns(at, rule, conditionOf(rule, place, readings))).join(',\n    ')}
  from summed join matching using (profile) group by unit
)`;
  return { name: 'sums', queries };
}

function sumColumns(at: number, rule: Rule, condition: string): string {
  return `sum(${addedUp(rule)}) filter (where ${condition})::text as v${at},
    sum(facts) filter (where ${condition})::int as r${at}`;
}

function countedOnce(
  cells: readonly PlacedCell[],
  key: 'beneficiary_id' | 'person_ref',
  split: Split,
): TablePart | undefined {
  if (cells.length === 0) return undefined;
  const rules = cells.map(({ rule }) => rule);
  const readings = readingsOf(rules);
  const marked = `${key}_marked`;
  const name = `${key}_counted`;
  const queries = `${key}_matching as materialized (
  ${matchingProfiles(rules)}
), ${marked} as (
  select unit, organization_path, ${key},
    ${cells.map(({ at, rule }, place) => `bool_or(${conditionOf(rule, place, readings)}) as h${at}`).join(',\n    ')}
  from (${takenFacts(rules, ['profile', 'organization_path', key], split)}) as taken
  join ${key}_matching using (profile)
  group by unit, organization_path, ${key}
), ${name} as (
  select unit, ${cells.map(({ at }) => `count(*) filter (where h${at})::text as v${at}, count(*) filter (where h${at})::int as r${at}`).join(', ')}
  from ${marked} group by unit
)`;
  return { name, queries };
}

const statements = new WeakMap<FormDefinition, Map<Split, string>>();

function statementOf(form: FormDefinition, split: Split): string {
  const known = statements.get(form) ?? new Map<Split, string>();
  statements.set(form, known);
  const statement = known.get(split) ?? tableStatement(form, split);
  known.set(split, statement);
  return statement;
}

/**
 * Computes every derived cell of a form over the subtree of `scope.path` in one set-based statement.
 *
 * @param split WHOLE gives one unit under the key of `scope.path`; BY_SUBORDINATE gives one for each organisation
 *   directly below it that has facts of the form's kinds, under its own path, including everything below that.
 */
export async function computeTable(
  runSql: RunSql,
  form: FormDefinition,
  scope: TableScope,
  split: Split = 'WHOLE',
): Promise<ReadonlyMap<string, DerivedCells>> {
  const cells = derivedCellsOf(form);
  const rows = cells.length === 0 ? [] : await runSql<ComputedRow>(statementOf(form, split), ...scopeParameters(scope));
  const units = rows
    .filter((row) => split === 'WHOLE' || row['unit'] !== '')
    .map((row): [string, DerivedCells] => {
      const path = split === 'WHOLE' ? scope.path : `${scope.path}${String(row['unit'])}/`;
      return [path, new Map(cells.map(({ key }, at) => [key, readCell(row, at)]))];
    });
  if (split === 'WHOLE' && units.length === 0) return new Map([[scope.path, noFacts(form)]]);
  return new Map(units);
}

/** The derived cells of a unit that has no facts: all zero. */
export function noFacts(form: FormDefinition): DerivedCells {
  return new Map(derivedCellsOf(form).map(({ key }) => [key, { value: 0n, records: 0 }]));
}

function readCell(row: ComputedRow, at: number): DerivedValue {
  return { value: BigInt(String(row[`v${at}`] ?? 0)), records: Number(row[`r${at}`] ?? 0) };
}
