import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '@nuangong/primitives';
import { answerInWords } from '@nuangong/subgraph';

const foreignPage = problem('FOREIGN_ORIGIN', {
  zh: '请求不是从本系统页面发出的，回到本系统的页面办理',
  en: 'The request did not come from this system’s own page. Use its page.',
});

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses requests that a page of another site could make a browser send: those that the browser marks as cross-site,
 * and those that a form could send, for which the browser asks no preflight. Preflights are not answered, so another
 * site's page can neither set a header nor send JSON.
 */
export function refuseForeignPages(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!changing.has(request.method) || (!isNamedForeign(request) && !isFormLike(request))) return undefined;
    return answerInWords(request, reply, 403, foreignPage);
  });
}

function isNamedForeign({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Whether a request needs no preflight: no token, none of Apollo's headers against forgery, no JSON. */
function isFormLike({ headers }: FastifyRequest): boolean {
  if (headers.authorization !== undefined || headers['apollo-require-preflight'] !== undefined) return false;
  return !/^application\/json\b/i.test(headers['content-type'] ?? '');
}
