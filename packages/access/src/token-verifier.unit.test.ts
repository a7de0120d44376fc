import { exportJWK, generateKeyPair, SignJWT, createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimsOf, type Actor } from './actor.ts';
import { scopeOf } from './organization-path.ts';
import { createTokenVerifier, tokenAudience, tokenIssuer } from './token-verifier.ts';

const actor: Actor = {
  kind: 'STAFF',
  staffId: '00000000-0000-7000-8000-000000000001',
  sessionId: '00000000-0000-7000-8000-000000000002',
  name: '王秀英',
  organizationId: '00000000-0000-7000-8000-000000510101',
  organizationName: '青禾县总工会',
  roles: ['CLERK'],
  scope: scopeOf('51/5101/510101/'),
};

/** A verifier with one key, how often it looked for the key, and what signs for it. */
async function arrange() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'EdDSA' }] });
  const findKey = vi.fn<JWTVerifyGetKey>(keys);
  const sign = async (expires: number) => {
    const claims = new SignJWT({ ...claimsOf(actor) }).setProtectedHeader({ alg: 'EdDSA', kid: 'one' });
    const token = claims.setSubject(actor.staffId).setIssuer(tokenIssuer).setAudience(tokenAudience);
    return `Bearer ${await token.setExpirationTime(expires).sign(privateKey)}`;
  };
  return { verifier: createTokenVerifier(findKey), findKey, sign };
}

const now = Date.UTC(2026, 11, 8) / 1000;
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: now * 1000 }));
afterEach(() => void vi.useRealTimers());

test('an accepted token is verified once, and is refused from the second in which it expires', async () => {
  const { verifier, findKey, sign } = await arrange();
  const authorization = await sign(now + 60);
  for (let asked = 0; asked < 3; asked += 1) expect(await verifier.verify(authorization)).toMatchObject({ actor });
  expect(findKey).toHaveBeenCalledTimes(1);
  vi.setSystemTime((now + 59) * 1000 + 999);
  expect(await verifier.verify(authorization)).toMatchObject({ kind: 'ACTOR' });
  vi.setSystemTime((now + 60) * 1000);
  expect(await verifier.verify(authorization)).toEqual({ kind: 'EXPIRED' });
  expect(await verifier.verify(authorization)).toEqual({ kind: 'EXPIRED' });
});

test('a token that differs from an accepted one in one character is refused at every attempt', async () => {
  const { verifier, findKey, sign } = await arrange();
  const authorization = await sign(now + 60);
  await verifier.verify(authorization);
  const at = authorization.lastIndexOf('.') + 10;
  const forged = authorization.slice(0, at) + (authorization[at] === 'A' ? 'B' : 'A') + authorization.slice(at + 1);
  for (let tried = 0; tried < 2; tried += 1) expect(await verifier.verify(forged)).toEqual({ kind: 'FORGED' });
  expect(findKey).toHaveBeenCalledTimes(3);
});
