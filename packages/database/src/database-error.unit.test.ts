import { expect, test } from 'vitest';
import { databaseErrorOf } from './database-error.ts';

const thrown = (message: string, more: object): Error => Object.assign(new Error(message), more);
const prisma = (cause: object, code = 'P2010'): Error =>
  thrown('Invalid `prisma.fund.create()` invocation', {
    code,
    meta: { modelName: 'Fund', driverAdapterError: thrown('x', { cause }) },
  });
const told = (error: unknown) => {
  const found = databaseErrorOf(error);
  return found && [found.code, ...found.constraints];
};

test.each([
  [
    'node-pg',
    thrown('duplicate key value violates unique constraint "fund_name_once"', {
      code: '23505',
      constraint: 'fund_name_once',
      detail: 'Key (organization_path, year, name)=(51/, 2026, x) already exists.',
    }),
    ['23505', 'fund_name_once'],
  ],
  [
    'a key, from Prisma',
    prisma(
      {
        originalCode: '23505',
        originalMessage: 'x',
        kind: 'UniqueConstraintViolation',
        constraint: { index: 'fund_name_once' },
      },
      'P2002',
    ),
    ['23505', 'fund_name_once'],
  ],
  [
    'a check, from Prisma',
    prisma({
      originalCode: '23514',
      originalMessage: 'new row for relation "fund_balance" violates check constraint "fund_never_below_zero"',
      kind: 'postgres',
      code: '23514',
      detail: 'Failing row contains (organization_path).',
    }),
    ['23514', 'fund_balance', 'fund_never_below_zero'],
  ],
  [
    'a check, of a server that speaks Chinese',
    prisma({
      originalCode: '23514',
      originalMessage: '关系 "fund_balance" 的新列违反了检查约束 "fund_never_below_zero"',
      kind: 'postgres',
    }),
    ['23514', 'fund_balance', 'fund_never_below_zero'],
  ],
  [
    'a trigger’s refusal, which names others as it explains',
    prisma({
      originalCode: '23514',
      originalMessage: 'application_file_first: no aid of organization_path "fund_name_once"',
      kind: 'postgres',
    }),
    ['23514', 'application_file_first'],
  ],
  [
    'a trigger’s refusal, as a cause',
    thrown('failed', { cause: thrown('quota_is_held', { code: '23514' }) }),
    ['23514', 'quota_is_held'],
  ],
  [
    'a lost race',
    prisma({ originalCode: '40001', originalMessage: 'could not serialize access', kind: 'TransactionWriteConflict' }),
    ['40001'],
  ],
])('what PostgreSQL said is found in: %s', (_what, error, expected) => {
  expect(told(error)).toEqual(expected);
});

test.each([
  [
    'a mistake in a query, which quotes the row',
    thrown('Unknown argument `x` in { organization_path: "fund_name_once" }', { name: 'PrismaClientValidationError' }),
    undefined,
  ],
  ['Prisma’s own', thrown('fund_name_once', { code: 'P2025' }), undefined],
  [
    'a rule that is not about data',
    thrown('permission denied for table "fund_name_once"', { code: '42501' }),
    ['42501'],
  ],
  ['no error', 'fund_name_once', undefined],
])('and no rule of the data in: %s', (_what, error, expected) => {
  expect(told(error)).toEqual(expected);
});
