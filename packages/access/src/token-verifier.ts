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

/**
 * Verifies access tokens against the identity service's published keys. Every subgraph does so itself and trusts
 * neither the gateway nor the network.
 *
 * @param keys the address of the key set, or a function that finds the key (tests).
 */
export function createTokenVerifier(keys: URL | JWTVerifyGetKey): TokenVerifier {
  const findKey = keys instanceof URL ? createRemoteJWKSet(keys, { cooldownDuration: 1_000 }) : keys;
  return {
    async verify(authorization) {
      if (authorization === undefined || authorization === '') return { kind: 'NONE' };
      const token = /^Bearer ([\w.-]{1,8000})$/.exec(authorization)?.[1];
      if (token === undefined) return { kind: 'FORGED' };
      try {
        const { payload } = await jwtVerify(token, findKey, {
          issuer: tokenIssuer,
          audience: tokenAudience,
          algorithms: ['EdDSA', 'Ed25519'],
          requiredClaims: ['sub', 'exp', 'path'],
        });
        return { kind: 'ACTOR', actor: actorFromClaims(payload) };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return { kind: 'EXPIRED' };
        if (error instanceof errors.JWKSTimeout || error instanceof TypeError) throw error;
        return { kind: 'FORGED' };
      }
    },
  };
}
