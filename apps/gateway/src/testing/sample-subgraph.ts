import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { parse } from 'graphql';
import { createGatewayProof, gatewayHeader } from '@nuangong/access';
import { addressOf, testGatewayKey, type TestSubgraph } from './test-gateway.ts';

const typeDefs = `
  type Query { seen: Seen, household: Household, households(page: Int, perPage: Int): HouseholdPage, broken: String }
  type Seen { authorization: String, language: String, requestId: String, cookie: String, proven: Boolean }
  type Household @key(fields: "id") { id: ID!, head: Household, members: [Household!]! }
  type HouseholdPage { items: [Household!]!, total: Int! }
`;

interface SampleContext {
  readonly headers: Readonly<Record<string, unknown>>;
}

const proof = createGatewayProof(testGatewayKey);

function isProven(method: string, url: string, headers: Readonly<Record<string, unknown>>): boolean {
  const authorization = headers['authorization'] as string | undefined;
  return proof.isOf({ method, url, authorization }, headers[gatewayHeader]);
}

const seenIn = ({ headers }: SampleContext) => ({
  authorization: headers['authorization'],
  language: headers['accept-language'],
  requestId: headers['x-request-id'],
  cookie: headers['cookie'],
  proven: isProven('POST', '/graphql', headers),
});

const schema = buildSubgraphSchema({
  typeDefs: parse(typeDefs),
  resolvers: {
    Query: {
      seen: (_root: unknown, _arguments: unknown, context: unknown) => seenIn(context as SampleContext),
      broken: () => {
        throw new Error('relation "secret_table" does not exist');
      },
    },
  },
});

export interface SampleSubgraph extends TestSubgraph {
  /** The sessions that it reports to the gateway as ended. */
  readonly ended: Set<string>;
  /** Its answer to `/ready`. */
  ready: boolean;
  /** The queries that it was sent. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** A subgraph that reports what it was sent: headers in `seen`, and on its routes outside GraphQL. */
export async function startSampleSubgraph(): Promise<SampleSubgraph> {
  const ended = new Set<string>();
  const asked: string[] = [];
  const server = Fastify({ forceCloseConnections: true });
  server.addHook('preHandler', async ({ url, body }) => {
    if (url === '/graphql') asked.push(String(Reflect.get(Object(body), 'query')));
  });
  const apollo = new ApolloServer<SampleContext>({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled(), fastifyApolloDrainPlugin(server)],
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
  server.get('/ended-sessions', ({ method, url, headers }, reply) =>
    isProven(method, url, headers) ? { sessionIds: [...ended] } : reply.code(421).send(),
  );
  const sample = { typeDefs, ended, asked, ready: true, address: '', stop: () => server.close() };
  server.get('/ready', (_request, reply) => reply.code(sample.ready ? 200 : 503).send());
  await server.listen({ host: '127.0.0.1', port: 0 });
  return Object.assign(sample, { address: addressOf(server.server) });
}
