import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSampleSubgraph } from './testing/sample-subgraph.ts';
import { addressOf, startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let answer: 'ready' | 'not ready' | 'nothing' = 'ready';
let other: Server;
let sample: Awaited<ReturnType<typeof startSampleSubgraph>>;
let gateway: TestGateway;

beforeAll(async () => {
  other = createServer((_request, response) => {
    if (answer !== 'nothing') response.writeHead(answer === 'ready' ? 200 : 503).end('{}');
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  sample = await startSampleSubgraph();
  const typeDefs = 'type Query { money: String }';
  gateway = await startTestGateway(
    { identity: sample, funds: { typeDefs, address: addressOf(other) } },
    { READY_WITHIN_MS: '300' },
  );
});

afterAll(async () => {
  await gateway?.stop();
  await sample?.stop();
  other?.closeAllConnections();
  other?.close();
});

const asked = async () => {
  const response = await fetch(`${gateway.url}/ready`);
  return [response.status, await response.json()];
};

test('the gateway is ready when every subgraph is, and names those that are not', async () => {
  expect(await asked()).toEqual([200, { ready: true, waitingFor: [] }]);
  for (const state of ['not ready', 'nothing'] as const) {
    answer = state;
    expect([state, ...(await asked())]).toEqual([state, 503, { ready: false, waitingFor: ['funds'] }]);
  }
  answer = 'ready';
  sample.ready = false;
  expect(await asked()).toEqual([503, { ready: false, waitingFor: ['identity'] }]);
  sample.ready = true;
  expect(await asked()).toEqual([200, { ready: true, waitingFor: [] }]);
});

test('its liveness does not depend on the subgraphs', async () => {
  answer = 'nothing';
  expect((await fetch(`${gateway.url}/health`)).status).toBe(200);
});
