import { afterEach, beforeAll, afterAll, expect, test } from 'vitest';
import { tooManyRequests } from './rate-limits.ts';
import { startSampleSubgraph } from './testing/sample-subgraph.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let sample: Awaited<ReturnType<typeof startSampleSubgraph>>;
let gateway: TestGateway;

beforeAll(async () => {
  sample = await startSampleSubgraph();
});
afterEach(() => gateway?.stop());
afterAll(() => sample?.stop());

const start = async (limits: Readonly<Record<string, string>>) => {
  gateway = await startTestGateway(
    { identity: sample },
    { RATE_PER_ADDRESS: '0', RATE_PER_ACCOUNT: '0', RATE_OF_SIGN_IN: '0', ...limits },
  );
};

const signIn = (path = '/auth/sign-in', headers: Record<string, string> = {}) =>
  fetch(gateway.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });

async function statusesOf(times: number, ask: () => Promise<{ readonly status: number }>): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let asked = 0; asked < times; asked += 1) statuses.push((await ask()).status);
  return statuses;
}

test('an account over its limit is refused, in both languages, with when to try again; others are not affected', async () => {
  await start({ RATE_PER_ACCOUNT: '3' });
  const headers = { ...(await gateway.asClerk()), 'accept-language': 'en' };
  const ask = () => gateway.ask('{ seen { proven } }', headers);
  expect(await statusesOf(3, ask)).toEqual([200, 200, 200]);
  const refused = await ask();
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  const words = tooManyRequests(seconds);
  expect(refused).toMatchObject({
    status: 429,
    errors: [{ message: words.en, extensions: { code: 'TOO_MANY_REQUESTS', ...words } }],
  });
  expect((await gateway.ask('{ seen { proven } }')).status).toBe(200);
  const file = await fetch(`${gateway.url}/files/identity/x`, { method: 'POST', headers });
  expect([file.status, await file.json()]).toEqual([
    429,
    { problems: [{ code: 'TOO_MANY_REQUESTS', ...tooManyRequests(Number(file.headers.get('retry-after'))) }] },
  ]);
});

test('an address over its limit is refused, with or without a token', async () => {
  await start({ RATE_PER_ADDRESS: '3' });
  expect(await statusesOf(2, () => gateway.ask('{ seen { proven } }'))).toEqual([200, 200]);
  expect(await statusesOf(2, () => gateway.ask('{ seen { proven } }', {}))).toEqual([401, 429]);
  expect((await signIn()).status).toBe(429);
  expect((await fetch(`${gateway.url}/health`)).status).toBe(200);
});

test('password attempts have a much lower limit, for any spelling of the path and any forwarded address', async () => {
  await start({ RATE_OF_SIGN_IN: '4' });
  const written = ['/auth/sign-in', '/%61uth/sign-in', '/auth/change-password', '/auth/sign-in?x=1', '/auth/sign-in'];
  const statuses: number[] = [];
  for (const [place, path] of written.entries())
    statuses.push((await signIn(path, { 'x-forwarded-for': `10.0.0.${place}` })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
  expect(await statusesOf(6, () => signIn('/auth/refresh'))).toEqual([200, 200, 200, 200, 200, 200]);
  expect((await gateway.ask('{ seen { proven } }')).status).toBe(200);
});

test('behind a trusted proxy each client is counted separately; IPv6 by its subscriber’s prefix', async () => {
  await start({ RATE_OF_SIGN_IN: '1', TRUSTED_PROXIES: '127.0.0.1' });
  const from = async (address: string) => (await signIn('/auth/sign-in', { 'x-forwarded-for': address })).status;
  expect([await from('10.0.0.1'), await from('10.0.0.2'), await from('10.0.0.1')]).toEqual([200, 200, 429]);
  expect([await from('2001:db8:1:2::1'), await from('2001:db8:1:2::2'), await from('2001:db8:1:3::1')]).toEqual([
    200, 429, 200,
  ]);
});

test('0 means no limit', async () => {
  await start({});
  expect(new Set(await statusesOf(50, () => gateway.ask('{ seen { proven } }')))).toEqual(new Set([200]));
});
