import { expect, test } from 'vitest';
import { keyColumnOf } from './sealed-columns.ts';

const column = { table: 't', column: 'sealed_text', organizationColumn: null, orPlain: false };

test('a table is traversed by its primary key when that is one column, else by id', () => {
  expect(keyColumnOf({ ...column, rowColumns: ['staff_id'] })).toBe('staff_id');
  expect(keyColumnOf({ ...column, rowColumns: ['import_id', 'row_number'] })).toBe('id');
});
