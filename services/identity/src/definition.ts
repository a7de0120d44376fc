import { createLocalJWKSet } from 'jose';
import { createTokenVerifier } from '@nuangong/access';
import { readKey, type ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import type { RunningParts } from './running-parts.ts';
import { schema } from './schema.ts';
import { addSessionRoutes } from './session/routes.ts';
import { createTokenSigner } from './session/token-signer.ts';

/**
 * The identity service: organisations, staff, sign-in, and the keys that every service verifies tokens against;
 * `clock` is the present moment.
 */
export async function defineIdentity(settings: {
  readonly signingKey: string;
  readonly secureCookies: boolean;
  readonly clock?: () => Date;
}): Promise<ServiceDefinition<Transaction, RunningParts>> {
  const signer = await createTokenSigner(settings.signingKey);
  const { secureCookies, clock = () => new Date() } = settings;
  return {
    name: 'identity',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    parts: ({ environment }) => ({
      fieldKey: readKey(environment.FIELD_KEY, 'FIELD_KEY'),
      blindIndexKey: readKey(environment.BLIND_INDEX_KEY, 'BLIND_INDEX_KEY'),
      clock,
    }),
    verifier: createTokenVerifier(createLocalJWKSet({ keys: [...signer.publicKeys.keys] })),
    routes: (server, { database, parts }) => addSessionRoutes(server, { database, signer, secureCookies, ...parts }),
  };
}
