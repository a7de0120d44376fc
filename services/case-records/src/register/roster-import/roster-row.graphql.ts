import { isUuid, localDateAt, type Problem } from '@nuangong/primitives';
import { permits } from '@nuangong/access';
import { prismaSql } from '@nuangong/database';
import { createBatchLoader, createReadingAudit, pageOf, pageType, type AskedPage } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { Prisma, RosterRow as RosterRowRow } from '../../generated/prisma/client.ts';
import { Household } from '../household/household.graphql.ts';
import { readWordsInLanguage, wordsPlace } from '../written-words/sealed-words.ts';
import { loadImport, loadRefusedRows, loadRosterRow, loadSheets, wordsOf } from './roster-loaders.ts';
import { loadRegistered, type RegisteredValues } from './registered-values.ts';
import { shownDifferences, type ShownDifference } from './roster-differences.ts';
import { readRosterRow } from './roster-row.ts';
import type { RosterRowOutcome } from './settle-rows.ts';
import { RosterFieldEnum, RosterRowOutcomeEnum } from './roster-enums.graphql.ts';
import { sheetInHand, type SheetInHand } from './roster-sheet.ts';
import { openCells, openCorrection } from './staged-cells.ts';

interface ReadFile {
  readonly fileName: string;
  readonly householdSize: number | null;
  readonly sheets: ReadonlyMap<number, SheetInHand>;
}

/** The files that rows came from, with their columns' meanings. */
export const loadFile = createBatchLoader<CaseRecordsContext, ReadFile>(async (context, ids) => {
  const files = await Promise.all(
    ids.map(async (id) => [await loadImport(context, id), await loadSheets(context, id)] as const),
  );
  return new Map(
    files.flatMap(([roster, sheets]) => {
      if (roster === undefined) return [];
      const { fileName, householdSize } = roster;
      return [
        [
          roster.id,
          { fileName, householdSize, sheets: new Map(sheets.map((sheet) => [sheet.number, sheetInHand(sheet)])) },
        ],
      ];
    }),
  );
});

async function sheetOf(context: CaseRecordsContext, row: Pick<RosterRowRow, 'importId' | 'sheetNumber'>) {
  return (await loadFile(context, row.importId))?.sheets.get(row.sheetNumber);
}

const RosterDifference = builder.objectRef<ShownDifference>('RosterDifference').implement({
  description: 'A field of a row next to its registered value.',
  fields: (t) => ({
    field: t.field({ type: RosterFieldEnum, description: 'Which field.', resolve: ({ field }) => field }),
    sent: t.exposeString('sent', { nullable: true, description: 'The value in the row.' }),
    registered: t.exposeString('registered', {
      nullable: true,
      description: 'The registered value; telephone and account masked, a remark only for those who may read it.',
    }),
  }),
});

const loadStanding = createBatchLoader<CaseRecordsContext, RegisteredValues>(({ tx, parts }, ids) =>
  loadRegistered(prismaSql(tx), parts.keyring, ids),
);

async function differencesShown(context: CaseRecordsContext, row: RosterRowRow): Promise<readonly ShownDifference[]> {
  if (row.outcome !== 'DIFFERENT' || row.householdId === null) return [];
  const { parts, actor } = context;
  const file = await loadFile(context, row.importId);
  const sheet = file?.sheets.get(row.sheetNumber);
  const registered = await loadStanding(context, row.householdId);
  if (sheet === undefined || registered === undefined) return [];
  const cells = await (row.sealedCorrection === null
    ? openCells(parts.keyring, row, row.sealedCells)
    : openCorrection(parts.keyring, row, row.sealedCorrection));
  const place = { row: row.rowNumber, width: sheet.width, householdSize: file?.householdSize ?? null };
  const reading = readRosterRow(cells, sheet.mapping, localDateAt(parts.clock()), place);
  const remarks = permits(actor.roles, 'health.read') && (await auditRemark(context, row.householdId)) === true;
  return shownDifferences(reading, registered, { whole: permits(actor.roles, 'roster.import'), remarks });
}

const auditRemark = createReadingAudit<CaseRecordsContext>('health.read', 'Household');

export const RosterRow = builder.objectRef<RosterRowRow>('RosterRow').implement({
  description: 'One row of an uploaded roster, its outcome and the reason.',
  fields: (t) => ({
    id: t.exposeID('id'),
    sheet: t.exposeInt('sheetNumber', { description: 'The number of its sheet.' }),
    sheetName: t.string({
      description: 'The name of its sheet.',
      resolve: async (row, _arguments, context) => (await sheetOf(context, row))?.name ?? '',
    }),
    row: t.exposeInt('rowNumber', { description: 'Its row number in the sheet.' }),
    outcome: t.field({
      type: RosterRowOutcomeEnum,
      description: 'Its outcome.',
      resolve: (row) => (row.outcome ?? 'WAITING') as RosterRowOutcome,
    }),
    name: t.exposeString('name'),
    cells: t.stringList({
      description: 'As they were sent.',
      resolve: async (row, _arguments, context) => {
        const cells = await openCells(context.parts.keyring, row, row.sealedCells);
        return wordsOf(context, row.importId, cells, (await sheetOf(context, row))?.mapping ?? {});
      },
    }),
    correction: t.stringList({
      nullable: true,
      description: 'The cells as corrected by hand, if they were.',
      resolve: async (row, _arguments, context) => {
        if (row.sealedCorrection === null) return null;
        const cells = await openCorrection(context.parts.keyring, row, row.sealedCorrection);
        return wordsOf(context, row.importId, cells, (await sheetOf(context, row))?.mapping ?? {});
      },
    }),
    reasons: t.field({
      type: ['Problem'],
      description: 'Why it is not imported.',
      resolve: (row) => row.reasons as unknown as Problem[],
    }),
    readings: t.exposeStringList('readings', { description: 'Values read differently from how they are written.' }),
    householdId: t.exposeID('householdId', {
      nullable: true,
      description: 'The household created from it, or matching it.',
    }),
    differences: t.field({
      type: [RosterDifference],
      description: 'The differences from the register, side by side, if the row awaits a decision.',
      resolve: async (row, _arguments, context) => [...(await differencesShown(context, row))],
    }),
    decidedWhy: t.string({
      nullable: true,
      description: 'Why its differences were used or not; for those who do the casework, each reading is audited.',
      resolve: (row, _arguments, context) =>
        readWordsInLanguage(
          context,
          row.householdId ?? row.id,
          row.decidedWhy,
          wordsPlace('roster_row', 'decided_why', row),
        ),
    }),
    decidedBy: t.exposeString('decidedByName', { nullable: true, description: 'Who decided it.' }),
    decidedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was decided; null before.',
      resolve: ({ decidedAt }) => decidedAt,
    }),
    importId: t.exposeID('importId'),
    fileName: t.string({
      description: 'The original file name.',
      resolve: async (row, _arguments, context) => (await loadFile(context, row.importId))?.fileName ?? '',
    }),
  }),
});

/** A row that a reading would refuse. */
export interface RefusedRow {
  readonly sheet: number;
  readonly row: number;
  readonly cells: readonly string[];
  readonly reasons: readonly Problem[];
}

/** The first rows that a reading would refuse, read again for their reasons. */
export async function refusedRowsOf(context: CaseRecordsContext, importId: string): Promise<readonly RefusedRow[]> {
  const file = await loadFile(context, importId);
  const rows = await loadRefusedRows(context, importId);
  const today = localDateAt(context.parts.clock());
  return Promise.all(
    rows.map(async (row) => {
      const sheet = file?.sheets.get(row.sheetNumber);
      const cells = await openCells(context.parts.keyring, row, row.sealedCells);
      const place = { row: row.rowNumber, width: sheet?.width ?? 1, householdSize: file?.householdSize ?? null };
      return {
        sheet: row.sheetNumber,
        row: row.rowNumber,
        cells: await wordsOf(context, importId, cells, sheet?.mapping ?? {}),
        reasons: readRosterRow(cells, sheet?.mapping ?? {}, today, place).reasons,
      };
    }),
  );
}

export const RosterRefusedRow = builder.objectRef<RefusedRow>('RosterRefusedRow').implement({
  description: 'A row that would be refused as it is, before the import.',
  fields: (t) => ({
    sheet: t.exposeInt('sheet', { description: 'The number of its sheet.' }),
    row: t.exposeInt('row', { description: 'Its row number in the sheet.' }),
    cells: t.stringList({ description: 'From column A on.', resolve: ({ cells }) => [...cells] }),
    reasons: t.field({
      type: ['Problem'],
      description: 'Why it would be refused; empty for a duplicate of an earlier row.',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
});

export const RosterRowPage = pageType(builder, 'RosterRowPage', RosterRow, {
  items: ({ where, page }: AskedPage<Prisma.RosterRowWhereInput>, context) =>
    context.tx.rosterRow.findMany({ where, ...page, orderBy: [{ sheetNumber: 'asc' }, { rowNumber: 'asc' }] }),
  total: (where, context) => context.tx.rosterRow.count({ where }),
});

/** The rows of an import, filtered by outcome if given. */
export const rowsOf = (
  importId: string,
  asked: { readonly outcome?: RosterRowOutcome | null | undefined; readonly rowId?: string | null | undefined },
  page: Parameters<typeof pageOf>[0],
): AskedPage<Prisma.RosterRowWhereInput> => ({
  where: {
    importId,
    ...(asked.outcome && { outcome: asked.outcome === 'WAITING' ? null : asked.outcome }),
    ...(asked.rowId && isUuid(asked.rowId) && { id: asked.rowId }),
  },
  page: pageOf(page),
});

builder.objectField(Household, 'rosterRow', (t) =>
  t.field({
    type: RosterRow,
    nullable: true,
    description: 'The roster row that the household was created from.',
    resolve: async (household, _arguments, context) =>
      household.rosterRowId === null ? null : ((await loadRosterRow(context, household.rosterRowId)) ?? null),
  }),
);
