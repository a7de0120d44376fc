import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ok, problem, type Problem, type Result } from '@nuangong/primitives';
import { problemsInJson } from '@nuangong/subgraph';
import type { SignedIn } from '../session/begin-session.ts';
import { readEndedSessions } from '../session/ended-sessions.ts';
import { refreshSession } from '../session/refresh-session.ts';
import { signInSecondStep } from './second-step.ts';
import {
  deviceOwner,
  forgetRefreshToken,
  keepDevice,
  keepRefreshToken,
  originOfRequest,
  refreshCookie,
} from '../session/session-cookie.ts';
import { accessLifetimeSeconds, endsWithTheDay, pendingLifetimeSeconds } from '../session/session.ts';
import { signIn, type SignInParts } from './sign-in-by-password.ts';
import { signOut } from '../session/sign-out.ts';

const credentials = z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(256) });

const secondStep = z.object({ pendingToken: z.string().min(1).max(2_000), code: z.string().min(1).max(64) });

const codeMissing = problem(
  'CODE_MISSING',
  { zh: '填写动态口令或恢复码', en: 'Enter the code from the device, or a recovery code.' },
  'code',
);
const incomplete = problem('CREDENTIALS_MISSING', {
  zh: '填写账号和密码',
  en: 'Enter the username and password.',
});
const notSignedIn = problem('SESSION_OVER', { zh: '登录后再办理', en: 'Sign in first.' });
const foreignOrigin = problem('FOREIGN_ORIGIN', {
  zh: '请求不是从本系统页面发出的，回到登录页重新登录',
  en: 'The request did not come from this system’s own page. Sign in from its page.',
});

/**
 * Sign-in, refresh and sign-out over HTTP. The refresh token travels only in an HttpOnly cookie that is sent to these
 * routes; the access token is in the answer and lives in the page's memory.
 */
export async function addSessionRoutes(
  server: FastifyInstance,
  parts: SignInParts & { readonly secureCookies: boolean },
): Promise<void> {
  await server.register(cookie);
  const now = parts.clock;

  const answer = async (reply: FastifyReply, result: Result<SignedIn>) => {
    if (!result.ok) return refuseSignIn(reply, result.problems);
    const { actor, username, refreshToken, mustChangePassword } = result.value;
    keepDevice(reply, parts.keyring, username, parts.secureCookies);
    return keepRefreshToken(reply, refreshToken, parts.secureCookies)
      .header('cache-control', 'no-store')
      .send({
        accessToken: await parts.signer.sign(actor, now()),
        expiresIn: accessLifetimeSeconds(endsWithTheDay(actor), now()),
        mustChangePassword,
        staff: { id: actor.staffId, name: actor.name, roles: actor.roles },
        organization: { id: actor.organizationId, name: actor.organizationName, path: actor.scope },
      });
  };

  server.get('/.well-known/jwks.json', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=60').send(parts.signer.publicKeys),
  );
  // Not below /auth: only the gateway calls this, and forwards nobody to it.
  server.get('/ended-sessions', async () => ({ sessionIds: await readEndedSessions(parts.database, now()) }));
  server.post('/auth/sign-in', async (request, reply) => {
    const given = credentials.safeParse(request.body);
    if (!given.success) return reply.code(400).send(problemsInJson([incomplete]));
    const result = await signIn(parts, given.data, originOfRequest(request), deviceOwner(request, parts.keyring));
    if (!result.ok) return refuseSignIn(reply, result.problems);
    if (!('pendingToken' in result.value)) return answer(reply, ok(result.value));
    const { pendingToken } = result.value;
    return reply.header('cache-control', 'no-store').send({ pendingToken, expiresIn: pendingLifetimeSeconds });
  });
  server.post('/auth/second-step', async (request, reply) => {
    const given = secondStep.safeParse(request.body);
    if (!given.success) return reply.code(400).send(problemsInJson([codeMissing]));
    return answer(reply, await signInSecondStep(parts, given.data, originOfRequest(request)));
  });
  server.post('/auth/refresh', async (request, reply) => {
    if (isForeign(request)) return reply.code(403).send(problemsInJson([foreignOrigin]));
    const token = request.cookies[refreshCookie];
    if (token === undefined) return reply.code(401).send(problemsInJson([notSignedIn]));
    return answer(reply, await refreshSession(parts.database, token, now()));
  });
  server.post('/auth/sign-out', async (request, reply) => {
    if (isForeign(request)) return reply.code(403).send(problemsInJson([foreignOrigin]));
    const token = request.cookies[refreshCookie];
    if (token !== undefined) await signOut(parts.database, token, now());
    return forgetRefreshToken(reply).code(204).send();
  });
}

/** Whether the browser says that a request comes from another site; such pages may not use the cookie. */
function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

const waiting = new Set(['TRY_LATER', 'ACCOUNT_LOCKED']);

function refuseSignIn(reply: FastifyReply, problems: readonly Problem[]): FastifyReply {
  const status = problems.some(({ code }) => waiting.has(code)) ? 429 : 401;
  return forgetRefreshToken(reply).code(status).send(problemsInJson(problems));
}
