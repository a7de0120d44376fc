import rateLimit, { type CreateRateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenVerdict, TokenVerifier } from '@nuangong/access';
import { problem, type Bilingual } from '@nuangong/primitives';
import { answerInWords } from '@nuangong/subgraph';
import type { GatewayEnvironment } from './environment.ts';

type Limits = Pick<GatewayEnvironment, 'RATE_PER_ADDRESS' | 'RATE_PER_ACCOUNT' | 'RATE_OF_SIGN_IN'>;

/** The property of a request that holds the verdict on its token. */
export const tokenVerdict = 'tokenVerdict';

const withinMs = 60_000;
/** At most this many addresses or accounts are remembered. */
const remembered = 20_000;
/** The prefix of an IPv6 address that belongs to one subscriber. */
const subscriberBits = 64;
const withoutGuessing = new Set(['/auth/refresh', '/auth/sign-out', '/auth/ways']);

/**
 * Limits requests a minute by account, by address, and, much more strictly, attempts to sign in or to set a password by
 * address. Verifies the token and stores the verdict on the request. Each gateway process counts separately; the
 * console's files are not counted.
 */
export async function addRateLimits(
  server: FastifyInstance,
  limits: Limits,
  verifier: TokenVerifier | undefined,
): Promise<void> {
  await server.register(rateLimit, {
    global: false,
    timeWindow: withinMs,
    cache: remembered,
    ipv6Subnet: subscriberBits,
  });
  const limitOf = (max: number, more: CreateRateLimitOptions = {}) =>
    max === 0 ? undefined : server.createRateLimit({ max, ...more });
  const ofSignIn = limitOf(limits.RATE_OF_SIGN_IN);
  const ofAddress = limitOf(limits.RATE_PER_ADDRESS);
  const ofAccount = limitOf(limits.RATE_PER_ACCOUNT, {
    keyGenerator: (request) => accountOf(verdictOf(request)) ?? '',
  });
  server.decorateRequest(tokenVerdict, undefined);
  server.addHook('onRequest', async (request, reply) => {
    // The route, not the address as written: /%61uth is /auth too.
    const area = /^\/(graphql|files|auth)\b/.exec(request.routeOptions.url ?? '')?.[1];
    if (area === undefined) return undefined;
    const guessing = area === 'auth' && !withoutGuessing.has(request.url);
    for (const limit of [ofAddress, guessing ? ofSignIn : undefined]) {
      const spent = await limit?.(request);
      if (spent?.isAllowed === false && spent.isExceeded) return refuse(request, reply, spent.ttlInSeconds);
    }
    if (verifier === undefined || area === 'auth') return undefined;
    request.setDecorator(tokenVerdict, await verifier.verify(request.headers.authorization));
    if (accountOf(verdictOf(request)) === undefined) return undefined;
    const spent = await ofAccount?.(request);
    if (spent?.isAllowed === false && spent.isExceeded) return refuse(request, reply, spent.ttlInSeconds);
    return undefined;
  });
}

/** The verdict that `addRateLimits` stored on a request. */
export function verdictOf(request: FastifyRequest): TokenVerdict | undefined {
  return request.getDecorator<TokenVerdict | undefined>(tokenVerdict);
}

function accountOf(verdict: TokenVerdict | undefined): string | undefined {
  return verdict?.kind === 'ACTOR' ? verdict.actor.staffId : undefined;
}

/** The refusal of too many requests. */
export function tooManyRequests(seconds: number): Bilingual {
  return {
    zh: `操作过于频繁，${seconds} 秒后再试`,
    en: `Too many requests. Try again in ${seconds} seconds.`,
  };
}

function refuse(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  return answerInWords(
    request,
    reply.header('retry-after', String(seconds)),
    429,
    problem('TOO_MANY_REQUESTS', tooManyRequests(seconds)),
  );
}
