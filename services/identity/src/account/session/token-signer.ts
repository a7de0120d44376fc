import { errors, exportJWK, importJWK, jwtVerify, SignJWT, type JWK } from 'jose';
import { z } from 'zod';
import { claimsOf, tokenAudience, tokenIssuer, type Actor } from '@nuangong/access';
import { accessLifetimeSeconds, endsWithTheDay, pendingLifetimeSeconds } from './session.ts';

/** A sign-in whose first step succeeded and whose second factor is still to come. */
export interface PendingSignIn {
  readonly staffId: string;
  readonly organizationPath: string;
  /** Milliseconds since 1970, 0 if it never was: a password change in between invalidates the pending sign-in. */
  readonly passwordChangedAt: number;
  /** Whether the first step was the outside provider's. */
  readonly outside: boolean;
}

/** Signs access tokens and publishes the key that verifies them. */
export interface TokenSigner {
  sign(actor: Actor, now: Date): Promise<string>;
  /**
   * Signs a token that is valid only for the second step: its audience differs, so no service accepts it as an access
   * token.
   */
  signPending(pending: PendingSignIn, now: Date): Promise<string>;
  /** Reads such a token; null if it has expired or is not ours. */
  readPending(token: string, now: Date): Promise<PendingSignIn | null>;
  readonly publicKeys: { readonly keys: readonly JWK[] };
}

const pendingAudience = 'nuangong-second-step';
const pendingClaims = z.object({ sub: z.uuid(), path: z.string(), changed: z.number(), outside: z.boolean() });

/** Creates a signer from a private Ed25519 key in JWK form (`TOKEN_SIGNING_KEY`). */
export async function createTokenSigner(signingKey: string): Promise<TokenSigner> {
  const jwk = JSON.parse(signingKey) as JWK;
  const kid = jwk.kid ?? 'identity-1';
  const key = await importJWK(jwk, 'EdDSA');
  const { d: _private, ...publicKey } = jwk;
  const published = { ...(await exportJWK(await importJWK(publicKey, 'EdDSA'))), kid, alg: 'EdDSA', use: 'sig' };
  const verifyingKey = await importJWK(publicKey, 'EdDSA');
  const sign = (claims: object, subject: string, audience: string, now: Date, lifetimeSeconds: number) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setSubject(subject)
      .setIssuer(tokenIssuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(Math.floor(now.getTime() / 1000) + lifetimeSeconds)
      .sign(key);
  return {
    publicKeys: { keys: [published] },
    sign: (actor, now) =>
      sign(claimsOf(actor), actor.staffId, tokenAudience, now, accessLifetimeSeconds(endsWithTheDay(actor), now)),
    signPending: ({ staffId, organizationPath: path, passwordChangedAt: changed, outside }, now) =>
      sign({ path, changed, outside }, staffId, pendingAudience, now, pendingLifetimeSeconds),
    async readPending(token, now) {
      try {
        const options = { issuer: tokenIssuer, audience: pendingAudience, currentDate: now };
        const { payload } = await jwtVerify(token, verifyingKey, options);
        const {
          sub: staffId,
          path: organizationPath,
          changed: passwordChangedAt,
          outside,
        } = pendingClaims.parse(payload);
        return { staffId, organizationPath, passwordChangedAt, outside };
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null;
        throw error;
      }
    },
  };
}
