import type { OrganizationPath } from '@nuangong/access';
import { systemActor } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { cutText, problem, type Problem } from '@nuangong/primitives';
import {
  describeSkip,
  findHeader,
  openWorkbook,
  readAsClerk,
  SpreadsheetRefused,
  textOf,
  type Header,
  type Row,
  type Sheet,
  type SkippedRow,
  type Workbook,
} from '@nuangong/spreadsheet';
import type { RunningParts } from '../running-parts.ts';
import { withPlainFile } from '../stored-file/open-stored-file.ts';
import {
  rosterFields,
  rosterVocabulary,
  withRememberedFields,
  type RosterColumn,
  type RosterField,
} from './roster-columns.ts';
import { sealCells, stagedCells } from './staged-cells.ts';

const rowsPerBatch = 1000;
const previewRows = 8;
const skippedNamed = 200;

/** A row that was passed over, with its words. */
export interface SkippedRowNote {
  readonly row: number;
  readonly why: string;
  readonly whyEn: string;
  readonly text: string;
}

/**
 * Reads an uploaded roster into staged rows, in batches of 1,000 and never the whole of it in memory: UPLOADED becomes
 * READY with heading row, proposed columns, preview and what was skipped, or REFUSED with the reason. Begun again, it
 * starts over; what another process is reading already is left to it.
 */
export async function stageRoster(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  stopping: () => boolean = () => false,
): Promise<void> {
  const reader = await parts.database.pool.connect();
  try {
    const alone = await reader.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [importId],
    );
    if (alone.rows[0]?.locked !== true) return;
    await stageAlone(parts, importId, path, stopping);
  } finally {
    await reader.query('select pg_advisory_unlock_all()').then(
      () => reader.release(),
      () => reader.release(true),
    );
  }
}

async function stageAlone(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  stopping: () => boolean,
): Promise<void> {
  const identity = identityOf(systemActor(path));
  const { database } = parts;
  const roster = await database.transaction(identity, async (tx) => {
    const unread = await tx.rosterImport.findFirst({ where: { id: importId, status: 'UPLOADED' } });
    if (unread !== null) await tx.rosterRow.deleteMany({ where: { importId } });
    return unread;
  });
  if (roster === null) return;
  try {
    const staged = await withPlainFile(parts, roster.fileSha256, (file) =>
      readSheets(parts, { importId, path, file }, stopping),
    );
    if (staged === undefined) return;
    await database.transaction(identity, async (tx) => {
      const remembered = await tx.rosterMapping.findMany({
        where: { organizationPath: path, heading: { in: staged.columns.map((column) => column.heading) } },
      });
      const fields = new Map(
        remembered.map(({ heading, field }) => [heading, rosterFields.find((each) => each === field) ?? null]),
      );
      await tx.rosterImport.updateMany({
        where: { id: importId, status: 'UPLOADED' },
        data: { ...staged, status: 'READY', columns: withRememberedFields(staged.columns, fields) as object[] },
      });
    });
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error;
    await database.transaction(identity, (tx) =>
      tx.rosterImport.update({ where: { id: importId }, data: { status: 'REFUSED', problems: [error.problem] } }),
    );
  }
}

interface Staged {
  readonly sheetName: string;
  readonly headerRow: number;
  readonly columns: readonly RosterColumn[];
  readonly previewRows: number[];
  readonly skipped: object[];
  readonly rowsTotal: number;
}

async function readSheets(
  parts: RunningParts,
  roster: { readonly importId: string; readonly path: OrganizationPath; readonly file: string },
  stopping: () => boolean,
): Promise<Staged | undefined> {
  const opened = await openWorkbook(roster.file);
  if (!opened.ok) throw new SpreadsheetRefused(opened.problems[0] ?? headingsNotFound());
  try {
    const found = await findSheet(opened.value);
    if (found === undefined) throw new SpreadsheetRefused(headingsNotFound());
    return await stageSheet(parts, roster, found, stopping);
  } finally {
    await opened.value.close();
  }
}

interface FoundSheet {
  readonly sheet: Sheet;
  readonly header: Header<RosterField>;
}

async function findSheet(workbook: Workbook): Promise<FoundSheet | undefined> {
  for (const sheet of workbook.sheets) {
    const header = await findHeader(sheet.rows(), rosterVocabulary);
    if (header !== undefined) return { sheet, header };
  }
  return undefined;
}

async function stageSheet(
  parts: RunningParts,
  roster: { readonly importId: string; readonly path: OrganizationPath },
  { sheet, header }: FoundSheet,
  stopping: () => boolean,
): Promise<Staged | undefined> {
  const words = new RowWords();
  const skipped: SkippedRowNote[] = [];
  const preview: number[] = [];
  let batch: Row[] = [];
  let rowsTotal = 0;
  const flush = async (): Promise<void> => {
    await insertRows(parts, roster, batch);
    rowsTotal += batch.length;
    batch = [];
  };
  for await (const read of readAsClerk(words.watch(sheet.rows(), header.headerRow), header)) {
    if (read.kind === 'skipped') {
      if (skipped.length < skippedNamed) skipped.push(noteOf(read, words));
      continue;
    }
    if (preview.length < previewRows) preview.push(read.row.number);
    batch.push(read.row);
    if (batch.length < rowsPerBatch) continue;
    await flush();
    if (stopping()) return undefined;
  }
  if (batch.length > 0) await flush();
  return {
    sheetName: sheet.name,
    headerRow: header.headerRow,
    columns: header.columns.map(({ column, heading, field }) => ({ index: column - 1, heading, field: field ?? null })),
    previewRows: preview,
    skipped: [...header.skipped.map((each) => noteOf(each, words)), ...skipped],
    rowsTotal,
  };
}

/** Remembers the words of the rows above the headings and of the row just read, to show what was skipped. */
class RowWords {
  private readonly above = new Map<number, string>();
  private last: Row | undefined;

  async *watch(rows: AsyncIterable<Row>, headerRow: number): AsyncGenerator<Row, void> {
    for await (const row of rows) {
      this.last = row;
      if (row.number < headerRow) this.above.set(row.number, wordsOf(row));
      yield row;
    }
  }

  of(row: number): string {
    return this.last?.number === row ? wordsOf(this.last) : (this.above.get(row) ?? '');
  }
}

/** Numbers of people, long as they are, are not for the list of what was skipped, which is kept in plain. */
const longNumber = /\d{7,}[\dXx]*/gu;

function wordsOf(row: Row): string {
  const words = row.cells
    .map((cell) => textOf(cell).trim())
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(longNumber, (digits) => `${'*'.repeat(4)}${digits.slice(-4)}`);
  return cutText(words, 200);
}

function noteOf({ row, why }: SkippedRow, words: RowWords): SkippedRowNote {
  const reason = describeSkip(why);
  return { row, why: reason.zh, whyEn: reason.en, text: words.of(row) };
}

async function insertRows(
  parts: RunningParts,
  { importId, path }: { readonly importId: string; readonly path: OrganizationPath },
  rows: readonly Row[],
): Promise<void> {
  const sealed = rows.map((row) =>
    sealCells(parts.keyring, { organizationPath: path, importId, rowNumber: row.number }, stagedCells(row)),
  );
  await parts.database.sqlTransaction(identityOf(systemActor(path)), (client) =>
    client.query(
      `insert into roster_row (id, organization_path, import_id, row_number, sealed_cells)
       select id, $1, $2::uuid, row_number, sealed
       from unnest($3::uuid[], $4::int[], $5::text[]) as r(id, row_number, sealed)`,
      [path, importId, rows.map(() => newEventId()), rows.map((row) => row.number), sealed],
    ),
  );
}

const headingsNotFound = (): Problem =>
  problem('HEADINGS_NOT_FOUND', {
    zh: '没有认出表头：表头一行里要有“姓名”“身份证号码”等列名；改好列名或补一行表头，再重新上传',
    en: 'No row of headings was found (name, identity number …). Add one above the data and upload the file again.',
  });
