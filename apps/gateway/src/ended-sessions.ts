import type { Logger } from 'pino';
import { z } from 'zod';
import { gatewayHeader, type GatewayProof, type TokenVerifier } from '@nuangong/access';

const path = '/ended-sessions';
const askEveryMs = 2_000;
const answer = z.object({ sessionIds: z.array(z.uuid()) });

export interface EndedSessions {
  has(sessionId: string): boolean;
  stop(): void;
}

/**
 * Asks the identity service every two seconds which sessions have ended, so that an access token becomes invalid soon
 * after its session. While identity does not answer, its last answer is used, and tokens expire by themselves.
 */
export function watchEndedSessions(identity: string, proof: GatewayProof, logger: Logger): EndedSessions {
  const headers = { [gatewayHeader]: proof.of({ method: 'GET', url: path, authorization: undefined }) };
  let ended: ReadonlySet<string> = new Set();
  let silent = false;
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      const response = await fetch(identity + path, { headers, signal: AbortSignal.timeout(askEveryMs) });
      ended = new Set(answer.parse(await response.json()).sessionIds);
      silent = false;
    } catch (error) {
      if (!silent) logger.warn({ err: error }, 'identity does not tell which sessions have ended');
      silent = true;
    } finally {
      asking = false;
    }
  };
  void ask();
  const timer = setInterval(() => void ask(), askEveryMs).unref();
  return { has: (sessionId) => ended.has(sessionId), stop: () => clearInterval(timer) };
}

/** Treats the token of an ended session as expired: the page asks for a new one, and has to sign in. */
export function refuseEnded(verifier: TokenVerifier, ended: Pick<EndedSessions, 'has'>): TokenVerifier {
  return {
    async verify(authorization) {
      const verdict = await verifier.verify(authorization);
      return verdict.kind === 'ACTOR' && ended.has(verdict.actor.sessionId) ? { kind: 'EXPIRED' } : verdict;
    },
  };
}
