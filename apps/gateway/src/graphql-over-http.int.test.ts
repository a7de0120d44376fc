import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSampleSubgraph } from './testing/sample-subgraph.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let sample: Awaited<ReturnType<typeof startSampleSubgraph>>;
let gateway: TestGateway;
let authorization: string;

beforeAll(async () => {
  sample = await startSampleSubgraph();
  gateway = await startTestGateway({ identity: sample }, { INTROSPECTION: 'true' });
  ({ authorization } = await gateway.asClerk());
});

afterAll(async () => {
  await gateway?.stop();
  await sample?.stop();
});

const fetchSignedIn: typeof fetch = (url, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('authorization', authorization);
  return fetch(url, { ...init, headers });
};

test('the required parts of the GraphQL over HTTP specification are met', async () => {
  const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn: fetchSignedIn });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  expect(results.length).toBeGreaterThan(60);
  expect(
    results.filter(({ status }) => status === 'error').map((one) => `${one.name}: ${Reflect.get(one, 'reason')}`),
  ).toEqual([]);
  expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThanOrEqual(52);
});

test('when introspection is allowed, a client reads the whole schema', async () => {
  const { data } = await gateway.ask('{ __schema { types { name fields { name args { name } } } } }');
  expect(JSON.stringify(data)).toContain('"Household"');
});
