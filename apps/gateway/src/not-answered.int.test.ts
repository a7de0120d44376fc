import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notAnswered, perhapsCarriedOut } from './not-answered.ts';
import { startSampleSubgraph } from './testing/sample-subgraph.ts';
import { addressOf, startTestGateway, type TestGateway } from './testing/test-gateway.ts';

/** What the other service does when it is asked; set by each test. */
let behave: (request: IncomingMessage, response: ServerResponse) => void;
let other: Server;
let sample: Awaited<ReturnType<typeof startSampleSubgraph>>;
let gateway: TestGateway;

const typeDefs = `
  type Query { money: String }
  type Mutation { pay: String }
  type Household @key(fields: "id") { id: ID!, aid: String }
`;

beforeAll(async () => {
  other = createServer((request, response) => behave(request, response)).listen(0, '127.0.0.1');
  await once(other, 'listening');
  sample = await startSampleSubgraph();
  const within = { SUBGRAPH_WITHIN_MS: '300', COMMAND_WITHIN_MS: '900', FILES_WITHIN_MS: '300' };
  gateway = await startTestGateway({ identity: sample, funds: { typeDefs, address: addressOf(other) } }, within);
});

afterAll(async () => {
  await gateway?.stop();
  await sample?.stop();
  other?.closeAllConnections();
  other?.close();
});

const json = { 'content-type': 'application/json' };
const never = (): void => undefined;
const halfAnAnswer = (_request: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
};
const hangsUp = (request: IncomingMessage): void => void request.socket.destroy();
const answersNonsense = (_request: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>postgres://secret</h1>');
};

test.each([
  ['never answers', never],
  ['stops in the middle of its answer', halfAnAnswer],
  ['hangs up', hangsUp],
  ['answers nonsense', answersNonsense],
])(
  'a service that %s loses only its own part of the answer, with an error in both languages',
  async (_how, behaviour) => {
    behave = behaviour;
    const { status, data, errors, text } = await gateway.ask('{ money seen { proven } }');
    expect({ status, data }).toEqual({ status: 200, data: { money: null, seen: { proven: true } } });
    expect(errors).toMatchObject([
      { message: notAnswered.zh, extensions: { code: 'SERVICE_UNAVAILABLE', ...notAnswered } },
    ]);
    expect(text).not.toMatch(/secret|127\.0\.0\.1|funds/);
  },
);

test('a command has a longer timeout, after which the answer says that it may have been carried out', async () => {
  behave = (_request, response) =>
    void setTimeout(() => response.writeHead(200, json).end('{"data":{"pay":"paid"}}'), 500);
  expect((await gateway.ask('mutation { pay }')).data).toEqual({ pay: 'paid' });
  behave = never;
  const { errors } = await gateway.ask('mutation { pay }', { ...(await gateway.asClerk()), 'accept-language': 'en' });
  expect(errors?.[0]?.message).toBe(perhapsCarriedOut.en);
});

test('a file that does not come is answered with an error in both languages', async () => {
  for (const behaviour of [never, hangsUp]) {
    behave = behaviour;
    const answer = await fetch(`${gateway.url}/files/funds/x.csv`, { headers: await gateway.asClerk() });
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { problems: [{ code: 'SERVICE_UNAVAILABLE', ...notAnswered }] },
    ]);
  }
});

test('a service’s refusal of the whole request keeps its message, and its address is not revealed', async () => {
  const extensions = { code: 'TOKEN_EXPIRED', zh: '登录已到时', en: 'The session has expired.' };
  behave = (_request, response) => {
    const body = { errors: [{ message: extensions.zh, extensions: { ...extensions, stacktrace: ['at secret.ts'] } }] };
    response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const { errors } = await gateway.ask('{ money }');
  expect(errors).toEqual([expect.objectContaining({ message: extensions.zh, extensions })]);
});

test('a service that rejects the gateway’s proof is an internal error, answered with its number', async () => {
  behave = (_request, response) => {
    response
      .writeHead(421, { 'content-type': 'application/json' })
      .end('{"problems":[{"code":"NOT_THROUGH_GATEWAY"}]}');
  };
  const { errors, text } = await gateway.ask('{ money }');
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', number: expect.any(String) } }]);
  expect(text).not.toContain('NOT_THROUGH_GATEWAY');
});

test.each([
  ['mutation { pay }', 855],
  ['{ money }', 285],
])('%s sends its subgraph the deadline, and is cancelled there when the client is gone', async (query, within) => {
  const told = Promise.withResolvers<IncomingMessage>();
  const closed = Promise.withResolvers<void>();
  behave = (request, response) => {
    response.once('close', () => closed.resolve());
    told.resolve(request);
  };
  const gone = new AbortController();
  const headers = { 'content-type': 'application/json', ...(await gateway.asClerk()) };
  const asked = fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
    signal: gone.signal,
  });
  expect((await told.promise).headers['x-answer-within-ms']).toBe(String(within));
  gone.abort();
  await expect(asked).rejects.toThrow();
  const began = performance.now();
  await closed.promise;
  expect(performance.now() - began).toBeLessThan(200);
});
