import proxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { gatewayHeader, type GatewayProof } from '@nuangong/access';
import { problem } from '@nuangong/primitives';
import { problemsInJson } from '@nuangong/subgraph';
import type { GatewayEnvironment } from './environment.ts';
import { safeFileHeaders } from './safe-file-headers.ts';
import { notAnswered, perhapsCarriedOut } from './not-answered.ts';

/**
 * Passes sign-in to identity, and files to the service that owns them; each verifies the token itself. Number, address
 * and proof of a request are the gateway's own: what a client sends under their names is written over.
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
