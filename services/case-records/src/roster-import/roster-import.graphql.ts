import { maskBankAccount, maskIdentityNumber, maskPhone, type Problem } from '@nuangong/primitives';
import { permits } from '@nuangong/access';
import { commandResult, createBatchLoader, createReadingAudit, loadManyBy, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { isUuid } from '@nuangong/primitives';
import { builder, type CaseRecordsContext } from '../builder.ts';
import type { Prisma, RosterImport as RosterImportRow, RosterRow as RosterRowRow } from '../generated/prisma/client.ts';
import { Household } from '../household/household.graphql.ts';
import { cancelRosterImport, mapRosterColumns, startRosterImport } from './change-roster-import.ts';
import { correctRosterRow } from './correct-roster-row.ts';
import { mappingOf, rosterFields, type RosterColumn, type RosterMapping } from './roster-columns.ts';
import { cellText } from './roster-row.ts';
import type { SkippedRowNote } from './stage-roster.ts';
import { openCells } from './staged-cells.ts';

const loadImport = loadOneBy<CaseRecordsContext, RosterImportRow>(
  (row) => row.id,
  (context, ids) => context.tx.rosterImport.findMany({ where: { id: { in: ids.filter(isUuid) } } }),
);

const loadRosterRow = loadOneBy<CaseRecordsContext, RosterRowRow>(
  (row) => row.id,
  (context, ids) => context.tx.rosterRow.findMany({ where: { id: { in: [...ids] } } }),
);

/** The rows shown before an import, of every import of a page in one statement. */
const loadPreview = loadManyBy<CaseRecordsContext, RosterRowRow>(
  (row) => row.importId,
  (context, ids) =>
    context.tx.$queryRaw<RosterRowRow[]>`
      select r.id, r.organization_path as "organizationPath", r.import_id as "importId", r.row_number as "rowNumber", r.sealed_cells as "sealedCells"
      from roster_import i join roster_row r on r.import_id = i.id and r.row_number = any(i.preview_rows)
      where i.id = any(${[...ids]}::uuid[]) order by r.row_number`,
);

const auditReading = createReadingAudit<CaseRecordsContext>('roster.read-cells', 'RosterImport');

const columnsOf = (roster: RosterImportRow): readonly RosterColumn[] =>
  roster.columns as unknown as readonly RosterColumn[];

/**
 * The words of a row's cells: whole for those who handle rosters, their reading audited once for an import and request;
 * numbers of people masked for everybody else.
 */
async function wordsOf(context: CaseRecordsContext, row: RosterRowRow, mapping: RosterMapping): Promise<string[]> {
  const words = (await openCells(context.parts.keyring, row, row.sealedCells)).map(cellText);
  if (permits(context.actor.roles, 'roster.import')) {
    await auditReading(context, row.importId);
    return words;
  }
  const masks = [
    [mapping.IDENTITY, maskIdentityNumber],
    [mapping.PHONE, maskPhone],
    [mapping.BANK_ACCOUNT, maskBankAccount],
  ] as const;
  for (const [place, mask] of masks) {
    const word = place === undefined ? undefined : words[place];
    if (place !== undefined && word !== undefined) words[place] = mask(word);
  }
  return words;
}

const RosterColumnType = builder.objectRef<RosterColumn>('RosterColumn').implement({
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'From 0: the place in a row’s cells.' }),
    heading: t.exposeString('heading'),
    field: t.exposeString('field', { nullable: true }),
  }),
});

const RosterPreviewRow = builder.objectRef<{ row: number; cells: string[] }>('RosterPreviewRow').implement({
  fields: (t) => ({ row: t.exposeInt('row'), cells: t.exposeStringList('cells') }),
});

const SkippedRow = builder.objectRef<SkippedRowNote>('SkippedRow').implement({
  fields: (t) => ({
    row: t.exposeInt('row'),
    why: t.exposeString('why'),
    whyEn: t.exposeString('whyEn'),
    text: t.exposeString('text'),
  }),
});

interface MappedFile {
  readonly mapping: RosterMapping;
  readonly fileName: string;
}

const loadMapping = createBatchLoader<CaseRecordsContext, MappedFile>(async (context, ids) => {
  const rosters = await Promise.all(ids.map((id) => loadImport(context, id)));
  return new Map(
    rosters.flatMap((roster) =>
      roster === undefined ? [] : [[roster.id, { mapping: mappingOf(columnsOf(roster)), fileName: roster.fileName }]],
    ),
  );
});

const RosterRow = builder.objectRef<RosterRowRow>('RosterRow').implement({
  description: 'One row of an uploaded roster, what became of it and why.',
  fields: (t) => ({
    id: t.exposeID('id'),
    row: t.exposeInt('rowNumber'),
    outcome: t.string({ resolve: (row) => row.outcome ?? 'WAITING' }),
    name: t.exposeString('name'),
    cells: t.stringList({
      resolve: async (row, _arguments, context) =>
        wordsOf(context, row, (await loadMapping(context, row.importId))?.mapping ?? {}),
    }),
    reasons: t.field({ type: ['Problem'], resolve: (row) => row.reasons as unknown as Problem[] }),
    readings: t.exposeStringList('readings'),
    householdId: t.exposeID('householdId', { nullable: true }),
    importId: t.exposeID('importId'),
    fileName: t.string({
      resolve: async (row, _arguments, context) => (await loadMapping(context, row.importId))?.fileName ?? '',
    }),
  }),
});

interface RosterRowPageShape {
  readonly where: Prisma.RosterRowWhereInput;
  readonly page: { readonly skip: number; readonly take: number };
}

const RosterRowPage = builder.objectRef<RosterRowPageShape>('RosterRowPage').implement({
  fields: (t) => ({
    items: t.field({
      type: [RosterRow],
      resolve: ({ where, page }, _arguments, context) =>
        context.tx.rosterRow.findMany({ where, ...page, orderBy: { rowNumber: 'asc' } }),
    }),
    total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.rosterRow.count({ where }) }),
  }),
});

const RosterImport = builder.objectRef<RosterImportRow>('RosterImport').implement({
  description: 'A roster uploaded as a spreadsheet: read, mapped, imported.',
  fields: (t) => ({
    id: t.exposeID('id'),
    fileName: t.exposeString('fileName'),
    status: t.exposeString('status', { description: 'UPLOADED, READY, RUNNING, DONE, CANCELLED or REFUSED' }),
    sheetName: t.exposeString('sheetName', { nullable: true }),
    headerRow: t.exposeInt('headerRow', { nullable: true }),
    columns: t.field({ type: [RosterColumnType], resolve: (roster) => [...columnsOf(roster)] }),
    preview: t.field({
      type: [RosterPreviewRow],
      resolve: async (roster, _arguments, context) => {
        const mapping = mappingOf(columnsOf(roster));
        const rows = await loadPreview(context, roster.id);
        return Promise.all(
          rows.map(async (row) => ({ row: row.rowNumber, cells: await wordsOf(context, row, mapping) })),
        );
      },
    }),
    skipped: t.field({ type: [SkippedRow], resolve: (roster) => roster.skipped as unknown as SkippedRowNote[] }),
    rowsTotal: t.exposeInt('rowsTotal'),
    rowsDone: t.exposeInt('rowsDone'),
    accepted: t.exposeInt('accepted'),
    rejected: t.exposeInt('rejected'),
    alreadyPresent: t.exposeInt('alreadyPresent'),
    problems: t.field({ type: ['Problem'], resolve: (roster) => roster.problems as unknown as Problem[] }),
    rows: t.field({
      type: RosterRowPage,
      args: { outcome: t.arg.string(), page: t.arg.int(), perPage: t.arg.int() },
      resolve: (roster, { outcome, ...page }) => ({
        where: { importId: roster.id, ...(outcome && { outcome }) },
        page: pageOf(page),
      }),
    }),
    uploadedAt: t.field({ type: 'Instant', resolve: (roster) => roster.uploadedAt }),
    uploadedBy: t.exposeString('uploadedByName'),
    markedFileUrl: t.string({
      nullable: true,
      resolve: (roster) => (roster.rejected > 0 ? `/files/case-records/rosters/${roster.id}/marked` : null),
    }),
  }),
});

builder.objectField(Household, 'rosterRow', (t) =>
  t.field({
    type: RosterRow,
    nullable: true,
    description: 'The row of the roster that the household came from.',
    resolve: async (household, _arguments, context) =>
      household.rosterRowId === null ? null : ((await loadRosterRow(context, household.rosterRowId)) ?? null),
  }),
);

interface RosterImportPageShape {
  readonly page: { readonly skip: number; readonly take: number };
}

const RosterImportPage = builder.objectRef<RosterImportPageShape>('RosterImportPage').implement({
  fields: (t) => ({
    items: t.field({
      type: [RosterImport],
      resolve: ({ page }, _arguments, context) =>
        context.tx.rosterImport.findMany({ ...page, orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }] }),
    }),
    total: t.int({ resolve: (_page, _arguments, context) => context.tx.rosterImport.count() }),
  }),
});

builder.queryField('rosterImport', (t) =>
  t.field({
    type: RosterImport,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'household.read');
      return (await loadImport(context, id)) ?? null;
    },
  }),
);

builder.queryField('rosterImports', (t) =>
  t.field({
    type: RosterImportPage,
    args: { page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, page, context) => {
      requirePermission(context, 'household.read');
      return { page: pageOf(page) };
    },
  }),
);

const RosterFieldEnum = builder.enumType('RosterField', { values: rosterFields });

const MapRosterColumnInput = builder.inputType('MapRosterColumnInput', {
  fields: (t) => ({ index: t.int({ required: true }), field: t.field({ type: RosterFieldEnum }) }),
});

const MapRosterColumnsInput = builder.inputType('MapRosterColumnsInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    columns: t.field({ type: [MapRosterColumnInput], required: true }),
  }),
});

const StartRosterImportInput = builder.inputType('StartRosterImportInput', {
  fields: (t) => ({ importId: t.id({ required: true }) }),
});
const CancelRosterImportInput = builder.inputType('CancelRosterImportInput', {
  fields: (t) => ({ importId: t.id({ required: true }) }),
});

const RosterValueInput = builder.inputType('RosterValueInput', {
  fields: (t) => ({ field: t.field({ type: RosterFieldEnum, required: true }), value: t.string({ required: true }) }),
});

const CorrectRosterRowInput = builder.inputType('CorrectRosterRowInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    row: t.int({ required: true }),
    values: t.field({ type: [RosterValueInput], required: true }),
  }),
});

builder.mutationFields((t) => ({
  mapRosterColumns: t.field({
    type: commandResult(builder, 'MapRosterColumnsResult', 'rosterImport', RosterImport),
    args: { input: t.arg({ type: MapRosterColumnsInput, required: true }) },
    resolve: (_root, { input }, context) => mapRosterColumns(context, input),
  }),
  startRosterImport: t.field({
    type: commandResult(builder, 'StartRosterImportResult', 'rosterImport', RosterImport),
    args: { input: t.arg({ type: StartRosterImportInput, required: true }) },
    resolve: (_root, { input }, context) => startRosterImport(context, input),
  }),
  cancelRosterImport: t.field({
    type: commandResult(builder, 'CancelRosterImportResult', 'rosterImport', RosterImport),
    args: { input: t.arg({ type: CancelRosterImportInput, required: true }) },
    resolve: (_root, { input }, context) => cancelRosterImport(context, input),
  }),
  correctRosterRow: t.field({
    type: commandResult(builder, 'CorrectRosterRowResult', 'rosterRow', RosterRow),
    args: { input: t.arg({ type: CorrectRosterRowInput, required: true }) },
    resolve: (_root, { input }, context) => correctRosterRow(context, input),
  }),
}));
