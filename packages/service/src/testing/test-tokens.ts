import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import {
  claimsOf,
  createTokenVerifier,
  scopeOf,
  tokenAudience,
  tokenIssuer,
  type Actor,
  type TokenVerifier,
} from '@nuangong/access';

/** Tokens signed by a test key, and their verifier. */
export interface TestTokens {
  readonly verifier: TokenVerifier;
  readonly publicKeys: { readonly keys: JWK[] };
  /** An `Authorization` header; `expiresInSeconds` may be negative. */
  authorizationOf(actor: Actor, expiresInSeconds?: number): Promise<string>;
}

export async function createTestTokens(): Promise<TestTokens> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA' };
  return {
    verifier: createTokenVerifier(createLocalJWKSet({ keys: [jwk] })),
    publicKeys: { keys: [jwk] },
    async authorizationOf(actor, expiresInSeconds = 600) {
      const token = await new SignJWT({ ...claimsOf(actor) })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
        .setSubject(actor.staffId)
        .setIssuer(tokenIssuer)
        .setAudience(tokenAudience)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
        .sign(privateKey);
      return `Bearer ${token}`;
    },
  };
}

/** A test actor: by default a clerk of the first county. Each has a different staff id. */
export function buildActor(overrides: Partial<Omit<Actor, 'scope'>> & { readonly scope?: string } = {}): Actor {
  return {
    kind: 'STAFF',
    staffId: crypto.randomUUID(),
    sessionId: crypto.randomUUID(),
    name: '王秀英',
    organizationId: '00000000-0000-7000-8000-000000510101',
    organizationName: '青禾县总工会',
    roles: ['CLERK'],
    ...overrides,
    scope: scopeOf(overrides.scope ?? '51/5101/510101/'),
  };
}
