import { exportJWK, importJWK, SignJWT, type JWK } from 'jose';
import { claimsOf, tokenAudience, tokenIssuer, type Actor } from '@nuangong/access';
import { accessTokenLifetimeSeconds } from './session.ts';

/** Signs access tokens and publishes the key that verifies them. */
export interface TokenSigner {
  sign(actor: Actor, now: Date): Promise<string>;
  readonly publicKeys: { readonly keys: readonly JWK[] };
}

/** Makes a signer from a private Ed25519 key in JWK form (`TOKEN_SIGNING_KEY`). */
export async function createTokenSigner(signingKey: string): Promise<TokenSigner> {
  const jwk = JSON.parse(signingKey) as JWK;
  const kid = jwk.kid ?? 'identity-1';
  const key = await importJWK(jwk, 'EdDSA');
  const { d: _private, ...publicKey } = jwk;
  const published = { ...(await exportJWK(await importJWK(publicKey, 'EdDSA'))), kid, alg: 'EdDSA', use: 'sig' };
  return {
    publicKeys: { keys: [published] },
    sign: (actor, now) =>
      new SignJWT({ ...claimsOf(actor) })
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setSubject(actor.staffId)
        .setIssuer(tokenIssuer)
        .setAudience(tokenAudience)
        .setIssuedAt(now)
        .setExpirationTime(Math.floor(now.getTime() / 1000) + accessTokenLifetimeSeconds)
        .sign(key),
  };
}
