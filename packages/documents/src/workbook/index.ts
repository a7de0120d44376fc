export { serveOfficialList, serveOfficialSheet } from './serve-workbook.ts';
