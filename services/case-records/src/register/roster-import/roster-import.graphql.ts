import type { Problem } from '@nuangong/primitives';
import { pageOf, pageType, type AskedPage, requirePermission } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type {
  Prisma,
  RosterImport as RosterImportRow,
  RosterSheet as RosterSheetRow,
} from '../../generated/prisma/client.ts';
import { markedFileName } from './mark-roster.ts';
import { RosterImportStatusEnum, RosterRowOutcomeEnum } from './roster-enums.graphql.ts';
import type { RosterImportStatus } from './own-import.ts';
import { loadImport, loadSheets } from './roster-loaders.ts';
import type { NoticeKind, RosterNotice } from './roster-outlook.ts';
import { refusedRowsOf, RosterRefusedRow, RosterRowPage, rowsOf } from './roster-row.graphql.ts';
import { previewOf, RosterColumnType, RosterPreviewRow, RosterSheet, SkippedRow } from './roster-sheet.graphql.ts';
import { columnsOf, type RowAt } from './roster-sheet.ts';
import type { SkippedRowNote } from './skipped-notes.ts';

const RosterRowAt = builder.objectRef<RowAt>('RosterRowAt').implement({
  description: 'The position of a row in the workbook.',
  fields: (t) => ({
    sheet: t.exposeInt('sheet', { description: 'The number of its sheet.' }),
    row: t.exposeInt('row', { description: 'Its row number in the sheet.' }),
  }),
});

const RosterNoticeKind = builder.enumType('RosterNoticeKind', {
  description: 'The kind of a notice about bank accounts in a roster.',
  values: {
    ACCOUNT_SHARED: { value: 'ACCOUNT_SHARED', description: 'Several households share one account.' },
    ACCOUNTS_CONSECUTIVE: {
      value: 'ACCOUNTS_CONSECUTIVE',
      description: 'Account numbers are consecutive, as if auto-filled.',
    },
    ACCOUNT_CHECK_DIGIT: {
      value: 'ACCOUNT_CHECK_DIGIT',
      description: 'The check digit of card numbers is wrong.',
    },
  } satisfies Record<NoticeKind, object>,
});

const RosterNoticeType = builder.objectRef<RosterNotice>('RosterNotice').implement({
  description: 'Rows whose accounts should be checked; they are imported nevertheless.',
  fields: (t) => ({
    kind: t.field({ type: RosterNoticeKind, description: 'The kind of notice.', resolve: ({ kind }) => kind }),
    rows: t.field({ type: [RosterRowAt], description: 'The first of them.', resolve: ({ rows }) => [...rows] }),
    count: t.exposeInt('count', { description: 'The number of rows concerned.' }),
    account: t.exposeString('account', { nullable: true, description: 'The account that they share, masked.' }),
  }),
});

/** The first sheet that is read; a file of one sheet has no other. */
async function firstSheet(context: CaseRecordsContext, roster: RosterImportRow): Promise<RosterSheetRow | undefined> {
  return (await loadSheets(context, roster.id)).find(({ state }) => state === 'READ');
}

export const RosterImport = builder.objectRef<RosterImportRow>('RosterImport').implement({
  description: 'A roster uploaded as a spreadsheet: read, mapped, imported.',
  fields: (t) => ({
    id: t.exposeID('id'),
    fileName: t.exposeString('fileName', { description: 'The original file name.' }),
    status: t.field({
      type: RosterImportStatusEnum,
      description: 'Its status.',
      resolve: ({ status }) => status as RosterImportStatus,
    }),
    sheets: t.field({
      type: [RosterSheet],
      description: 'All sheets of the workbook, including those not read.',
      resolve: async (roster, _arguments, context) => [...(await loadSheets(context, roster.id))],
    }),
    takeHidden: t.exposeBoolean('takeHidden', { description: 'Whether rows hidden in the workbook are included.' }),
    householdSize: t.exposeInt('householdSize', {
      nullable: true,
      description: 'The size of every household, if the file has no column for it and the clerk entered one.',
    }),
    sheetName: t.string({
      nullable: true,
      description: 'The name of the first sheet that is read.',
      resolve: async (roster, _arguments, context) => (await firstSheet(context, roster))?.name ?? null,
    }),
    headerRow: t.int({
      nullable: true,
      description: 'The row of its headings.',
      resolve: async (roster, _arguments, context) => (await firstSheet(context, roster))?.headerRow ?? null,
    }),
    columns: t.field({
      type: [RosterColumnType],
      description: 'Its columns.',
      resolve: async (roster, _arguments, context) => {
        const sheet = await firstSheet(context, roster);
        return sheet === undefined ? [] : [...columnsOf(sheet)];
      },
    }),
    preview: t.field({
      type: [RosterPreviewRow],
      description: 'Its first rows of data.',
      resolve: async (roster, _arguments, context) => {
        const sheet = await firstSheet(context, roster);
        return sheet === undefined ? [] : previewOf(context, sheet);
      },
    }),
    skipped: t.field({
      type: [SkippedRow],
      description: 'The number of rows that are not data.',
      resolve: async (roster, _arguments, context) =>
        ((await firstSheet(context, roster))?.skipped ?? []) as unknown as SkippedRowNote[],
    }),
    rowsTotal: t.exposeInt('rowsTotal', { description: 'The rows to import, of the chosen sheets.' }),
    rowsDone: t.exposeInt('rowsDone', { description: 'Rows with an outcome.' }),
    accepted: t.exposeInt('accepted', { description: 'Rows whose household was registered.' }),
    rejected: t.exposeInt('rejected', { description: 'Rows not imported.' }),
    alreadyPresent: t.exposeInt('alreadyPresent', {
      description: 'Rows of households already registered with the same data.',
    }),
    differing: t.exposeInt('differing', {
      description: 'Rows that differ from the register and await a decision.',
    }),
    changed: t.exposeInt('changed', { description: 'Rows from which the register was updated.' }),
    expectedRejected: t.exposeInt('expectedRejected', {
      nullable: true,
      description:
        'The number of rows that would be refused as they are; null while they are being read, or if a column must be matched first.',
    }),
    refusedRows: t.field({
      type: [RosterRefusedRow],
      description: 'The first of them with their reasons.',
      resolve: async (roster, _arguments, context) => [...(await refusedRowsOf(context, roster.id))],
    }),
    notices: t.field({
      type: [RosterNoticeType],
      description: 'Notices about bank accounts to check.',
      resolve: (roster) => roster.notices as unknown as RosterNotice[],
    }),
    problems: t.field({
      type: ['Problem'],
      description: 'Why the file cannot be read, or why the import failed.',
      resolve: (roster) => roster.problems as unknown as Problem[],
    }),
    rows: t.field({
      type: RosterRowPage,
      description: 'Its rows, by sheet and number.',
      args: {
        outcome: t.arg({ type: RosterRowOutcomeEnum, description: 'Only rows of this outcome.' }),
        rowId: t.arg.id({ description: 'Only this row, for example the one that a household came from.' }),
        page: t.arg.int(),
        perPage: t.arg.int(),
      },
      resolve: (roster, { outcome, rowId, ...page }) => rowsOf(roster.id, { outcome, rowId }, page),
    }),
    uploadedAt: t.field({
      type: 'Instant',
      description: 'When it was uploaded.',
      resolve: (roster) => roster.uploadedAt,
    }),
    uploadedBy: t.exposeString('uploadedByName', {
      description: 'Who uploaded it, under the name they had at that time.',
    }),
    isPutAway: t.boolean({
      description: 'Whether it is hidden from the list.',
      resolve: ({ putAwayAt }) => putAwayAt !== null,
    }),
    markedFileUrl: t.string({
      nullable: true,
      description: 'The path of the same workbook with rejected rows marked, if there are any.',
      resolve: (roster) => (roster.rejected > 0 ? `/files/case-records/rosters/${roster.id}/marked` : null),
    }),
    markedFileName: t.string({
      description: 'The file name of the marked copy.',
      resolve: ({ fileName }) => markedFileName(fileName, /\.(?:csv|txt|tsv)$/i.test(fileName) ? '.csv' : '.xlsx'),
    }),
  }),
});

const RosterImportPage = pageType(builder, 'RosterImportPage', RosterImport, {
  items: ({ where, page }: AskedPage<Prisma.RosterImportWhereInput>, context) =>
    context.tx.rosterImport.findMany({ where, ...page, orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }] }),
  total: (where, context) => context.tx.rosterImport.count({ where }),
});

builder.queryField('rosterImport', (t) =>
  t.field({
    type: RosterImport,
    nullable: true,
    description: 'One import of a roster.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'household.read');
      return (await loadImport(context, id)) ?? null;
    },
  }),
);

const RosterImportPlace = builder.enumType('RosterImportPlace', {
  description: 'Whether imports are listed or hidden from the list.',
  values: {
    LISTED: { value: 'LISTED', description: 'Listed.' },
    PUT_AWAY: { value: 'PUT_AWAY', description: 'Hidden from the list.' },
  },
});

const RosterImportFilter = builder.inputType('RosterImportFilter', {
  fields: (t) => ({ place: t.field({ type: RosterImportPlace, description: 'Listed ones if left out.' }) }),
});

builder.queryField('rosterImports', (t) =>
  t.field({
    type: RosterImportPage,
    description: 'Roster imports, latest first.',
    args: { filter: t.arg({ type: RosterImportFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'household.read');
      return { where: { putAwayAt: filter?.place === 'PUT_AWAY' ? { not: null } : null }, page: pageOf(page) };
    },
  }),
);
