import { prismaSql, recordAudit } from '@nuangong/database';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import { charactersIn, ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import type { RosterRow } from '../generated/prisma/client.ts';
import { registeredElsewhere } from '../household/one-household.ts';
import { findOwnImport, importNotFound } from './change-roster-import.ts';
import type { RosterField, RosterMapping } from './roster-columns.ts';
import type { RosterCell } from './roster-row.ts';
import { rosterInHand } from './run-roster-import.ts';
import { settleRows } from './settle-rows.ts';
import { openCells, sealCells } from './staged-cells.ts';

export interface CorrectRosterRowInput {
  readonly importId: string;
  readonly row: number;
  readonly values: readonly { readonly field: RosterField; readonly value: string }[];
}

const longestValue = 1000;

/** Reads a rejected row again with corrected values, and enters its household where nothing is against it any more. */
export async function correctRosterRow(
  context: CaseRecordsContext,
  input: CorrectRosterRowInput,
): Promise<Result<RosterRow>> {
  const { actor, parts, requestId } = context;
  const constraints = { person_in_one_living_household: () => registeredElsewhere('IDENTITY') };
  return runCommand(context, { action: 'roster.import', constraints }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    const run = prismaSql(tx);
    const [locked] = await run<{ id: string; sealed: string; outcome: string | null }>(
      `select id, sealed_cells as sealed, outcome from roster_row
       where import_id = $1::uuid and row_number = $2::int for update`,
      roster.id,
      input.row,
    );
    if (locked === undefined) return refuse(rowNotFound(input.row));
    if (locked.outcome !== 'REJECTED') return refuse(changedMeanwhile());
    const hand = rosterInHand({ ...roster, startedBy: actor.staffId, startedByName: actor.name });
    const place = { organizationPath: roster.organizationPath, importId: roster.id, rowNumber: input.row };
    const cells = corrected(await openCells(parts.keyring, place, locked.sealed), hand.mapping, input.values);
    if (!cells.ok) return cells;
    await tx.rosterRow.update({
      where: { id: locked.id },
      data: { sealedCells: sealCells(parts.keyring, place, cells.value), identityIndex: null },
    });
    const staged = { id: locked.id, rowNumber: input.row, cells: cells.value };
    const [settled] = await settleRows(run, parts, hand, [staged], 'FORM');
    if (settled !== undefined && settled.outcome !== 'REJECTED') {
      const counted =
        settled.outcome === 'ACCEPTED' ? { accepted: { increment: 1 } } : { alreadyPresent: { increment: 1 } };
      await tx.rosterImport.update({ where: { id: roster.id }, data: { rejected: { decrement: 1 }, ...counted } });
    }
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      {
        action: 'roster.correct-row',
        recordType: 'RosterImport',
        recordId: roster.id,
        after: { row: input.row, fields: input.values.map(({ field }) => field), outcome: settled?.outcome },
      },
    ]);
    return ok(await tx.rosterRow.findUniqueOrThrow({ where: { id: locked.id } }));
  });
}

function corrected(
  cells: readonly RosterCell[],
  mapping: RosterMapping,
  values: CorrectRosterRowInput['values'],
): Result<readonly RosterCell[]> {
  const changed = [...cells];
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
    { zh: '该项在文件中没有对应的列，或文字过长', en: 'This value has no column in the file, or is too long.' },
    field,
  );
