import { recordAudit } from '@nuangong/database';
import { charactersIn, ok, problem, readOptionalText, refuse, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { ReportingContext } from '../../builder.ts';
import { parseValue, type CellValue } from '../../form/form/cell-value.ts';
import { findCell, type CellDefinition } from '../../form/form/form.ts';
import { loadTable } from './load-table.ts';
import { cellNotFound, refuseTable } from './table-problems.ts';
import { findTable, type TableArguments } from './table-request.ts';
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

/** Enters a figure, or adjusts a derived one. Adds an entry and keeps the earlier ones; the last one counts. */
export function enterFigure(context: ReportingContext, given: GivenFigure): Promise<Result<Figure>> {
  return runCommand(context, { action: 'report.enter' }, async (tx) => {
    const now = context.parts.clock();
    const found = await findTable(tx, context.actor, given, now);
    if (found.kind !== 'TABLE') return refuseTable(found);
    const { table } = found;
    const cell = findCell(table.form, given.cell);
    if (cell === undefined) return refuse(cellNotFound());
    const decided = decideFigure(cell, given.value, given.reason);
    if (!decided.ok) return decided;
    const before = (await loadTable(tx, table)).figures.find((figure) => figure.cell.key === cell.key);
    const entry = { cell: cell.key, ...decided.value, derived: before?.derived ?? null };
    const { value } = entry;
    await tx.figureEntry.create({
      data: {
        ...tableKey(table),
        ...entry,
        value: typeof value === 'bigint' ? value : null,
        words: typeof value === 'string' ? value : null,
        derived: typeof entry.derived === 'bigint' ? entry.derived : null,
        organizationPath: table.organization.path,
        enteredBy: context.actor.staffId,
        enteredByName: context.actor.name,
        enteredAt: now,
      },
    });
    await recordAudit(tx, context, [
      {
        action: 'figure.enter',
        recordType: 'StatutoryTable',
        recordId: `${table.form.code}/${table.organization.id}/${table.from}/${table.to}`,
        before: { cell: cell.key, value: before?.present ?? null },
        after: entry,
      },
    ]);
    const after = (await loadTable(tx, table)).figures.find((figure) => figure.cell.key === cell.key);
    return after === undefined ? refuse(cellNotFound()) : ok(after);
  });
}
