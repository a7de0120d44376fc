import { z } from 'zod';
import { runService } from '@nuangong/service';
import { defineIdentity } from './definition.ts';

const optional = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));
const settings = z
  .object({
    TOKEN_SIGNING_KEY: z.string().min(1),
    PUBLIC_ORIGIN: z.string().default(''),
    OIDC_ISSUER: optional.pipe(z.url().optional()),
    OIDC_CLIENT_ID: optional,
    OIDC_CLIENT_SECRET: optional,
    OIDC_USERNAME_CLAIM: optional,
  })
  .refine(
    (read) => new Set([read.OIDC_ISSUER, read.OIDC_CLIENT_ID, read.OIDC_CLIENT_SECRET].map(Boolean)).size === 1,
    'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together',
  );
const read = settings.parse(process.env);
const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: clientId = '', OIDC_CLIENT_SECRET: clientSecret = '' } = read;

await runService(
  await defineIdentity({
    signingKey: read.TOKEN_SIGNING_KEY,
    publicOrigin: read.PUBLIC_ORIGIN,
    outside: issuer === '' ? undefined : { issuer, clientId, clientSecret, usernameClaim: read.OIDC_USERNAME_CLAIM },
  }),
);
