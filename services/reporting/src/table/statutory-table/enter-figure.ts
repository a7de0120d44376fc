import { recordAudit } from '@nuangong/database';
import { charactersIn, ok, problem, readOptionalText, refuse, type Problem, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { ReportingContext, Transaction } from '../../builder.ts';
import { parseValue, type CellValue } from '../../form/form/cell-value.ts';
import { findCell, type CellDefinition } from '../../form/form/form.ts';
import { loadTable } from './load-table.ts';
import { cellNotFound, refuseTable } from './table-problems.ts';
import { findTable, type TableArguments, type TableRequest } from './table-request.ts';
import type { Figure } from './figure.ts';
import { tableKey } from './read-entries.ts';

/** A value entered for one cell; blank withdraws an earlier one. */
export interface GivenFigure extends TableArguments {
  readonly cell: string;
  readonly value: string;
  readonly reason?: string | null | undefined;
}

interface DecidedFigure {
  readonly value: CellValue | null;
  readonly reason: string | null;
}

/** Checks what may be entered: a sum accepts nothing, a derived cell needs a reason of 2 to 500 characters. */
export function decideFigure(
  cell: CellDefinition,
  text: string,
  given: string | null | undefined,
): Result<DecidedFigure> {
  if (cell.kind === 'COMPUTED') {
    return refuse(
      problem(
        'CELL_COMPUTED',
        {
          zh: `本格由 ${cell.sumOf.join('、')} 相加得出，改填这几格`,
          en: `This cell is the sum of ${cell.sumOf.join(', ')}; enter those cells instead`,
        },
        'cell',
      ),
    );
  }
  const value = parseValue(cell, text);
  if (!value.ok) return value;
  const reason = readOptionalText(given, 'reason', 500);
  if (!reason.ok) return reason;
  if (cell.kind === 'DERIVED' && value.value !== null && charactersIn(reason.value ?? '') < 2) {
    return refuse(
      problem(
        'REASON_NEEDED',
        {
          zh: '调整系统取数要写明理由，两个数都会保留',
          en: 'Give a reason for adjusting a derived figure; both stay visible.',
        },
        'reason',
      ),
    );
  }
  return ok({ value: value.value, reason: reason.value });
}

/** A decided value of a cell, and the value before. */
interface DecidedEntry extends DecidedFigure {
  readonly cell: string;
  readonly before: Figure | undefined;
}

/** Adds entries to a table and keeps the earlier ones; the last of a cell counts. Two statements for any number. */
async function addEntries(
  tx: Transaction,
  context: ReportingContext,
  table: TableRequest,
  decided: readonly DecidedEntry[],
): Promise<void> {
  const entries = decided.map(({ before, ...entry }) => ({ ...entry, derived: before?.derived ?? null }));
  const now = context.parts.clock();
  await tx.figureEntry.createMany({
    data: entries.map((entry) => ({
      ...tableKey(table),
      ...entry,
      value: typeof entry.value === 'bigint' ? entry.value : null,
      words: typeof entry.value === 'string' ? entry.value : null,
      derived: typeof entry.derived === 'bigint' ? entry.derived : null,
      organizationPath: table.organization.path,
      enteredBy: context.actor.staffId,
      enteredByName: context.actor.name,
      enteredAt: now,
    })),
  });
  await recordAudit(
    tx,
    context,
    entries.map((entry, at) => ({
      action: 'figure.enter',
      recordType: 'StatutoryTable',
      recordId: `${table.form.code}/${table.organization.id}/${table.from}/${table.to}`,
      before: { cell: entry.cell, value: decided[at]?.before?.present ?? null },
      after: entry,
    })),
  );
}

/** Enters a figure, or adjusts a derived one. Adds an entry and keeps the earlier ones; the last one counts. */
export function enterFigure(context: ReportingContext, given: GivenFigure): Promise<Result<Figure>> {
  return runCommand(context, { action: 'report.enter' }, async (tx) => {
    const found = await findTable(tx, context.actor, given, context.parts.clock());
    if (found.kind !== 'TABLE') return refuseTable(found);
    const { table } = found;
    const cell = findCell(table.form, given.cell);
    if (cell === undefined) return refuse(cellNotFound());
    const decided = decideFigure(cell, given.value, given.reason);
    if (!decided.ok) return decided;
    const before = (await loadTable(tx, table)).figures.find((figure) => figure.cell.key === cell.key);
    await addEntries(tx, context, table, [{ cell: cell.key, ...decided.value, before }]);
    const after = (await loadTable(tx, table)).figures.find((figure) => figure.cell.key === cell.key);
    return after === undefined ? refuse(cellNotFound()) : ok(after);
  });
}

/** Values for several cells of one table; the last one given for a cell counts. */
export interface GivenFigures extends TableArguments {
  readonly figures: readonly Pick<GivenFigure, 'cell' | 'value' | 'reason'>[];
}

/** What became of several figures: those that were saved, as they are now, and why the others were not. */
export interface EnteredFigures {
  readonly figures: readonly Figure[];
  readonly refused: readonly { readonly cell: string; readonly problems: readonly Problem[] }[];
}

/** The most figures in one command: more than any form has cells. */
const mostFigures = 1000;

/** Enters figures into several cells: allowed ones are saved, the others are refused with their reasons. */
export function enterFigures(context: ReportingContext, given: GivenFigures): Promise<Result<EnteredFigures>> {
  return runCommand(context, { action: 'report.enter' }, async (tx) => {
    if (given.figures.length > mostFigures) return refuse(tooManyFigures());
    const found = await findTable(tx, context.actor, given, context.parts.clock());
    if (found.kind !== 'TABLE') return refuseTable(found);
    const { table } = found;
    const { figures } = await loadTable(tx, table);
    const last = new Map(given.figures.map((figure) => [figure.cell, figure]));
    const decided: DecidedEntry[] = [];
    const refused: { cell: string; problems: readonly Problem[] }[] = [];
    for (const { cell: key, value, reason } of last.values()) {
      const cell = findCell(table.form, key);
      const one = cell === undefined ? refuse(cellNotFound()) : decideFigure(cell, value, reason);
      if (!one.ok) refused.push({ cell: key, problems: one.problems });
      else decided.push({ cell: key, ...one.value, before: figures.find((figure) => figure.cell.key === key) });
    }
    if (decided.length === 0) return ok({ figures: [], refused });
    await addEntries(tx, context, table, decided);
    const after = (await loadTable(tx, table)).figures;
    return ok({ figures: after.filter(({ cell }) => decided.some((entry) => entry.cell === cell.key)), refused });
  });
}

const tooManyFigures = (): Problem =>
  problem(
    'TOO_MANY_FIGURES',
    {
      zh: `一次最多填报 ${mostFigures} 格，分次填报`,
      en: `At most ${mostFigures} cells at once; enter them in parts`,
    },
    'figures',
  );
