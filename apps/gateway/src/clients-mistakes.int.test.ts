import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSampleSubgraph } from './testing/sample-subgraph.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let sample: Awaited<ReturnType<typeof startSampleSubgraph>>;
let gateway: TestGateway;

beforeAll(async () => {
  sample = await startSampleSubgraph();
  gateway = await startTestGateway({ identity: sample }, { LOG_LEVEL: 'info' });
});

afterAll(async () => {
  await gateway?.stop();
  await sample?.stop();
});

beforeEach(() => {
  gateway.logged.length = 0;
  sample.asked.length = 0;
});

const post = async (body: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await gateway.asClerk()), ...headers },
    body,
  });
  return {
    status: response.status,
    body: (await response.json()) as { errors?: readonly AnsweredError[]; data?: unknown },
  };
};

interface AnsweredError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly zh: string; readonly en: string };
}

const hash = (sha256Hash: string, version = 1) => ({ persistedQuery: { version, sha256Hash } });
const page = (more: string) => `{ households(${more}) { total } }`;

const mistakes: readonly (readonly [what: string, code: string, body: unknown])[] = [
  [
    'an operation of another name',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { seen { proven } }', operationName: 'B' },
  ],
  [
    'several operations and no name',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { seen { proven } } query B { broken }' },
  ],
  ['fragments alone', 'GRAPHQL_VALIDATION_FAILED', { query: 'fragment A on Seen { proven }' }],
  ['a subscription', 'GRAPHQL_VALIDATION_FAILED', { query: 'subscription { seen { proven } }' }],
  ['the hash of another text', 'BAD_REQUEST', { query: '{ seen { proven } }', extensions: hash('a'.repeat(64)) }],
  ['a hash of another version', 'BAD_REQUEST', { query: '{ seen { proven } }', extensions: hash('a'.repeat(64), 2) }],
  ['an invalid hash', 'BAD_REQUEST', { extensions: { persistedQuery: 'x' } }],
  ['no query', 'BAD_REQUEST', { variables: {} }],
  ['an empty query', 'BAD_REQUEST', { query: '' }],
  ['a query that is no text', 'BAD_REQUEST', { query: { kind: 'Document' } }],
  ['variables that are no object', 'BAD_REQUEST', { query: '{ seen { proven } }', variables: '{}' }],
  ['a name that is no text', 'BAD_REQUEST', { query: '{ seen { proven } }', operationName: 7 }],
  ['several queries', 'BAD_REQUEST', [{ query: '{ seen { proven } }' }]],
  ['nothing but null', 'BAD_REQUEST', null],
  [
    'brackets within brackets',
    'QUERY_TOO_LARGE',
    { query: `{ seen(a: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { proven } }` },
  ],
  ['fields within fields', 'QUERY_TOO_LARGE', { query: `${'{a'.repeat(20_000)}${'}'.repeat(20_000)}` }],
  ['brackets that are never closed', 'QUERY_TOO_LARGE', { query: `query ($a: ${'['.repeat(20_000)}` }],
  ['a long comment', 'QUERY_TOO_LARGE', { query: `# ${'x'.repeat(900_000)}\n{ seen { proven } }` }],
  ['many short comments', 'QUERY_TOO_LARGE', { query: `${'#\n'.repeat(300_000)}{ seen { proven } }` }],
  ['many words', 'QUERY_TOO_LARGE', { query: `{ ${'seen '.repeat(3_000)} }` }],
  ['an unfinished query', 'GRAPHQL_PARSE_FAILED', { query: '{ seen { proven }' }],
  ['a text that is not closed', 'GRAPHQL_PARSE_FAILED', { query: '{ seen(a: "' }],
  [
    'fifty unknown fields',
    'GRAPHQL_VALIDATION_FAILED',
    { query: `{ ${Array.from({ length: 50 }, (_, at) => `unknown${at}`).join(' ')} }` },
  ],
  ['a variable that is missing', 'BAD_USER_INPUT', { query: 'query ($n: Int!) { households(perPage: $n) { total } }' }],
  [
    'a variable of another kind',
    'BAD_USER_INPUT',
    { query: 'query ($n: Int) { households(perPage: $n) { total } }', variables: { n: 'x' } },
  ],
  ['a very large page size', 'BAD_USER_INPUT', { query: page('perPage: 99999999') }],
  ['a negative page size', 'BAD_USER_INPUT', { query: page('perPage: -1') }],
  [
    'a page size of zero',
    'BAD_USER_INPUT',
    { query: 'query ($n: Int) { households(perPage: $n) { total } }', variables: { n: 0 } },
  ],
  [
    'a large default page size',
    'BAD_USER_INPUT',
    { query: 'query ($n: Int = 201) { households(perPage: $n) { total } }' },
  ],
  ['the page before the first', 'BAD_USER_INPUT', { query: page('page: 0') }],
  [
    'a page size within a fragment',
    'BAD_USER_INPUT',
    { query: '{ ...a } fragment a on Query { households(perPage: 201) { total } }' },
  ],
];

test.each(mistakes)(
  '%s is answered with 400 and one message, before any work, and logged in one line',
  async (_what, code, sent) => {
    const { status, body } = await post(JSON.stringify(sent));
    expect({ status, body }).toEqual({
      status: 400,
      body: {
        errors: [
          expect.objectContaining({
            message: expect.stringMatching(/\p{Script=Han}/u),
            extensions: expect.any(Object),
          }),
        ],
      },
    });
    const extensions = body.errors?.[0]?.extensions;
    expect(extensions).toMatchObject({
      code,
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.stringMatching(/[a-z]/),
    });
    expect(JSON.stringify(body).length).toBeLessThan(1_500);
    expect(sample.asked).toEqual([]);
    expect(gateway.logged).toEqual([expect.objectContaining({ level: 30, code, msg: 'a request was refused' })]);
    expect(JSON.stringify(gateway.logged)).not.toMatch(/stack|\\n/);
  },
);

test.each([
  ['cut short', '{"query":', {}, 400],
  ['of another kind', '<query/>', { 'content-type': 'application/xml' }, 415],
  ['larger than any', JSON.stringify({ query: `# ${'x'.repeat(1_200_000)}` }), {}, 413],
])('a body that is %s is refused as GraphQL refuses', async (_what, sent, headers, expected) => {
  const { status, body } = await post(sent, headers as Record<string, string>);
  expect({ status, body }).toMatchObject({
    status: expected,
    body: { errors: [{ extensions: { zh: expect.any(String) } }] },
  });
  expect(gateway.logged).toEqual([expect.objectContaining({ level: 30, msg: 'a request was refused' })]);
});

test('a request in English is answered in English', async () => {
  const { body } = await post(JSON.stringify({ query: page('perPage: 500') }), { 'accept-language': 'en' });
  expect(body.errors?.[0]?.message).toContain('1 to 200');
});

test('a valid request runs and is not logged as a mistake', async () => {
  expect(
    (await post(JSON.stringify({ query: page('page: 2, perPage: 200'), operationName: null, extensions: null })))
      .status,
  ).toBe(200);
  const longText = `query ($a: String) { seen { proven } } # ${'x'.repeat(5_000)}`;
  expect((await post(JSON.stringify({ query: longText.replace('($a: String)', '') }))).status).toBe(200);
  expect(gateway.logged).toEqual([]);
});
