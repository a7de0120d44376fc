export { generateRosterWorkbook, inventedIdentityNumber } from './generate-roster-workbook.ts';
export { writeSheets } from './write-book.ts';
export type { SheetToWrite } from './write-book.ts';
