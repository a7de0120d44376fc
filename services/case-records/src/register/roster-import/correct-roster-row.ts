import { prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import { charactersIn, ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { Prisma, RosterRow } from '../../generated/prisma/client.ts';
import { registeredElsewhere } from '../household/one-household.ts';
import { rosterInHand } from './import-batch.ts';
import { findOwnImport, importNotFound, readSheetsOf } from './own-import.ts';
import { rosterFieldName, type RosterField } from './roster-columns.ts';
import type { RosterCell } from './roster-cell.ts';
import { sheetInHand, type SheetInHand } from './roster-sheet.ts';
import { settleRows, type RowOutcome } from './settle-rows.ts';
import { openCells, sealCorrection } from './staged-cells.ts';

export interface CorrectRosterRowInput {
  readonly importId: string;
  /** The sheet's number; defaults to the first sheet that is read. */
  readonly sheet?: number | null | undefined;
  readonly row: number;
  readonly values: readonly { readonly field: RosterField; readonly value: string }[];
}

const longestValue = 1000;

/**
 * Reads a rejected row again with corrected values, and enters its household if nothing is against it. The row as sent
 * is kept with the correction. If the correction is refused too, it returns the reasons and changes nothing.
 */
export async function correctRosterRow(
  context: CaseRecordsContext,
  input: CorrectRosterRowInput,
): Promise<Result<RosterRow>> {
  const { actor, parts, requestId } = context;
  const constraints = { person_in_one_living_household: () => registeredElsewhere('IDENTITY') };
  return runCommand(context, { action: 'roster.import', constraints }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    const sheets = await readSheetsOf(tx, roster.id);
    const sheet = sheets.find(
      ({ number }) => input.sheet === undefined || input.sheet === null || number === input.sheet,
    );
    const run = prismaSql(tx);
    const locked = sheet === undefined ? undefined : await lockRow(run, roster.id, sheet.number, input.row);
    if (sheet === undefined || locked === undefined) return refuse(rowNotFound(input.row));
    if (locked.outcome !== 'REJECTED') return refuse(changedMeanwhile());
    const hand = rosterInHand({ ...roster, startedBy: actor.staffId, startedByName: actor.name }, sheets);
    const { organizationPath, id: importId } = roster;
    const place = { organizationPath, importId, sheetNumber: sheet.number, rowNumber: input.row };
    const sent = await openCells(parts.keyring, place, locked.sealed);
    const cells = corrected(sent, sheetInHand(sheet), input.values);
    if (!cells.ok) return cells;
    const staged = { id: locked.id, sheetNumber: sheet.number, rowNumber: input.row, cells: cells.value };
    const [settled] = await settleRows(run, parts, hand, [staged], 'FORM');
    const outcome = settled?.outcome ?? 'REJECTED';
    if (outcome !== 'REJECTED') {
      const sealedCorrection = sealCorrection(parts.keyring, place, cells.value);
      await tx.rosterRow.update({ where: { id: locked.id }, data: { sealedCorrection } });
      await tx.rosterImport.update({
        where: { id: roster.id },
        data: { rejected: { decrement: 1 }, ...countOf(outcome) },
      });
    }
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'roster.correct-row',
        recordType: 'RosterImport',
        recordId: roster.id,
        after: { sheet: sheet.number, row: input.row, fields: input.values.map(({ field }) => field), outcome },
      },
    ]);
    const row = await tx.rosterRow.findUniqueOrThrow({ where: { id: locked.id } });
    return ok(outcome === 'REJECTED' ? { ...row, reasons: [...(settled?.reasons ?? [])] } : row);
  });
}

interface LockedRow {
  readonly id: string;
  readonly sealed: string;
  readonly outcome: string | null;
}

async function lockRow(run: RunSql, importId: string, sheet: number, row: number): Promise<LockedRow | undefined> {
  const [locked] = await run<LockedRow>(
    `select id, sealed_cells as sealed, outcome from roster_row
     where import_id = $1::uuid and sheet_number = $2::int and row_number = $3::int for update`,
    importId,
    sheet,
    row,
  );
  return locked;
}

function countOf(outcome: Exclude<RowOutcome, 'REJECTED'>): Prisma.RosterImportUpdateInput {
  switch (outcome) {
    case 'ACCEPTED':
      return { accepted: { increment: 1 } };
    case 'ALREADY_PRESENT':
      return { alreadyPresent: { increment: 1 } };
    case 'DIFFERENT':
      return { differing: { increment: 1 } };
  }
}

/**
 * The cells of a row with the corrected values. Cells beyond the headings are dropped: the clerk has seen every value
 * under its heading.
 */
function corrected(
  sent: readonly RosterCell[],
  { mapping, width }: SheetInHand,
  values: CorrectRosterRowInput['values'],
): Result<readonly RosterCell[]> {
  const changed = sent.slice(0, width);
  for (const { field, value } of values) {
    const place = mapping[field];
    if (place === undefined || charactersIn(value) > longestValue) return refuse(notMapped(field));
    while (changed.length <= place) changed.push('');
    changed[place] = value;
  }
  return ok(changed);
}

const rowNotFound = (row: number) =>
  problem(
    'NOT_FOUND',
    {
      zh: `文件中没有第 ${row} 行的数据，从列表重新打开`,
      en: `The file has no data in row ${row}. Open it from the list.`,
    },
    'row',
  );

const notMapped = (field: RosterField) =>
  problem(
    'COLUMN_MISSING',
    {
      zh: `“${rosterFieldName(field)}”在文件中没有对应的列，或文字过长`,
      en: 'This value has no column in the file, or is too long. Correct it.',
    },
    field,
  );
