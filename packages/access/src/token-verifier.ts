import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { actorFromClaims, type Actor } from './actor.ts';

export const tokenIssuer = 'nuangong-identity';
export const tokenAudience = 'nuangong';

/** Why a token was rejected: EXPIRED asks the client to refresh, FORGED covers everything else. */
export type TokenVerdict =
  | { readonly kind: 'ACTOR'; readonly actor: Actor }
  | { readonly kind: 'NONE' | 'EXPIRED' | 'FORGED' };

export interface TokenVerifier {
  /** Reads an `Authorization` header. */
  verify(authorization: string | undefined): Promise<TokenVerdict>;
}

interface Accepted {
  readonly verdict: TokenVerdict;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** At most this many accepted tokens are remembered; the oldest is forgotten first. */
const mostRemembered = 5_000;

/**
 * Verifies access tokens against the identity service's published keys. Every subgraph does so itself and trusts
 * neither the gateway nor the network. The signature of an accepted token is checked once; its verdict is remembered
 * until the token expires. A rejected token is checked each time. Whether a session has ended is not part of the
 * verdict: the gateway asks that for each request.
 *
 * @param keys the address of the key set, or a function that finds the key (tests).
 */
export function createTokenVerifier(keys: URL | JWTVerifyGetKey): TokenVerifier {
  const findKey = keys instanceof URL ? createRemoteJWKSet(keys, { cooldownDuration: 1_000 }) : keys;
  const remembered = new Map<string, Accepted>();
  return {
    async verify(authorization) {
      if (authorization === undefined || authorization === '') return { kind: 'NONE' };
      const known = remembered.get(authorization);
      if (known !== undefined && Math.floor(Date.now() / 1000) < known.expires) return known.verdict;
      remembered.delete(authorization);
      const token = /^Bearer ([\w.-]{1,8000})$/.exec(authorization)?.[1];
      if (token === undefined) return { kind: 'FORGED' };
      try {
        const { payload } = await jwtVerify(token, findKey, {
          issuer: tokenIssuer,
          audience: tokenAudience,
          algorithms: ['EdDSA', 'Ed25519'],
          requiredClaims: ['sub', 'exp', 'path'],
        });
        const verdict = { kind: 'ACTOR', actor: actorFromClaims(payload) } as const;
        remember(remembered, authorization, { verdict, expires: payload.exp ?? 0 });
        return verdict;
      } catch (error) {
        if (error instanceof errors.JWTExpired) return { kind: 'EXPIRED' };
        if (error instanceof errors.JWKSTimeout || error instanceof TypeError) throw error;
        return { kind: 'FORGED' };
      }
    },
  };
}

function remember(remembered: Map<string, Accepted>, authorization: string, accepted: Accepted): void {
  const [oldest] = remembered.keys();
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
  remembered.set(authorization, accepted);
}
