import proxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { gatewayHeader, type GatewayProof } from '@nuangong/access';
import { problem } from '@nuangong/primitives';
import { problemsInJson, refuseFile, signInWords } from '@nuangong/subgraph';
import type { GatewayEnvironment } from './environment.ts';
import { verdictOf } from './rate-limits.ts';
import { safeFileHeaders } from './safe-file-headers.ts';
import { notAnswered, perhapsCarriedOut } from './not-answered.ts';

/**
 * Passes sign-in to identity, and files to the service that owns them; each verifies the token itself. The gateway sets
 * a request's number, address and proof, and overwrites what a client sends in those headers.
 */
export async function addServiceRoutes(
  server: FastifyInstance,
  environment: Pick<GatewayEnvironment, 'SERVICE_URLS' | 'FILES_WITHIN_MS'>,
  proof: GatewayProof,
): Promise<void> {
  for (const [name, upstream] of Object.entries(environment.SERVICE_URLS)) {
    const prefixes = name === 'identity' ? ['/auth', '/files/identity'] : [`/files/${name}`];
    for (const prefix of prefixes) {
      await server.register(proxy, {
        upstream,
        prefix,
        rewritePrefix: prefix,
        http2: false,
        ...(prefix !== '/auth' && { preHandler: refuseExpired }),
        undici: { headersTimeout: environment.FILES_WITHIN_MS, bodyTimeout: environment.FILES_WITHIN_MS },
        replyOptions: {
          onError: (reply, { error }) => {
            reply.request.log.error({ err: error, upstream: name }, 'a service did not answer');
            const words = reply.request.method === 'GET' ? notAnswered : perhapsCarriedOut;
            reply.code(503).send(problemsInJson([problem('SERVICE_UNAVAILABLE', words)]));
          },
          rewriteHeaders: (headers) => (prefix === '/auth' ? headers : safeFileHeaders(headers)),
          rewriteRequestHeaders: ({ method, url, id, ip }, { cookie, ...headers }) => ({
            ...headers,
            ...(prefix === '/auth' && cookie !== undefined && { cookie }),
            'x-request-id': id,
            'x-forwarded-for': ip,
            [gatewayHeader]: proof.of({ method, url, authorization: headers.authorization }),
          }),
        },
      });
    }
  }
}

/** Services verify the token themselves, but only the gateway knows which sessions have ended. */
async function refuseExpired(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (verdictOf(request)?.kind === 'EXPIRED') refuseFile(reply, 401, problem('UNAUTHENTICATED', signInWords.EXPIRED));
}
