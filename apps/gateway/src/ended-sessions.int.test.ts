import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildActor } from '@nuangong/service/testing';
import { startSampleSubgraph, type SampleSubgraph } from './testing/sample-subgraph.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let sample: SampleSubgraph;
let gateway: TestGateway;

beforeAll(async () => {
  sample = await startSampleSubgraph();
  gateway = await startTestGateway({ identity: sample });
});
afterAll(async () => {
  await gateway?.stop();
  await sample?.stop();
});

test('a token is refused within seconds of the end of its session, for pages and files; other tokens stay valid', async () => {
  const actor = buildActor();
  const headers = { authorization: await gateway.tokens.authorizationOf(actor) };
  const ask = () => gateway.ask('{ seen { proven } }', headers);
  const file = () => fetch(`${gateway.url}/files/identity/x`, { method: 'POST', headers });
  expect([(await ask()).status, (await file()).status]).toEqual([200, 200]);

  sample.ended.add(actor.sessionId);
  await vi.waitUntil(async () => (await ask()).status !== 200, { timeout: 6_000, interval: 100 });
  expect((await ask()).errors).toMatchObject([{ extensions: { code: 'TOKEN_EXPIRED' } }]);
  const refused = await file();
  expect([refused.status, await refused.json()]).toMatchObject([401, { problems: [{ code: 'UNAUTHENTICATED' }] }]);
  expect((await gateway.ask('{ seen { proven } }')).status).toBe(200);

  await sample.stop();
  expect((await ask()).errors).toMatchObject([{ extensions: { code: 'TOKEN_EXPIRED' } }]);
});

test('clients cannot reach the address of the ended sessions', async () => {
  expect((await fetch(`${gateway.url}/ended-sessions`)).status).toBe(404);
});
