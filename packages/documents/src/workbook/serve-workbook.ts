import { problem, type Problem } from '@nuangong/primitives';
import {
  writeOfficialList,
  writeOfficialSheet,
  writeTable,
  type OfficialList,
  type OfficialSheet,
  type Table,
} from '@nuangong/spreadsheet';
import { fileTypes } from '../serve/file-headers.ts';
import type { ServedFile } from '../serve/file-routes.ts';
import { writeForAnswer } from '../store/written-file.ts';

/** A list in official layout as .xlsx; a long one is written to the disk while it is read, never held in memory. */
export function serveOfficialList(name: string, list: OfficialList): Promise<ServedFile> {
  return serveWorkbook(name, (path) => writeOfficialList(path, list));
}

/** A statutory table as .xlsx, as it is printed and stamped. */
export function serveOfficialSheet(name: string, sheet: OfficialSheet): Promise<ServedFile> {
  return serveWorkbook(name, (path) => writeOfficialSheet(path, sheet));
}

/** The most rows in the export of a list. */
export const mostExported = 50_000;

/** A list has more rows than one export takes. */
export const tooManyToExport = (rows: number): Problem =>
  problem('TOO_MANY_TO_EXPORT', {
    zh: `列表有 ${rows} 行，一次最多导出 ${mostExported} 行，先筛选再导出`,
    en: `The list has ${rows} rows and one export takes at most ${mostExported}. Narrow it first.`,
  });

/** A list of the console as .xlsx; it is written to the disk while it is read. */
export function serveTable(name: string, table: Table): Promise<ServedFile> {
  return serveWorkbook(name, (path) => writeTable(path, table));
}

async function serveWorkbook(name: string, write: (path: string) => Promise<void>): Promise<ServedFile> {
  const { content, size } = await writeForAnswer(write);
  return { name: `${name}.xlsx`, type: fileTypes.xlsx, size, content };
}
