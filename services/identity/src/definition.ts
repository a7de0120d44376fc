import { createLocalJWKSet } from 'jose';
import { createTokenVerifier } from '@nuangong/access';
import type { ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { schema } from './schema.ts';
import { addSessionRoutes } from './session/routes.ts';
import { createTokenSigner } from './session/token-signer.ts';

/** The identity service: organisations, staff, sign-in, and the keys that every service verifies tokens against. */
export async function defineIdentity(settings: {
  readonly signingKey: string;
  readonly secureCookies: boolean;
}): Promise<ServiceDefinition<Transaction>> {
  const signer = await createTokenSigner(settings.signingKey);
  return {
    name: 'identity',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    verifier: createTokenVerifier(createLocalJWKSet({ keys: [...signer.publicKeys.keys] })),
    routes: (server, { database }) =>
      addSessionRoutes(server, { database, signer, secureCookies: settings.secureCookies }),
  };
}
