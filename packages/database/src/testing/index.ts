export { createTestDatabase, createTestEmptyDatabase, type TestDatabase } from './test-database.ts';
export { columnsThatDiffer } from './columns-that-differ.ts';
