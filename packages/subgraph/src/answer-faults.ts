import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { problem, type Problem } from '@nuangong/primitives';
import { answerInWords } from './answer-in-words.ts';
import { problemsInJson, refuseFile } from './file-route.ts';
import { internalFault } from './internal-fault.ts';

const tooLarge = problem('REQUEST_TOO_LARGE', {
  zh: '发送的内容过大，分几次办理',
  en: 'What was sent is too large. Send it in several parts.',
});

const notReadable = problem('REQUEST_NOT_READABLE', {
  zh: '发送的内容读不出，刷新页面后重新办理',
  en: 'What was sent cannot be read. Reload the page and try again.',
});

/**
 * Answers faults beside GraphQL with problems in both languages: a malformed request with 4xx, anything else with 500
 * and the number under which it is logged. Reveals nothing about the fault itself.
 */
export function answerFaults(server: FastifyInstance, logger: Logger): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return answerInWords(request, reply, status, refusalOf(status));
    const { number, ...message } = internalFault();
    logger.error({ err: error, number, reqId: request.id }, 'unexpected error');
    return reply.code(500).send(problemsInJson([problem('INTERNAL_SERVER_ERROR', message)]));
  });
}

function refusalOf(status: number): Problem {
  return status === 413 ? tooLarge : notReadable;
}

const addressNotReadable = problem('ADDRESS_NOT_READABLE', {
  zh: '网址不对，回到原来的页面重新打开',
  en: 'This address cannot be read. Go back to the page it came from and open it again.',
});

/** Refuses an address that cannot be read or whose parts are too long, before any route; never repeats the address. */
export function refuseAddress(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void refuseFile(reply, error.statusCode === 404 ? 404 : 400, addressNotReadable);
}
