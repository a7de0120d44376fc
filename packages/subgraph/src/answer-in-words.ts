import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@nuangong/primitives';
import { languageOf } from './authenticate.ts';
import { problemsInJson } from './file-route.ts';

/**
 * Refuses a whole request: with GraphQL errors if it was sent to the graph, otherwise with a route's problems. Writes
 * one log line.
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
