import { open, readFile } from 'node:fs/promises';
import { refuse } from '@nuangong/primitives';
import type { Problem, Result } from '@nuangong/primitives';
import { openCsv } from './csv/open-csv.ts';
import { detectCompound, detectContent, DOCUMENT, SLIDES } from './detect-content.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Limits } from './limits.ts';
import { emptyFile, fileTooLarge, notASpreadsheet, oldFormat, passwordProtected } from './refusals.ts';
import type { Workbook } from './workbook.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

/** The size in bytes and the first 4 KB of a file. */
async function beginningOf(path: string): Promise<{ size: number; head: Uint8Array }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return { size, head: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

/**
 * Opens a spreadsheet by its content, not by its name: .xlsx (ordinary or strict) or separated text in UTF-8, GB18030
 * or UTF-16. Refuses, in terms that a clerk understands, with FILE_TOO_LARGE (before it is read), EMPTY_FILE,
 * NOT_A_SPREADSHEET, PASSWORD_PROTECTED, OLD_FORMAT, ZIP_BOMB, XML_ENTITIES, CELL_TOO_LONG, DAMAGED_WORKBOOK,
 * UNKNOWN_ENCODING, NO_VISIBLE_SHEET. Faults found only while reading rows are thrown there as `SpreadsheetRefused`.
 */
export async function openWorkbook(path: string, limits: Partial<Limits> = {}): Promise<Result<Workbook>> {
  const inForce: Limits = { ...DEFAULT_LIMITS, ...limits };
  const { size, head } = await beginningOf(path);
  if (size > inForce.fileBytes) return refuse(fileTooLarge(size, inForce.fileBytes));
  const content = detectContent(head);
  switch (content.kind) {
    case 'empty':
      return refuse(emptyFile());
    case 'zip':
      return openXlsx(path, inForce);
    case 'compound':
      return refuse(refusalOfCompound(await readFile(path)));
    case 'text':
      return openCsv(path, head, inForce);
    case 'other':
      return refuse(notASpreadsheet(content.what));
  }
}

function refusalOfCompound(file: Uint8Array): Problem {
  switch (detectCompound(file)) {
    case 'encrypted':
      return passwordProtected();
    case 'document':
      return notASpreadsheet(DOCUMENT);
    case 'slides':
      return notASpreadsheet(SLIDES);
    case 'table':
      return oldFormat();
  }
}
