import { buildSchema, execute, parse } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';

const schema = buildSchema(`
  type Query { households: [Household!]! }
  type Household { head: String! members: [Household!]! }
`);
const late = (): Promise<never> =>
  new Promise((_resolve, reject) => setTimeout(() => reject(new Error('the transaction is closed')), 5));
const atOnce = (): never => {
  throw new Error('not permitted');
};

let unheard: unknown[];
const hear = (reason: unknown): void => void unheard.push(reason);
beforeEach(() => {
  unheard = [];
  process.on('unhandledRejection', hear);
});
afterEach(() => process.off('unhandledRejection', hear));

test.each([
  ['in one list', '{ households { head } }', [{ head: late }, { head: atOnce }]],
  [
    'in a list within a list',
    '{ households { members { head } head } }',
    [
      { head: late, members: [{ head: late }, { head: atOnce }] },
      { head: atOnce, members: [] },
    ],
  ],
])(
  'given an item that fails immediately beside one that fails later, %s, then no unhandled rejection ends the process',
  async (_where, document, households) => {
    const { errors } = await execute({ schema, document: parse(document), rootValue: { households } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(errors).toHaveLength(1);
    expect(unheard).toEqual([]);
  },
);
