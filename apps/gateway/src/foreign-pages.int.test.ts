import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSampleSubgraph } from './testing/sample-subgraph.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let sample: Awaited<ReturnType<typeof startSampleSubgraph>>;
let gateway: TestGateway;

beforeAll(async () => {
  sample = await startSampleSubgraph();
  gateway = await startTestGateway({ identity: sample }, { AUTHENTICATION: 'none' });
});

afterAll(async () => {
  await gateway?.stop();
  await sample?.stop();
});

const query = '{ seen { proven } }';
const body = JSON.stringify({ query });
const paths = ['/graphql', '/auth/refresh', '/files/identity/x'];
const json = { 'content-type': 'application/json' };

const send = (path: string, headers: Record<string, string>, content: string | FormData = body) =>
  fetch(gateway.url + path, { method: 'POST', headers: { cookie: 'nuangong_refresh=x', ...headers }, body: content });

function form(): FormData {
  const data = new FormData();
  data.set('operations', body);
  return data;
}

test('a request that a form of another site can send is refused, although the browser adds the cookie', async () => {
  for (const path of paths) {
    const sent = await Promise.all([
      send(path, { 'content-type': 'text/plain' }),
      send(path, { 'content-type': 'application/x-www-form-urlencoded' }, 'query=x'),
      send(path, {}, form()),
      send(path, { 'content-type': 'text/plain; application/json' }),
      fetch(gateway.url + path, { method: 'POST' }),
    ]);
    for (const answer of sent)
      expect([path, answer.status, await answer.text()]).toEqual([
        path,
        403,
        expect.stringContaining('FOREIGN_ORIGIN'),
      ]);
  }
});

test('a request marked by the browser as cross-site or same-site is refused', async () => {
  for (const path of paths) {
    for (const site of ['cross-site', 'same-site'])
      expect((await send(path, { ...json, 'sec-fetch-site': site })).status).toBe(403);
    for (const site of ['same-origin', 'none'])
      expect((await send(path, { ...json, 'sec-fetch-site': site })).status).toBe(200);
  }
});

test('a form passes with a header that only the console’s page can add', async () => {
  for (const headers of [{ authorization: 'Bearer x' }, { 'apollo-require-preflight': '1' }] as Record<
    string,
    string
  >[]) {
    expect((await send('/files/identity/x', headers, 'x')).status).toBe(200);
  }
});

test('a preflight from another site is not allowed, and a query in an address is not answered', async () => {
  const asked = {
    origin: 'https://elsewhere.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  for (const path of paths) {
    const answer = await fetch(gateway.url + path, { method: 'OPTIONS', headers: asked });
    expect([path, answer.ok, answer.headers.get('access-control-allow-origin')]).toEqual([path, false, null]);
  }
  expect((await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, { headers: json })).status).toBe(
    404,
  );
});
