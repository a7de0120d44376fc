import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fastifyApollo from '@as-integrations/fastify';
import fc from 'fast-check';
import Fastify, { type FastifyInstance } from 'fastify';
import { GraphQLError, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markDataAlone } from '@nuangong/subgraph';
import { addressOf, startTestGateway, type TestGateway } from './testing/test-gateway.ts';

const register = `
  type Query { household(id: ID!): Household, households(perPage: Int): [Household!]!, named: Named, secret: String! }
  enum Status { ACTIVE CLOSED }
  interface Named { name: String! }
  scalar Json
  type Household implements Named @key(fields: "id") {
    id: ID!, name: String!, status: Status!, size(atLeast: Int = 2): Int!, income: Float, any: Json, head: Household,
    members: [Member!]!, refused: String, missing: String, demanded: Member }
  type Member { name: String!, age: Int, tags: [String!]!, empty: String! }
`;
const money = `
  type Household @key(fields: "id") { id: ID!, paid: String! }
`;

const idOf = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
const member = (name: string) => ({ name, age: name.length * 20, tags: ['困难', '"\\\u2028'], empty: null });

/** A household made of its number; each third one has a field that is refused. */
function household(index: number): object {
  return {
    __typename: 'Household',
    id: idOf(index),
    name: `第${index}户 🏠`,
    status: index % 2 === 0 ? 'ACTIVE' : 'CLOSED',
    size: ({ atLeast }: { atLeast: number }) => index + atLeast,
    income: index / 3,
    any: { 2: 'two', 1: ['one', null], text: '\u0007"' },
    head: () => (index > 5 ? null : household(index + 1)),
    members: [member('王秀英'), member('李强')],
    refused: () => {
      if (index % 3 === 0) throw new GraphQLError('没有', { extensions: { code: 'FORBIDDEN', zh: '没有', en: 'no' } });
      return '有';
    },
    missing: null,
    demanded: () => member('赵'),
  };
}

const roots = {
  household: (_root: unknown, { id }: { id: string }) => household(Number(id.slice(-2))),
  households: (_root: unknown, { perPage }: { perPage?: number }) =>
    Array.from({ length: perPage ?? 3 }, (_, index) => household(index + 1)),
  named: () => household(1),
  secret: () => {
    throw new GraphQLError('没有', { extensions: { code: 'FORBIDDEN', zh: '没有', en: 'no', secret: 'x' } });
  },
};

/** What the first subgraph was sent. */
const sent: string[] = [];
const servers: FastifyInstance[] = [];
let gateway: TestGateway;

async function serve(typeDefs: string, resolvers: object) {
  const server = Fastify({ forceCloseConnections: true });
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as never });
  const apollo = new ApolloServer({ schema, plugins: [markDataAlone()] });
  await apollo.start();
  await server.register(fastifyApollo(apollo));
  if (typeDefs === register) {
    server.addHook('preHandler', async ({ body }) => void sent.push(String(Reflect.get(Object(body), 'query'))));
  }
  await server.listen({ host: '127.0.0.1', port: 0 });
  servers.push(server);
  return { typeDefs, address: addressOf(server.server) };
}

beforeAll(async () => {
  const ofMoney = { Household: { paid: () => '300.00' } };
  gateway = await startTestGateway(
    { register: await serve(register, { Query: roots }), money: await serve(money, ofMoney) },
    { AUTHENTICATION: 'none', RATE_PER_ADDRESS: '0' },
  );
});
afterAll(async () => {
  await gateway?.stop();
  for (const server of servers) await server.close();
});

const variables = { id: idOf(3), yes: true, no: false, perPage: 4 };

/** Asks twice: the first answer was shaped by the executor, which also decides whether the second may pass. */
async function askTwice(query: string) {
  const ask = () => gateway.ask(query, {}, { variables });
  const shaped = await ask();
  sent.length = 0;
  const second = await ask();
  return { shaped, second, hasPassed: sent[0] === query, asked: sent.length };
}

const leaf = fc.constantFrom(
  ...'id name status size income any missing refused __typename'.split(' '),
  's: size(atLeast: 7)',
  'a: id',
  'name @include(if: $yes)',
  'status @skip(if: $yes)',
  'c: size @include(if: $no)',
  'members { name tags }',
  'members { age } members { name }',
  'members { name t: tags @skip(if: $no) }',
  'demanded { name }',
  'demanded { empty }',
);
const { selection } = fc.letrec<{ selection: string }>((tie) => ({
  selection: fc
    .array(
      fc.oneof(
        { arbitrary: leaf, weight: 40 },
        { arbitrary: tie('selection').map((inner) => `head { ${inner} }`), weight: 8 },
        { arbitrary: tie('selection').map((inner) => `... on Household { ${inner} }`), weight: 1 },
        { arbitrary: tie('selection').map((inner) => `... @include(if: $yes) { ${inner} }`), weight: 1 },
        { arbitrary: fc.constant('...shared'), weight: 8 },
        { arbitrary: fc.constantFrom('paid', 't: __typename'), weight: 1 },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(' ')),
}));
const root = fc.constantFrom('household(id: $id)', 'households(perPage: $perPage)', 'households', 'x: households');
const document = fc
  .tuple(fc.array(fc.tuple(root, selection), { minLength: 1, maxLength: 3 }), selection)
  .filter(([fields]) => new Set(fields.map(([field]) => field.split('(')[0])).size === fields.length)
  .map(([fields, shared]) => {
    const asked = fields.map(([field, inner]) => `${field} { ${inner} ...shared }`).join(' ');
    const fragment = `fragment shared on Household { ${shared.replaceAll('...shared', 'id')} }`;
    const declared = '$id: ID!, $yes: Boolean! = true, $no: Boolean = false, $perPage: Int';
    return `query Any(${declared}) { ${asked} used: household(id: $id) @skip(if: $no) { id @include(if: $yes) size(atLeast: $perPage) } } ${fragment}`;
  });

/**
 * An answer without the numbers of faults, which are new each time. Several errors are sorted: subgraphs report them in
 * the order of execution, and plans order fields in their own way.
 */
function comparable(text: string): readonly string[] {
  const numberless = text.replaceAll(/(?<=编号 |"number":"|recorded as )[0-9a-f]{8}/g, '');
  const [, list, rest] = /^\{"errors":(\[.*\]),"data":(.*)$/s.exec(numberless) ?? [];
  if (list === undefined || rest === undefined) return [numberless];
  const errors = (JSON.parse(list) as readonly unknown[]).map((error) => JSON.stringify(error));
  return [rest, ...errors.sort()];
}

/** The headers that are the same each time. */
const lasting = (headers: Headers) => [...headers].filter(([name]) => !/^(?:x-request-id|date)$/.test(name));

test('for any query, a passed-through answer equals the shaped one to the byte, with its status and headers', async () => {
  let passed = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(document, async (query) => {
      const { shaped, second, hasPassed } = await askTwice(query);
      expect(comparable(second.text)).toEqual(comparable(shaped.text));
      expect(second.status).toBe(shaped.status);
      expect(lasting(second.headers)).toEqual(lasting(shaped.headers));
      passed += Number(hasPassed && shaped.errors === undefined);
      refused += Number(hasPassed && shaped.errors !== undefined);
    }),
    { numRuns: 200 },
  );
  expect(passed).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(10);
}, 60_000);

test.each([
  ['data alone', '{ households { id name } }'],
  ['an error beside data', `{ household(id: "${idOf(3)}") { name refused } }`],
  ['an error without data', '{ secret }'],
])('%s: the subgraph is asked once, with the client’s own document', async (_what, query) => {
  const { shaped, second, hasPassed, asked } = await askTwice(query);
  expect([hasPassed, asked, second.text]).toEqual([true, 1, shaped.text]);
  expect(second.text).not.toContain('secret":"x');
});

test.each([
  ['two subgraphs', `{ household(id: "${idOf(1)}") { paid } }`],
  ['an abstract type', '{ named { name } }'],
  ['a type’s name under another name', '{ households { t: __typename } }'],
  [
    'conditional fragments',
    'query ($no: Boolean!) { households { ... @skip(if: $no) { id } name ... @skip(if: $no) { size } } }',
  ],
  ['a name that prototypes have', '{ households { constructor: id } }'],
])('%s: shaped each time', async (_what, query) => {
  const { shaped, second, hasPassed } = await askTwice(query);
  expect([hasPassed, second.text]).toEqual([false, shaped.text]);
});

test('a query that was within the limits the first time is refused when larger variables exceed them', async () => {
  const query = `query ($n: Int) { ${Array.from({ length: 19 }, (_, at) => `h${at}: households(perPage: $n) { members { tags } }`).join(' ')} }`;
  expect((await gateway.ask(query, {}, { variables: { n: 1 } })).status).toBe(200);
  const large = await gateway.ask(query, {}, { variables: { n: 200 } });
  expect(large).toMatchObject({ status: 400, errors: [{ extensions: { code: 'QUERY_TOO_LARGE' } }] });
});
