import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keepRefreshToken, originOfRequest } from '../session/session-cookie.ts';
import type { SignInParts } from '../sign-in/sign-in-by-password.ts';
import {
  createOutsideProvider,
  outsideJourney,
  type OutsideJourney,
  type OutsideSettings,
} from './outside-provider.ts';
import { signInOutside } from './sign-in-outside.ts';

const cookieName = 'nuangong_outside';
const path = '/auth/outside';
const boundTo = 'outside sign-in';
const journeyMs = 10 * 60 * 1000;

/**
 * Sign-in through the outside provider: `/auth/outside/begin` redirects the browser to it, `/auth/outside/callback`
 * receives the browser and redirects it to the console. State, nonce and PKCE verifier are sealed in a cookie that
 * lives for ten minutes. Without a provider, `/auth/ways` says so and the other routes do not exist.
 */
export function addOutsideRoutes(
  server: FastifyInstance,
  parts: SignInParts & {
    readonly secureCookies: boolean;
    readonly publicOrigin: string;
    readonly outside: OutsideSettings | undefined;
  },
): void {
  server.get('/auth/ways', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ outside: parts.outside !== undefined }),
  );
  if (parts.outside === undefined) return;
  const provider = createOutsideProvider(parts.outside, `${parts.publicOrigin}${path}/callback`);
  // Lax, because the browser comes back from another site's page. Only the callback reads it, once.
  const cookie = {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: parts.secureCookies,
    maxAge: journeyMs / 1000,
  } as const;

  server.get(`${path}/begin`, async (request, reply) => {
    try {
      const { address, journey } = await provider.begin(parts.clock());
      const sealed = parts.keyring.sealForTransit(JSON.stringify(journey), boundTo);
      return reply.setCookie(cookieName, sealed, cookie).header('cache-control', 'no-store').redirect(address, 303);
    } catch (error) {
      request.log.error({ err: error }, 'the outside provider cannot be asked');
      return backToSignIn(reply, 'OUTSIDE_UNREACHABLE');
    }
  });
  server.get(`${path}/callback`, async (request, reply) => {
    reply.clearCookie(cookieName, { path }).header('cache-control', 'no-store');
    const journey = readJourney(request, parts);
    if (journey === null) return backToSignIn(reply, 'OUTSIDE_REFUSED');
    const person = await provider.finish(new URL(request.url, parts.publicOrigin), journey).catch((error: unknown) => {
      request.log.warn({ err: error }, 'the outside provider did not confirm a sign-in');
      return null;
    });
    if (person === null) return backToSignIn(reply, 'OUTSIDE_REFUSED');
    const result = await signInOutside(parts, person, originOfRequest(request));
    if (!result.ok) return backToSignIn(reply, result.problems[0]?.code ?? 'OUTSIDE_REFUSED');
    // After '#', so that the token reaches no server and no log.
    if ('pendingToken' in result.value) return reply.redirect(`/login#second-step=${result.value.pendingToken}`, 303);
    return keepRefreshToken(reply, result.value.refreshToken, parts.secureCookies).redirect('/', 303);
  });
}

function readJourney(request: FastifyRequest, { keyring, clock }: SignInParts): OutsideJourney | null {
  const sealed = request.cookies[cookieName];
  if (sealed === undefined) return null;
  try {
    const journey = outsideJourney.parse(JSON.parse(keyring.openFromTransit(sealed, boundTo)));
    return clock().getTime() - journey.begunAt < journeyMs ? journey : null;
  } catch {
    return null;
  }
}

/** The console's sign-in page shows the message for the code. */
function backToSignIn(reply: FastifyReply, code: string): FastifyReply {
  return reply.redirect(`/login?refused=${code}`, 303);
}
