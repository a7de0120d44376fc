import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RosterImport } from '../../generated/prisma/client.ts';
import { runInBackground } from './end-import.ts';
import { findOwnImport, importNotFound, readSheetsOf } from './own-import.ts';
import { previewRoster } from './preview-roster.ts';
import { mappingProblems, rememberedKeys, withField, type RosterColumn, type RosterField } from './roster-columns.ts';
import { columnsOf, haveSameHeadings } from './roster-sheet.ts';

export interface MapRosterColumnsInput {
  readonly importId: string;
  /** The sheet's number; defaults to the first sheet that is read. */
  readonly sheet?: number | null | undefined;
  readonly columns: readonly { readonly index: number; readonly field?: RosterField | null | undefined }[];
  /** The size of every household, if the file has no column for it. */
  readonly householdSize?: number | null | undefined;
}

const mostPeople = 30;

/**
 * Sets the meaning of a sheet's columns, and of every sheet with the same headings; this also confirms guesses. The
 * organisation's next rosters with these headings are mapped the same way.
 */
export async function mapRosterColumns(
  context: CaseRecordsContext,
  input: MapRosterColumnsInput,
): Promise<Result<RosterImport>> {
  const { actor, parts } = context;
  const { householdSize } = input;
  const mapped = await runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    const sheets = await readSheetsOf(tx, roster.id);
    const named = sheets.find(
      ({ number }) => input.sheet === undefined || input.sheet === null || number === input.sheet,
    );
    if (roster.status !== 'READY' || named === undefined) return refuse(changedMeanwhile());
    if (typeof householdSize === 'number' && !(householdSize >= 1 && householdSize <= mostPeople))
      return refuse(wrongSize());
    const columns = withFields(columnsOf(named), input.columns);
    const problems = mappingProblems(columns);
    if (problems.length > 0) return refuse(...problems);
    await remember(context, tx, columns);
    const alike = sheets.filter((sheet) => haveSameHeadings(columnsOf(sheet), columns)).map(({ number }) => number);
    await tx.rosterSheet.updateMany({
      where: { importId: roster.id, number: { in: alike } },
      data: { columns: columns as object[] },
    });
    return ok(
      await tx.rosterImport.update({
        where: { id: roster.id },
        data: {
          ...(householdSize !== undefined && { householdSize }),
          revision: { increment: 1 },
          expectedRejected: null,
        },
      }),
    );
  });
  if (mapped.ok) {
    const { id } = mapped.value;
    runInBackground(parts, id, actor.scope, (stopping) => previewRoster(parts, id, actor.scope, stopping));
  }
  return mapped;
}

function withFields(
  columns: readonly RosterColumn[],
  given: MapRosterColumnsInput['columns'],
): readonly RosterColumn[] {
  const fields = new Map(given.map(({ index, field }) => [index, field ?? null]));
  return columns.map((column) => {
    const field = fields.get(column.index);
    return field === undefined ? column : withField(column, field);
  });
}

/** Remembers the meaning of headings; a heading that a file has twice is remembered with its position among them. */
async function remember(context: CaseRecordsContext, tx: Transaction, columns: readonly RosterColumn[]): Promise<void> {
  const keys = rememberedKeys(columns);
  const said = new Map(
    columns.flatMap(({ heading, field, guessed, doubled }, place) =>
      heading === '' || guessed === true || doubled !== undefined
        ? []
        : [[keys[place] ?? heading, { heading: keys[place], field }]],
    ),
  );
  await tx.$queryRawUnsafe(
    `insert into roster_mapping (organization_path, heading, field)
     select $1, heading, field from jsonb_to_recordset($2::jsonb) as m(heading text, field text)
     on conflict (organization_path, heading) do update set field = excluded.field`,
    context.actor.scope,
    JSON.stringify([...said.values()]),
  );
}

const wrongSize = () =>
  problem(
    'HOUSEHOLD_SIZE',
    {
      zh: `每户人口应为 1 至 ${mostPeople} 的整数`,
      en: `The household size must be a whole number from 1 to ${mostPeople}.`,
    },
    'householdSize',
  );
