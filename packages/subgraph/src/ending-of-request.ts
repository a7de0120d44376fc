import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ending } from '@nuangong/database';
import type { Bilingual } from '@nuangong/primitives';

/** The header with the time that the gateway still waits for an answer, in milliseconds. */
export const withinHeader = 'x-answer-within-ms';

const longestMs = 600_000;

/** Aborted when the client disconnects before the answer is written. */
export function callerGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** How long a request's answer is awaited: while its connection is open, and within the gateway's time limit. */
export function endingOfRequest(request: FastifyRequest, reply: FastifyReply): Ending {
  const gone = callerGone(reply);
  const within = Number(request.headers[withinHeader]);
  if (!Number.isInteger(within) || within < 1 || within > longestMs) return { signal: gone };
  return { signal: AbortSignal.any([gone, AbortSignal.timeout(within)]), at: performance.now() + within };
}

/** The message for a request that took too long: none of its changes were kept. */
export const timeOver: Bilingual = {
  zh: '用时过长，已停止，没有任何改动；缩小范围后重试',
  en: 'This took too long and was stopped; nothing was changed. Narrow it and try again.',
};
