import proxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { gatewayHeader, type GatewayProof } from '@nuangong/access';

/**
 * Passes sign-in to identity, and files to the service that owns them; each verifies the token itself. Number, address
 * and proof of a request are the gateway's own: what a client sends under their names is written over.
 */
export async function addServiceRoutes(
  server: FastifyInstance,
  services: Readonly<Record<string, string>>,
  proof: GatewayProof,
): Promise<void> {
  for (const [name, upstream] of Object.entries(services)) {
    const prefixes = name === 'identity' ? ['/auth', '/files/identity'] : [`/files/${name}`];
    for (const prefix of prefixes) {
      await server.register(proxy, {
        upstream,
        prefix,
        rewritePrefix: prefix,
        http2: false,
        replyOptions: {
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
