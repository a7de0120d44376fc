import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureQuery, type QueryMeasure } from './measure-query.ts';

const schema = buildSchema(`
  type Query { household: Household, households(page: Int, perPage: Int): HouseholdPage!, names: [String!]! }
  type Mutation { submit(ids: [ID!]!): Household }
  type HouseholdPage { items: [Household!]!, total: Int! }
  type Household { id: ID!, head: Household, members: [Household!]!, payments(perPage: Int): HouseholdPage! }
`);

function measure(text: string, variables: Readonly<Record<string, unknown>> = {}): QueryMeasure {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  return measureQuery(schema, document, operation as OperationDefinitionNode, variables);
}

const pageOf = (rows: number) => 1 + rows;

test('a page counts the rows it asks for, 50 by default, 200 at most, as literal or variable', () => {
  expect(measure('{ households { items { id } } }').rows).toBe(pageOf(50));
  expect(measure('{ households(perPage: 7) { items { id } total } }').rows).toBe(pageOf(7));
  expect(measure('query ($n: Int) { households(perPage: $n) { items { id } } }', { n: 9 }).rows).toBe(pageOf(9));
  for (const n of [1_000, 2_000_000_000])
    expect(measure(`{ households(perPage: ${n}) { items { id } } }`).rows).toBe(pageOf(200));
  for (const n of [0, -1]) expect(measure(`{ households(perPage: ${n}) { items { id } } }`).rows).toBe(pageOf(1));
});

test('rows of a list are multiplied by those below each of them', () => {
  expect(measure('{ households(perPage: 10) { items { payments(perPage: 20) { items { id } } } } }').rows).toBe(
    1 + 10 * (1 + 1 + 20),
  );
  expect(measure('{ household { members { members { id } } } }').rows).toBe(1 + 8 * (1 + 8));
  expect(measure('{ names }').rows).toBe(0);
});

test('entities count as many as there are representations', () => {
  const text = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Household { members { id } } } }';
  expect(measure(text, { of: [{}, {}, {}] }).rows).toBe(3 * (1 + 8));
});

test('fragments, inline fragments and aliases hide nothing', () => {
  const plain = measure('{ households(perPage: 10) { items { head { id } } } household { id } }');
  const hidden = measure(`
    query { ...all }
    fragment all on Query { ... on Query { households(perPage: 10) { ...page } } household { id } }
    fragment page on HouseholdPage { ... { items { ... on Household { head { ...id } } } } }
    fragment id on Household { id }`);
  expect(hidden).toEqual(plain);
  const aliased = measure('{ a: households { items { id } } b: households { items { x: id } } }');
  expect(aliased).toMatchObject({ aliases: 3, rootFields: 2, rows: 2 * pageOf(50) });
});

test('fragments that double each other are measured quickly', () => {
  const levels = 40;
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment f${level} on Household { a: head { ...f${level + 1} } b: head { ...f${level + 1} } }`,
  );
  const { rows, depth } = measure(
    `{ household { ...f0 } } ${fragments.join(' ')} fragment f${levels} on Household { id }`,
  );
  expect(rows).toBe(2 ** (levels + 1) - 1);
  expect(depth).toBe(levels + 2);
});

test('a larger query never measures less', () => {
  const selection = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constant('id'),
      tie('tree').map((inner) => `head { ${inner} }`),
      tie('tree').map((inner) => `members { ${inner} }`),
      fc
        .tuple(fc.integer({ min: 1, max: 200 }), tie('tree'))
        .map(([n, inner]) => `payments(perPage: ${n}) { items { ${inner} } }`),
    ),
  })).tree;
  fc.assert(
    fc.property(selection, selection, (one, more) => {
      const less = measure(`{ household { ${one} } }`);
      const both = measure(`{ household { ${one} x: head { ${more} } } }`);
      expect(both.rows).toBeGreaterThan(less.rows);
      expect(both.depth).toBeGreaterThanOrEqual(less.depth);
      expect(both.aliases).toBe(less.aliases + 1);
    }),
  );
});
