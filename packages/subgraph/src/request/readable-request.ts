import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { problem, type Bilingual, type Problem } from '@nuangong/primitives';
import { answerInWords } from '../answer-in-words.ts';
import { nestingOf } from './nesting.ts';
import { tooLongText, type QueryLimits } from './query-limits.ts';

/**
 * Refuses with 400, before parsing, a request that is not GraphQL over HTTP, and a query whose text is too long or
 * whose brackets are nested too deeply.
 */
export function refuseUnreadable(server: FastifyInstance, limits: QueryLimits): void {
  server.addHook('preValidation', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return undefined;
    const accepted = request.headers.accept;
    if (accepted !== undefined && !/\*\/\*|application\/(?:\*|json|graphql-response\+json)/i.test(accepted)) {
      return answerInWords(request, reply, 406, mistake('accept'));
    }
    const refusal = problemOfBody(request.body, limits);
    return refusal === undefined ? undefined : answerInWords(request, reply, 400, refusal);
  });
}

/** The problem with the body of a request; undefined if there is none. */
export function problemOfBody(body: unknown, limits: QueryLimits): Problem | undefined {
  if (!isObject(body)) return mistake('body');
  const { query, operationName, variables, extensions } = body;
  if (query !== undefined && typeof query !== 'string') return mistake('query');
  if (operationName != null && typeof operationName !== 'string') return mistake('operationName');
  if (variables != null && !isObject(variables)) return mistake('variables');
  if (extensions != null && !isObject(extensions)) return mistake('extensions');
  const persisted = extensions?.['persistedQuery'];
  if (persisted !== undefined && !isHash(persisted)) return mistake('persistedQuery');
  if (query === undefined || query === '') return persisted === undefined ? mistake('query') : undefined;
  if (query.length > limits.characters) return problem('QUERY_TOO_LARGE', tooLongText);
  if (nestingOf(query, limits.nesting) > limits.nesting) return problem('QUERY_TOO_LARGE', tooDeep);
  const isOfText = persisted === undefined || persisted.sha256Hash === createHash('sha256').update(query).digest('hex');
  return isOfText ? undefined : mistake('sha256Hash');
}

interface Persisted {
  readonly version: 1;
  readonly sha256Hash: string;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHash(value: unknown): value is Persisted {
  return (
    isObject(value) &&
    value['version'] === 1 &&
    typeof value['sha256Hash'] === 'string' &&
    /^[0-9a-f]{64}$/.test(value['sha256Hash'])
  );
}

const mistakes = {
  accept: {
    zh: '本系统只以 JSON 答复，accept 应含 application/json',
    en: 'Responses are JSON: accept application/json.',
  },
  body: { zh: '请求应为一个 JSON 对象，不能是数组', en: 'A request must be one JSON object, not a list.' },
  query: { zh: 'query 应为文字，不能为空', en: '`query` must be a non-empty string.' },
  operationName: { zh: 'operationName 应为文字', en: '`operationName` must be a string.' },
  variables: { zh: 'variables 应为 JSON 对象', en: '`variables` must be a JSON object.' },
  extensions: { zh: 'extensions 应为 JSON 对象', en: '`extensions` must be a JSON object.' },
  persistedQuery: {
    zh: 'persistedQuery 应有 version 1 和 64 位十六进制的 sha256Hash',
    en: '`persistedQuery` must have version 1 and a sha256Hash of 64 hexadecimal digits.',
  },
  sha256Hash: {
    zh: 'sha256Hash 与 query 的文字不符，重新计算后发送',
    en: '`sha256Hash` is not the hash of `query`. Compute it from the text.',
  },
} satisfies Readonly<Record<string, Bilingual>>;

const mistake = (field: keyof typeof mistakes): Problem => problem('BAD_REQUEST', mistakes[field], field);

const tooDeep: Bilingual = {
  zh: '查询过大：括号的层级过多。缩小范围，或分几次查询',
  en: 'The query is too large: its brackets are nested too deep. Narrow it, or split it into several queries.',
};
