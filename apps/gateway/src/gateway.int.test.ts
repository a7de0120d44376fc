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

test('a request without a token, with an expired or a forged one is told which, in the user’s language', async () => {
  const none = await gateway.ask('{ seen { language } }', {});
  expect(none).toMatchObject({ status: 401, text: expect.stringContaining('登录后再办理') });
  const expired = await gateway.ask('{ seen { language } }', { ...(await gateway.asClerk(-60)), 'accept-language': 'en' });
  expect(expired.text).toContain('TOKEN_EXPIRED');
  expect(expired.text).toContain('Sign in again');
  const stranger = await createTestTokens();
  const forged = await gateway.ask('{ seen { language } }', { authorization: await stranger.authorizationOf(buildActor()) });
  expect(forged.text).toContain('UNAUTHENTICATED');
});

test('token, language and request number go on to the subgraph with the gateway’s proof; cookies do not', async () => {
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

test('a query too deep, with too many aliases, or asking for the schema is refused', async () => {
  const deep = `{ household { ${'head { '.repeat(20)} id ${'} '.repeat(20)} } }`;
  expect((await gateway.ask(deep)).status).toBe(400);
  const wide = `{ ${Array.from({ length: 40 }, (_value, index) => `a${index}: seen { language }`).join(' ')} }`;
  expect((await gateway.ask(wide)).status).toBe(400);
  expect((await gateway.ask('{ __schema { types { name } } }')).text).not.toContain('"Household"');
});

test('what breaks inside a subgraph is told by its number only', async () => {
  const { text } = await gateway.ask('{ broken }');
  expect(text).not.toContain('secret_table');
  expect(text).toContain('INTERNAL_SERVER_ERROR');
});

const asForger = { 'x-request-id': 'mine', 'x-forwarded-for': '10.9.8.7', [gatewayHeader]: 'mine', cookie: 'a=b' };

test('sign-in and files go to their service with the gateway’s own proof, number and address', async () => {
  for (const [path, cookie] of [['/auth/sign-in', 'a=b'], ['/files/identity/名单?x=%E6%9A%96&y=../1', null]] as const) {
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

test('what a client sends under the names of the gateway’s headers reaches no subgraph', async () => {
  const { data } = await gateway.ask('{ seen { requestId cookie proven } }', { ...(await gateway.asClerk()), ...asForger });
  expect(data).toMatchObject({ seen: { requestId: expect.not.stringMatching('mine'), cookie: null, proven: true } });
});
