import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@nuangong/primitives';
import { languageOf } from './authenticate.ts';
import { problemsInJson } from './file-route.ts';

/**
 * Refuses a request whole: as GraphQL's errors where it was asked of the graph, as problems of a route otherwise. The log
 * has one line of it.
 */
export function answerInWords(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  refusal: Problem,
): FastifyReply {
  request.log.info(
    { code: refusal.code, ...(refusal.field !== undefined && { field: refusal.field }) },
    'a request was refused',
  );
  if (request.routeOptions.url !== '/graphql') return reply.code(status).send(problemsInJson([refusal]));
  const { code, field, message } = refusal;
  const extensions = { code, ...(field !== undefined && { field }), ...message };
  return reply
    .code(status)
    .send({ errors: [{ message: message[languageOf(request.headers['accept-language'])], extensions }] });
}
