import type { FastifyReply } from 'fastify';
import type { Problem } from '@nuangong/primitives';

/** Answers a request beside GraphQL with problems, in both languages. */
export function refuseFile(reply: FastifyReply, status: number, ...problems: readonly Problem[]): FastifyReply {
  return reply.code(status).send(problemsInJson(problems));
}

/** Problems in the format of routes beside GraphQL: `{problems: [{code, field?, zh, en}]}`. */
export function problemsInJson(problems: readonly Problem[]): { readonly problems: readonly object[] } {
  return {
    problems: problems.map(({ code, field, message }) => ({ code, ...(field !== undefined && { field }), ...message })),
  };
}
