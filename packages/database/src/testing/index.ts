export {
  createTestDatabase,
  createTestEmptyDatabase,
  layFoundation,
  migrateBefore,
  type TestDatabase,
} from './test-database.ts';
export { columnsThatDiffer } from './columns-that-differ.ts';
