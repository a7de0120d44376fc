import type { FastifyInstance } from 'fastify';
import { gatewayHeader, type GatewayProof } from '@nuangong/access';
import { problem } from '@nuangong/primitives';
import { problemsInJson } from './file-route.ts';

/** Used by operators, and by services for the public keys; they contain nothing about anybody. */
const openRoutes = new Set(['/health', '/ready', '/metrics', '/.well-known/jwks.json']);

const notThroughGateway = problem('NOT_THROUGH_GATEWAY', {
  zh: '此地址只供系统内部使用，从系统的网址进入',
  en: 'This address is for the system itself. Use the address of the system.',
});

/**
 * Refuses every request that did not come through the gateway, before any of it is read, with 421, which the gateway
 * distinguishes from a service's own refusals.
 */
export function admitGatewayOnly(server: FastifyInstance, proof: GatewayProof): void {
  server.addHook('onRequest', async (request, reply) => {
    if (openRoutes.has(request.routeOptions.url ?? '')) return undefined;
    const { method, url, headers } = request;
    if (proof.isOf({ method, url, authorization: headers.authorization }, headers[gatewayHeader])) return undefined;
    return reply.code(421).send(problemsInJson([notThroughGateway]));
  });
}
