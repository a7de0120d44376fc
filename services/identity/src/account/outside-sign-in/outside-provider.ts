import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { z } from 'zod';

/** This system's registration at the outside provider, and the claim that identifies an account. */
export interface OutsideSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * A claim that holds our usernames, if the provider stores them; without it only accounts that the administrator
   * linked can sign in.
   */
  readonly usernameClaim?: string | undefined;
}

/** What the browser stores while it is at the provider. */
export const outsideJourney = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  begunAt: z.number(),
});
export type OutsideJourney = z.infer<typeof outsideJourney>;

/** The person that the provider authenticated. */
export interface OutsidePerson {
  readonly subject: string;
  readonly username: string | null;
}

/**
 * An OpenID Connect provider. Its endpoints are discovered at the first sign-in, so that the service can start without
 * it.
 */
export interface OutsideProvider {
  begin(now: Date): Promise<{ readonly address: string; readonly journey: OutsideJourney }>;
  /**
   * Exchanges the parameters of the callback; throws when the provider refuses or when they do not match the journey.
   */
  finish(cameBackTo: URL, journey: OutsideJourney): Promise<OutsidePerson>;
}

const scope = 'openid profile';

/** Creates the provider; `redirectTo` is our address to which it sends browsers back. */
export function createOutsideProvider(settings: OutsideSettings, redirectTo: string): OutsideProvider {
  let known: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    async begin(now) {
      const journey = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        begunAt: now.getTime(),
      };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectTo,
        scope,
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, journey };
    },
    async finish(cameBackTo, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(await configuration(), cameBackTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the provider sent no identity token');
      const { usernameClaim: claim } = settings;
      if (claim === undefined) return { subject: claims.sub, username: null };
      const told =
        claims[claim] ?? (await fetchUserInfo(await configuration(), tokens.access_token, claims.sub))[claim];
      return { subject: claims.sub, username: typeof told === 'string' ? told.toLowerCase() : null };
    },
  };
}

/** A provider on this machine may be reached without TLS; any other may not. */
function discover({ issuer, clientId, clientSecret }: OutsideSettings): Promise<Configuration> {
  const address = new URL(issuer);
  const here = ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname);
  const options = here && address.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {};
  return discovery(address, clientId, clientSecret, undefined, options);
}
