import type { FastifyInstance } from 'fastify';
import { brokenText, ok, problem, refuse, withoutControls, type Result } from '@nuangong/primitives';
import { answerInWords } from '../answer-in-words.ts';

/** Values within values of what is sent: the deepest input of the graph has six. */
const deepest = 32;

/**
 * Cleans every text of a request before anything of it is read: JSON bodies, and what stands in an address. Control
 * characters go, since nobody typed them and no database keeps them all; a text with half of a character is refused
 * with TEXT_BROKEN, since a name would be another without it. What an address says twice is refused too.
 */
export function cleanRequests(server: FastifyInstance): void {
  server.addHook('preValidation', async (request, reply) => {
    const twice = Object.entries(request.query ?? {}).find(([, value]) => typeof value !== 'string');
    if (twice !== undefined) return answerInWords(request, reply, 400, problem('BAD_REQUEST', saidTwice, twice[0]));
    const cleaned = cleanValue({ body: request.body, query: request.query, params: request.params });
    if (!cleaned.ok)
      return answerInWords(request, reply, 400, cleaned.problems[0] ?? problem('TEXT_BROKEN', brokenText));
    Object.assign(request, cleaned.value);
    return undefined;
  });
}

/** A JSON value with every text in it cleaned; what is no JSON, such as the stream of an upload, stays as it is. */
export function cleanValue<T>(value: T): Result<T> {
  try {
    return ok(cleanedOf(value, undefined, 0) as T);
  } catch (error) {
    if (error instanceof NotClean) return refuse(error.problem);
    throw error;
  }
}

class NotClean extends Error {
  readonly problem;

  constructor(code: string, words: { readonly zh: string; readonly en: string }, field: string | undefined) {
    super(code);
    this.problem = problem(code, words, field);
  }
}

function cleanedOf(value: unknown, field: string | undefined, depth: number): unknown {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new NotClean('TEXT_BROKEN', brokenText, field);
    return withoutControls(value);
  }
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) return value;
  if (depth > deepest) throw new NotClean('BAD_USER_INPUT', tooDeep, field);
  if (isList) return value.map((one) => cleanedOf(one, field, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleanedOf(one, name, depth + 1)]));
}

/** An object as JSON and Fastify's readers of addresses make it, and nobody's instance. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const saidTwice = {
  zh: '地址中的参数重复，每个参数只写一次',
  en: 'A parameter stands in the address more than once. Give each once.',
};

const tooDeep = {
  zh: '发送的内容层级过多，刷新页面后重新办理',
  en: 'What was sent is nested too deep. Reload the page and try again.',
};
