import { createLocalJWKSet } from 'jose';
import { createTokenVerifier } from '@nuangong/access';
import { derivedKey, readKey } from '@nuangong/sealing';
import { obligationTask } from '@nuangong/obligations';
import type { ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { openMissingOfDelegations } from './account/delegation/open-missing-of-delegations.ts';
import type { OutsideSettings } from './account/outside-sign-in/outside-provider.ts';
import { addOutsideRoutes } from './account/outside-sign-in/routes.ts';
import type { RunningParts } from './running-parts.ts';
import { schema } from './schema.ts';
import { addSessionRoutes } from './account/sign-in/routes.ts';
import { createTokenSigner } from './account/session/token-signer.ts';

/**
 * The identity service: organisations, staff, sign-in, and the keys that every service verifies tokens against. `clock`
 * gives the current time.
 */
export async function defineIdentity(settings: {
  readonly signingKey: string;
  /** The public address of the system, such as `https://aid.example.cn`. */
  readonly publicOrigin: string;
  readonly outside?: OutsideSettings | undefined;
  readonly clock?: () => Date;
}): Promise<ServiceDefinition<Transaction, RunningParts>> {
  const signer = await createTokenSigner(settings.signingKey);
  const { publicOrigin, outside, clock = () => new Date() } = settings;
  const secureCookies = publicOrigin.startsWith('https:');
  return {
    name: 'identity',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    parts: async ({ environment, keyring }) => ({
      keyring: await keyring(),
      digestKey: derivedKey(readKey(environment.AUDIT_KEY, 'AUDIT_KEY'), 'sign-in digests'),
      clock,
    }),
    verifier: createTokenVerifier(createLocalJWKSet({ keys: [...signer.publicKeys.keys] })),
    scheduled: ({ database }) => [
      obligationTask(database.pool, clock),
      { name: 'missing-of-delegations', cron: '*/5 * * * *', run: () => openMissingOfDelegations(database, clock()) },
    ],
    async routes(server, { database, parts }) {
      const signIn = { database, signer, secureCookies, ...parts };
      await addSessionRoutes(server, signIn);
      addOutsideRoutes(server, { ...signIn, publicOrigin, outside });
    },
  };
}
