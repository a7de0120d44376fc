export { createTestDatabase, createTestEmptyDatabase, layFoundation, type TestDatabase } from './test-database.ts';
export { columnsThatDiffer } from './columns-that-differ.ts';
