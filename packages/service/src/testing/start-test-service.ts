import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGatewayProof, type Actor } from '@nuangong/access';
import { createTestDatabase, createTestEmptyDatabase, type TestDatabase } from '@nuangong/database/testing';
import type { CipherName } from '@nuangong/sealing';
import { startService, type RunningService, type ServicePieces, type TransactionClient } from '../start-service.ts';
import { fetchAsGateway, type FetchAsGateway } from './fetch-as-gateway.ts';
import { createTestTokens, type TestTokens } from './test-tokens.ts';

interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A real service on test databases. */
export interface TestService<Tx, Parts = unknown> {
  readonly service: RunningService<Tx, Parts>;
  readonly databases: TestDatabase;
  readonly tokens: TestTokens;
  /** Requests a path of the service as the gateway does. */
  readonly fetch: FetchAsGateway;
  /** Sends a query as an actor and returns the whole answer, including errors. */
  answer<Data>(
    actor: Actor,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<GraphqlAnswer<Data>>;
  /** Sends a query as an actor and returns the data; throws if there are errors. */
  ask<Data>(actor: Actor, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  stop(): Promise<void>;
}

const testKey = Buffer.alloc(32, 7).toString('base64');

/** Starts a service as in production, over the embedded transport, with test tokens. */
export async function startTestService<Tx extends TransactionClient, Parts>(
  definition: ServicePieces<Tx, Parts>,
  options: {
    readonly serviceDirectory: string;
    readonly serviceRole: string;
    readonly cipher?: CipherName | undefined;
  },
): Promise<TestService<Tx, Parts>> {
  const databases = await createTestDatabase(options);
  const events = await createTestEmptyDatabase();
  const files = await mkdtemp(join(tmpdir(), 'nuangong-test-'));
  const tokens = await createTestTokens();
  const service = await startService(
    { ...definition, verifier: tokens.verifier },
    {
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: databases.url,
      EVENTS_DATABASE_URL: events.ownerUrl,
      JWKS_URL: 'http://127.0.0.1/unused',
      LOG_LEVEL: 'fatal',
      FILES_DIRECTORY: files,
      FIELD_KEY: testKey,
      SEALING_CIPHER: options.cipher ?? 'AES256GCM',
      BLIND_INDEX_KEY: testKey,
      AUDIT_KEY: testKey,
      GATEWAY_KEY: testKey,
      INTROSPECTION: false,
    },
  );
  const fetch = fetchAsGateway(service.url, createGatewayProof(testKey));
  const answer: TestService<Tx, Parts>['answer'] = async (actor, query, variables = {}) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await tokens.authorizationOf(actor) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<never>;
  };
  return {
    service,
    databases,
    tokens,
    fetch,
    answer,
    async ask<Data>(actor: Actor, query: string, variables?: Readonly<Record<string, unknown>>) {
      const { data, errors } = await answer<Data>(actor, query, variables);
      if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors ?? 'no data'));
      return data;
    },
    async stop() {
      await service.stop();
      await databases.drop();
      await events.drop();
      await rm(files, { recursive: true, force: true });
    },
  };
}
