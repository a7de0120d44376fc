import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ending } from '@nuangong/database';
import type { Bilingual } from '@nuangong/primitives';

/** How long the gateway waits for an answer from now on, in milliseconds. */
export const withinHeader = 'x-answer-within-ms';

const longestMs = 600_000;

/** Aborted when whoever asked hangs up before the answer is written. */
export function callerGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** Until when somebody waits for the answer of a request: as long as its connection lives, and the gateway has time. */
export function endingOfRequest(request: FastifyRequest, reply: FastifyReply): Ending {
  const gone = callerGone(reply);
  const within = Number(request.headers[withinHeader]);
  if (!Number.isInteger(within) || within < 1 || within > longestMs) return { signal: gone };
  return { signal: AbortSignal.any([gone, AbortSignal.timeout(within)]), at: performance.now() + within };
}

/** What somebody is told whose request took too long: nothing of it was kept. */
export const timeOver: Bilingual = {
  zh: '用时过长，已停止，没有任何改动；缩小范围后重试',
  en: 'This took too long and was stopped; nothing was changed. Narrow it and try again.',
};
