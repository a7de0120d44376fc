import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notAdmitted } from './admitted-operations.ts';
import { readGatewayEnvironment } from './environment.ts';
import { startSampleSubgraph } from './testing/sample-subgraph.ts';
import { startTestGateway, testGatewayKey, type TestGateway } from './testing/test-gateway.ts';

const known = 'query Seen { seen { proven } }';
const introspection = '{ __schema { queryType { name } } }';

let folder: string;
let sample: Awaited<ReturnType<typeof startSampleSubgraph>>;
let gateway: TestGateway;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-operations-'));
  const file = join(folder, 'operations.json');
  await writeFile(file, JSON.stringify({ hash: known }));
  sample = await startSampleSubgraph();
  gateway = await startTestGateway({ identity: sample }, { OPERATIONS_FILE: file });
});

afterAll(async () => {
  await gateway?.stop();
  await sample?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('an operation on the list runs', async () => {
  expect(await gateway.ask(known)).toMatchObject({ status: 200, data: { seen: { proven: true } } });
});

test.each([
  ['another query', 'query Seen { seen { proven cookie } }'],
  ['the same with one more space', `${known} `],
  ['one smuggled in beside it', `${known} query Other { seen { cookie } }`],
  ['introspection', introspection],
])('%s does not run, and the answer says in both languages to reload', async (_what, query) => {
  const { status, data, errors } = await gateway.ask(query, undefined, { operationName: 'Other' });
  expect({ status, data }).toEqual({ status: 400, data: undefined });
  expect(errors).toEqual([
    expect.objectContaining({
      message: notAdmitted.zh,
      extensions: { code: 'OPERATION_NOT_ADMITTED', ...notAdmitted },
    }),
  ]);
});

test('an operation in the address, in a batch or by hash does not run', async () => {
  const headers = { 'content-type': 'application/json', ...(await gateway.asClerk()) };
  const address = `${gateway.url}/graphql?query=${encodeURIComponent(introspection)}`;
  const post = (url: string, body: unknown) => fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const hash = { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } };
  const answers = [
    await fetch(address, { headers }),
    await post(address, {}),
    await post(`${gateway.url}/graphql`, [{ query: known }]),
    await post(`${gateway.url}/graphql`, hash),
    await post(`${gateway.url}/graphql`, { ...hash, query: introspection }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 400, 400, 400, 400]);
  for (const answer of answers) expect(await answer.text()).not.toContain('"data"');
});

test('without a token nothing is revealed about the list', async () => {
  expect((await gateway.ask(known, {})).status).toBe(401);
  expect((await gateway.ask(introspection, {})).status).toBe(401);
});

test('the list and introspection exclude each other', () => {
  const both = {
    SUPERGRAPH_FILE: 'x',
    JWKS_URL: 'http://x',
    GATEWAY_KEY: testGatewayKey,
    INTROSPECTION: 'true',
    OPERATIONS_FILE: 'x',
  };
  expect(() => readGatewayEnvironment(both)).toThrow('INTROSPECTION');
});

test('the committed list runs on the committed supergraph: it names the console’s operations', async () => {
  const list = JSON.parse(await readFile(new URL('../operations.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
  expect(Object.values(list).some((text) => text.startsWith('query HouseholdList('))).toBe(true);
});
