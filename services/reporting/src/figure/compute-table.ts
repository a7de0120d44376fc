import type { RunSql } from '@nuangong/database';
import { cellsOf, type FormDefinition, type Rule } from '../form/form.ts';
import {
  conditionColumns,
  conditionOf,
  scopeParameters,
  takenFacts,
  type Split,
  type TableScope,
} from './rule-sql.ts';

/** A derived cell: its value (a count, or fen) and how many records stand behind it. */
export interface DerivedValue {
  readonly value: bigint;
  readonly records: number;
}

/** The derived cells of one unit by their keys. */
export type DerivedCells = ReadonlyMap<string, DerivedValue>;

interface DerivedCell {
  readonly key: string;
  readonly rule: Rule;
}

function derivedCellsOf(form: FormDefinition): readonly DerivedCell[] {
  return cellsOf(form).flatMap((cell) => (cell.kind === 'DERIVED' ? [{ key: cell.key, rule: cell.rule }] : []));
}

type ComputedRow = Readonly<Record<string, unknown>>;

const sums = { FACTS: 'facts', SUM_COUNT: 'count', SUM_PERSONS: 'persons', SUM_AMOUNT: 'amount_fen' } as const;

/**
 * The one statement that computes every derived cell of a form. Facts are first summed up by what the rules ask of
 * them (a few hundred groups however many facts), and where a rule counts households, marked household by household;
 * the rules are then applied to the groups.
 */
export function tableStatement(form: FormDefinition, split: Split): string {
  const cells = derivedCellsOf(form);
  const summed = cells.filter(({ rule }) => rule.measure !== 'HOUSEHOLDS');
  const households = cells.filter(({ rule }) => rule.measure === 'HOUSEHOLDS');
  const dimensions = [...conditionColumns, 'outside'].join(', ');
  const place = new Map(cells.map(({ key }, at) => [key, at]));
  const kindsOf = (those: readonly DerivedCell[]) => [...new Set(those.flatMap(({ rule }) => rule.kinds))];
  return `
with summed as (
  select unit, ${dimensions}, count(*) as facts, sum(count) as count, sum(persons) as persons,
    sum(amount_fen) as amount_fen
  from (${takenFacts(kindsOf(summed), [...conditionColumns, 'count', 'persons', 'amount_fen'], split)}) as taken
  group by unit, ${dimensions}
), sums as (
  select unit, ${summed.map(({ key, rule }) => sumColumns(place.get(key) ?? 0, rule)).join(',\n    ')}
  from summed group by unit
), household as (
  select unit, household_id,
    ${households.map(({ key, rule }) => `bool_or(${conditionOf(rule)}) as h${place.get(key)}`).join(',\n    ')}
  from (${takenFacts(kindsOf(households), [...conditionColumns, 'household_id'], split)}) as taken
  group by unit, household_id
), households as (
  select unit, ${households.map(({ key }) => householdColumn(place.get(key) ?? 0)).join(', ')}
  from household group by unit
)
select * from sums full join households using (unit)`;
}

function sumColumns(at: number, rule: Rule): string {
  if (rule.measure === 'HOUSEHOLDS') throw new Error('households are counted, not summed');
  const condition = conditionOf(rule);
  return `sum(${sums[rule.measure]}) filter (where ${condition})::text as v${at},
    sum(facts) filter (where ${condition})::int as r${at}`;
}

function householdColumn(at: number): string {
  return `count(*) filter (where h${at})::text as v${at}, count(*) filter (where h${at})::int as r${at}`;
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
 * Computes every derived cell of a form over the subtree of `scope.path`: one set-based statement.
 *
 * @param split WHOLE gives one unit under the key of `scope.path`; BY_SUBORDINATE gives one for each organisation
 * directly below it that has facts, under its own path, everything below that included.
 */
export async function computeTable(
  runSql: RunSql,
  form: FormDefinition,
  scope: TableScope,
  split: Split = 'WHOLE',
): Promise<ReadonlyMap<string, DerivedCells>> {
  const cells = derivedCellsOf(form);
  const rows = await runSql<ComputedRow>(statementOf(form, split), ...scopeParameters(scope));
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
