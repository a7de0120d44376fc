export * from './cell.ts';
export { DEFAULT_LIMITS } from './limits.ts';
export type { Limits } from './limits.ts';
export { openWorkbook } from './open-workbook.ts';
export { SpreadsheetRefused } from './refusals.ts';
export type { Sheet, SheetState, TextEncodingName, Workbook } from './workbook.ts';
