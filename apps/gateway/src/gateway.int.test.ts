import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatewayHeader } from '@nuangong/access';
import { buildActor, createTestTokens } from '@nuangong/service/testing';
import { startSampleSubgraph } from './testing/sample-subgraph.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let sample: Awaited<ReturnType<typeof startSampleSubgraph>>;
let gateway: TestGateway;

beforeAll(async () => {
  sample = await startSampleSubgraph();
  gateway = await startTestGateway({ identity: sample });
});

afterAll(async () => {
  await gateway?.stop();
  await sample?.stop();
});

test('a request without a token, or with an expired or forged one, gets that reason in the user’s language', async () => {
  const none = await gateway.ask('{ seen { language } }', {});
  expect(none).toMatchObject({ status: 401, text: expect.stringContaining('登录后再办理') });
  const expired = await gateway.ask('{ seen { language } }', {
    ...(await gateway.asClerk(-60)),
    'accept-language': 'en',
  });
  expect(expired.text).toContain('TOKEN_EXPIRED');
  expect(expired.text).toContain('Sign in again');
  const stranger = await createTestTokens();
  const forged = await gateway.ask('{ seen { language } }', {
    authorization: await stranger.authorizationOf(buildActor()),
  });
  expect(forged.text).toContain('UNAUTHENTICATED');
});

test('token, language and request number are forwarded to the subgraph with the gateway’s proof; cookies are not', async () => {
  const headers = { ...(await gateway.asClerk()), 'accept-language': 'en', cookie: 'nuangong_refresh=secret' };
  const { data } = await gateway.ask('{ seen { authorization language requestId cookie proven } }', headers);
  expect(data).toEqual({
    seen: {
      authorization: headers.authorization,
      language: 'en',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      cookie: null,
      proven: true,
    },
  });
});

const often = (text: (index: number) => string, times: number) =>
  Array.from({ length: times }, (_, index) => text(index)).join(' ');

test.each([
  ['层级', `{ household { ${'head { '.repeat(20)} id ${'} '.repeat(20)} } }`],
  ['别名', `{ household { ${often((index) => `a${index}: id`, 40)} } }`],
  ['一次查询的项目', `{ ${often((index) => `a${index}: broken`, 25)} }`],
  ['估计的记录数', '{ households(perPage: 200) { items { members { members { members { id } } } } } }'],
  ['文本过长', `{ household { ${'id '.repeat(2_000)} } }`],
])('a query is refused in both languages that exceeds the limit of: %s', async (limit, query) => {
  const { status, data, errors } = await gateway.ask(query);
  expect({ status, data }).toEqual({ status: 400, data: undefined });
  const words = {
    code: 'QUERY_TOO_LARGE',
    zh: expect.stringContaining(limit),
    en: expect.stringContaining('too large'),
  };
  expect(errors).toEqual([
    expect.objectContaining({ message: expect.stringContaining('查询过大'), extensions: words }),
  ]);
});

test('the schema is revealed neither by introspection nor by suggestions', async () => {
  expect((await gateway.ask('{ __schema { types { name } } }')).text).not.toContain('"Household"');
  expect((await gateway.ask('{ housholds { total } }')).text).not.toContain('households');
});

test('several queries in one request are refused', async () => {
  const body = JSON.stringify([{ query: '{ seen { language } }' }, { query: '{ seen { language } }' }]);
  const headers = { 'content-type': 'application/json', ...(await gateway.asClerk()) };
  expect((await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body })).status).toBe(400);
});

test('a fault inside a subgraph is answered only with its number', async () => {
  const { text } = await gateway.ask('{ broken }');
  expect(text).not.toContain('secret_table');
  expect(text).toContain('INTERNAL_SERVER_ERROR');
});

const asForger = { 'x-request-id': 'mine', 'x-forwarded-for': '10.9.8.7', [gatewayHeader]: 'mine', cookie: 'a=b' };

test('sign-in and files are forwarded to their service with the gateway’s own proof, request number and client address', async () => {
  for (const [path, cookie] of [
    ['/auth/sign-in', 'a=b'],
    ['/files/identity/名单?x=%E6%9A%96&y=../1', null],
  ] as const) {
    const headers = { ...(await gateway.asClerk()), ...asForger };
    const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers });
    expect(await response.json()).toEqual({
      proven: true,
      cookie,
      address: '127.0.0.1',
      requestId: response.headers.get('x-request-id'),
    });
  }
});

test('a client’s headers with the names of the gateway’s own reach no subgraph', async () => {
  const { data } = await gateway.ask('{ seen { requestId cookie proven } }', {
    ...(await gateway.asClerk()),
    ...asForger,
  });
  expect(data).toMatchObject({ seen: { requestId: expect.not.stringMatching('mine'), cookie: null, proven: true } });
});

test('every answer has the headers that restrict a browser to this origin, and HSTS behind HTTPS', async () => {
  const kept = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  };
  const headersOf = async (url: string, path: string) => Object.fromEntries((await fetch(url + path)).headers);
  for (const path of ['/health', '/graphql', '/nowhere']) {
    const headers = await headersOf(gateway.url, path);
    expect(headers).toMatchObject(kept);
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
  const secured = await startTestGateway({ identity: sample }, { PUBLIC_ORIGIN: 'https://nuangong.example' });
  expect(await headersOf(secured.url, '/health')).toMatchObject({
    'strict-transport-security': expect.stringMatching(/^max-age=31536000/),
  });
  await secured.stop();
});
