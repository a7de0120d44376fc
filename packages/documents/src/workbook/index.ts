export { mostExported, serveOfficialList, serveOfficialSheet, serveTable, tooManyToExport } from './serve-workbook.ts';
