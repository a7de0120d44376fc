import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGatewayProof, gatewayHeader } from '@nuangong/access';
import { buildActor, createTestTokens, type TestTokens } from '@nuangong/service/testing';
import { readGatewayEnvironment } from './environment.ts';
import { startGateway } from './server.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])
  type Query { seen: Seen!, household: Household, broken: String }
  type Seen { authorization: String, language: String, requestId: String, cookie: String, proven: Boolean }
  type Household @key(fields: "id") { id: ID!, head: Household }
`);

const key = Buffer.alloc(32, 7).toString('base64');
const proof = createGatewayProof(key);

let folder: string;
let subgraph: FastifyInstance;
let keys: Server;
let tokens: TestTokens;
let gateway: { readonly url: string; stop(): Promise<void> };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-gateway-'));
  const composed = composeServices([{ name: 'sample', url: 'http://sample/graphql', typeDefs }]);
  await writeFile(join(folder, 'supergraph.graphql'), composed.supergraphSdl ?? '');
  subgraph = await startSample();
  tokens = await createTestTokens();
  keys = createServer((_request, response) => response.end(JSON.stringify(tokens.publicKeys))).listen(0, '127.0.0.1');
  await once(keys, 'listening');
  gateway = await startGateway(
    readGatewayEnvironment({
      PORT: '0',
      SUPERGRAPH_FILE: join(folder, 'supergraph.graphql'),
      SUBGRAPH_URLS: JSON.stringify({ sample: `${addressOf(subgraph.server)}/graphql` }),
      SERVICE_URLS: JSON.stringify({ identity: addressOf(subgraph.server) }),
      JWKS_URL: addressOf(keys),
      GATEWAY_KEY: key,
      LOG_LEVEL: 'silent',
    }),
  );
});

afterAll(async () => {
  await gateway?.stop();
  await subgraph?.close();
  keys?.close();
  await rm(folder, { recursive: true, force: true });
});

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

interface SampleContext {
  readonly headers: Readonly<Record<string, unknown>>;
}

const seenIn = ({ headers }: SampleContext) => ({
  authorization: headers['authorization'],
  language: headers['accept-language'],
  requestId: headers['x-request-id'],
  cookie: headers['cookie'],
  proven: isProven('POST', '/graphql', headers),
});

function isProven(method: string, url: string, headers: Readonly<Record<string, unknown>>): boolean {
  const authorization = headers['authorization'] as string | undefined;
  return proof.isOf({ method, url, authorization }, headers[gatewayHeader]);
}

async function startSample(): Promise<FastifyInstance> {
  const server = Fastify();
  const apollo = new ApolloServer<SampleContext>({
    schema: buildSubgraphSchema({
      typeDefs,
      resolvers: {
        Query: {
          seen: (_root: unknown, _arguments: unknown, context: unknown) => seenIn(context as SampleContext),
          broken: () => {
            throw new Error('relation "secret_table" does not exist');
          },
        },
      },
    }),
    plugins: [fastifyApolloDrainPlugin(server)],
  });
  await apollo.start();
  await server.register(fastifyApollo(apollo), { context: async ({ headers }) => ({ headers }) });
  for (const path of ['/auth/*', '/files/identity/*']) {
    server.post(path, ({ method, url, headers }) => ({
      proven: isProven(method, url, headers),
      cookie: headers.cookie ?? null,
      requestId: headers['x-request-id'],
      address: headers['x-forwarded-for'],
    }));
  }
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
}

async function ask(query: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: await response.text() };
}

const asClerk = async (expiresInSeconds?: number) => ({
  authorization: await tokens.authorizationOf(buildActor(), expiresInSeconds),
});

test('a request without a token, with an expired or a forged one is told which, in the user’s language', async () => {
  expect(await ask('{ seen { language } }')).toMatchObject({ status: 401, body: expect.stringContaining('登录后再办理') });
  const expired = await ask('{ seen { language } }', { ...(await asClerk(-60)), 'accept-language': 'en' });
  expect(expired.body).toContain('TOKEN_EXPIRED');
  expect(expired.body).toContain('Sign in again');
  const stranger = await createTestTokens();
  const forged = await ask('{ seen { language } }', { authorization: await stranger.authorizationOf(buildActor()) });
  expect(forged.body).toContain('UNAUTHENTICATED');
});

test('token, language and request number go on to the subgraph; cookies do not', async () => {
  const headers = { ...(await asClerk()), 'accept-language': 'en', cookie: 'nuangong_refresh=secret' };
  const { body } = await ask('{ seen { authorization language requestId cookie proven } }', headers);
  const { data } = JSON.parse(body) as { data: { seen: Record<string, string | null> } };
  expect(data.seen).toMatchObject({ authorization: headers.authorization, language: 'en', cookie: null, proven: true });
  expect(data.seen['requestId']).toMatch(/^[0-9a-f-]{36}$/);
});

test('a query too deep, with too many aliases, or asking for the schema is refused', async () => {
  const headers = await asClerk();
  const deep = `{ household { ${'head { '.repeat(20)} id ${'} '.repeat(20)} } }`;
  expect((await ask(deep, headers)).status).toBe(400);
  const wide = `{ ${Array.from({ length: 40 }, (_value, index) => `a${index}: seen { language }`).join(' ')} }`;
  expect((await ask(wide, headers)).status).toBe(400);
  expect((await ask('{ __schema { types { name } } }', headers)).body).not.toContain('"Household"');
});

test('what breaks inside a subgraph is told by its number only', async () => {
  const { body } = await ask('{ broken }', await asClerk());
  expect(body).not.toContain('secret_table');
  expect(body).toContain('INTERNAL_SERVER_ERROR');
});

const asForger = { 'x-request-id': 'mine', 'x-forwarded-for': '10.9.8.7', [gatewayHeader]: 'mine', cookie: 'a=b' };

test('sign-in and files go to their service with the gateway’s own proof, number and address', async () => {
  for (const [path, cookie] of [['/auth/sign-in', 'a=b'], ['/files/identity/名单?x=%E6%9A%96&y=../1', null]] as const) {
    const headers = { ...(await asClerk()), ...asForger };
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
  const { body } = await ask('{ seen { requestId cookie proven } }', { ...(await asClerk()), ...asForger });
  expect(JSON.parse(body)).toMatchObject({ data: { seen: { requestId: expect.not.stringMatching('mine'), cookie: null, proven: true } } });
});
