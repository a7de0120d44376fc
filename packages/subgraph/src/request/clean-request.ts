import type { FastifyInstance } from 'fastify';
import { brokenText, ok, problem, refuse, withoutControls, type Result } from '@nuangong/primitives';
import { answerInWords } from '../answer-in-words.ts';

/** The deepest nesting of values accepted; the deepest input of the graph has six levels. */
const deepest = 32;

/**
 * Cleans every text of a request before it is read: JSON bodies, and the values in an address. Removes control
 * characters, because nobody typed them and no database stores them all; refuses a text with half a character with
 * TEXT_BROKEN, because removing the half would change a name. Also refuses an address that gives a value twice.
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

/**
 * A JSON value with every text in it cleaned; anything else, such as the stream of an upload, is returned unchanged.
 */
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

/** An object as JSON and Fastify's query parser create it, not an instance of a class. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const saidTwice = {
  zh: '地址中的参数重复，每个参数只写一次',
  en: 'The address contains a parameter more than once. Give each once.',
};

const tooDeep = {
  zh: '发送的内容层级过多，刷新页面后重新办理',
  en: 'What was sent is nested too deep. Reload the page and try again.',
};
