import type { FastifyInstance } from 'fastify';
import type { SubgraphPlace } from './subgraph-source.ts';

/**
 * `/ready`: 200 if every subgraph says that it is ready, otherwise 503 with the names of those that do not.
 * Concurrent requests share one question to each subgraph.
 */
export function addReadiness(
  server: FastifyInstance,
  places: readonly Pick<SubgraphPlace, 'name' | 'url'>[],
  withinMs: number,
): void {
  let asking: Promise<readonly string[]> | undefined;
  server.get('/ready', async (_request, reply) => {
    asking ??= namesNotReady(places, withinMs).finally(() => (asking = undefined));
    const waitingFor = await asking;
    return reply.code(waitingFor.length === 0 ? 200 : 503).send({ ready: waitingFor.length === 0, waitingFor });
  });
}

async function namesNotReady(
  places: readonly Pick<SubgraphPlace, 'name' | 'url'>[],
  withinMs: number,
): Promise<readonly string[]> {
  const ready = await Promise.all(places.map(({ url }) => isReady(new URL('/ready', url), withinMs)));
  return places.filter((_place, index) => ready[index] !== true).map(({ name }) => name);
}

async function isReady(url: URL, withinMs: number): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(withinMs) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
}
