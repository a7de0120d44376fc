import { writeOfficialList, writeOfficialSheet, type OfficialList, type OfficialSheet } from '@nuangong/spreadsheet';
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

async function serveWorkbook(name: string, write: (path: string) => Promise<void>): Promise<ServedFile> {
  const { content, size } = await writeForAnswer(write);
  return { name: `${name}.xlsx`, type: fileTypes.xlsx, size, content };
}
