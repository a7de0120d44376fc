import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { buildActor, createTestTokens, type TestTokens } from '@nuangong/service/testing';
import { readGatewayEnvironment } from '../environment.ts';
import { startGateway } from '../server.ts';

/** The gateway's key in tests. */
export const testGatewayKey = Buffer.alloc(32, 7).toString('base64');

/** A subgraph behind a test's gateway. */
export interface TestSubgraph {
  /** Its schema in the language of federation, without the `@link` line. */
  readonly typeDefs: string;
  /** Its address, without a path. */
  readonly address: string;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** A real gateway over a test's own subgraphs. */
export interface TestGateway {
  readonly url: string;
  readonly tokens: TestTokens;
  /** The lines of its log. */
  readonly logged: object[];
  /** Asks as a clerk, unless the headers say otherwise. */
  ask(query: string, headers?: Readonly<Record<string, string>>, more?: object): Promise<GatewayAnswer>;
  asClerk(expiresInSeconds?: number): Promise<{ readonly authorization: string }>;
  stop(): Promise<void>;
}

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@shareable"])\n';

export const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

export async function startTestGateway(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'nuangong-gateway-'));
  const supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, compose(subgraphs));
  const tokens = await createTestTokens();
  const keys = createServer((_request, response) => response.end(JSON.stringify(tokens.publicKeys))).listen(
    0,
    '127.0.0.1',
  );
  await once(keys, 'listening');
  const places = Object.entries(subgraphs);
  const logged: object[] = [];
  const gateway = await startGateway(
    readGatewayEnvironment({
      PORT: '0',
      SUPERGRAPH_FILE: supergraph,
      SUBGRAPH_URLS: JSON.stringify(
        Object.fromEntries(places.map(([name, { address }]) => [name, `${address}/graphql`])),
      ),
      SERVICE_URLS: JSON.stringify(Object.fromEntries(places.map(([name, { address }]) => [name, address]))),
      JWKS_URL: addressOf(keys),
      GATEWAY_KEY: testGatewayKey,
      LOG_LEVEL: 'silent',
      ...environment,
    }),
    { write: (line) => void logged.push(JSON.parse(line) as object) },
  );
  const asClerk = async (expiresInSeconds?: number) => ({
    authorization: await tokens.authorizationOf(buildActor(), expiresInSeconds),
  });
  return {
    url: gateway.url,
    tokens,
    logged,
    asClerk,
    async ask(query, headers, more = {}) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(headers ?? (await asClerk())) },
        body: JSON.stringify({ query, ...more }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, ...(JSON.parse(text) as object) };
    },
    async stop() {
      await gateway.stop();
      keys.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function compose(subgraphs: Readonly<Record<string, TestSubgraph>>): string {
  const composed = composeServices(
    Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
      name,
      url: `http://${name}/graphql`,
      typeDefs: parse(link + typeDefs),
    })),
  );
  if (composed.errors !== undefined) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}
