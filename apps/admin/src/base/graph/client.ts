import { fetchSignedIn, refreshSession } from './session.ts';
import { language } from '../i18n/language.ts';
import { GraphFault, statusOf } from './fault.ts';
import { askBeforeLeaving, isKeptAlive } from './leaving.ts';
import type { Operation } from './operation.ts';

interface GraphError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly zh?: string;
    readonly en?: string;
    readonly number?: string;
  };
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphError[];
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** It is completed even if the page is left or reloaded in the meantime. */
  readonly outlivesPage?: boolean | undefined;
  /** The caller shows the missing part itself: the listeners of `whenAnswerIsPartial` are not called. */
  readonly showsMissing?: boolean | undefined;
}

type PartialAnswerListener = (fault: GraphFault) => void;

const partialAnswerListeners = new Set<PartialAnswerListener>();

/** Calls the listener whenever an answer came with a part missing (one service was down); returns how to stop. */
export function whenAnswerIsPartial(listener: PartialAnswerListener): () => void {
  partialAnswerListeners.add(listener);
  return () => partialAnswerListeners.delete(listener);
}

/**
 * Carries out one operation. An expired token is renewed once. The data are returned even if a part is missing (the
 * listeners of `whenAnswerIsPartial` are called); without any data a GraphFault is thrown.
 */
export async function request<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  options: RequestOptions = {},
): Promise<Data> {
  const first = await post(operation, variables, options);
  const answer = isExpired(first) && (await refreshSession()) ? await post(operation, variables, options) : first;
  const { data, errors = [] } = answer;
  const error = errors[0];
  if (error === undefined) {
    if (data === null || data === undefined) throw new GraphFault('', 500, 'INTERNAL_SERVER_ERROR');
    return data;
  }
  const fault = faultOf(error);
  if (!holdsAnything(data) || fault.status === 401) throw fault;
  if (options.showsMissing !== true) for (const listener of partialAnswerListeners) listener(fault);
  return data;
}

function holdsAnything<Data>(data: Data | null | undefined): data is Data {
  return data !== null && data !== undefined && Object.values(data).some((value) => value !== null);
}

const expiredCodes = new Set(['UNAUTHENTICATED', 'TOKEN_EXPIRED']);

function isExpired(answer: Answer<unknown>): boolean {
  return answer.errors?.some((error) => expiredCodes.has(error.extensions?.code ?? '')) ?? false;
}

function faultOf(error: GraphError): GraphFault {
  const { code = 'INTERNAL_SERVER_ERROR', number, zh, en } = error.extensions ?? {};
  const words = (language() === 'zh' ? zh : en) ?? '';
  return new GraphFault(words, statusOf(code), code, number);
}

async function post<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  { signal, outlivesPage = false }: RequestOptions,
): Promise<Answer<Data>> {
  const body = JSON.stringify({ operationName: operation.name, query: operation.text, variables });
  const keptAlive = outlivesPage && isKeptAlive(body);
  const sending = fetchSignedIn('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    ...(signal === undefined ? {} : { signal }),
    ...(keptAlive ? { keepalive: true } : {}),
  });
  const response = await (outlivesPage && !keptAlive ? askBeforeLeaving(sending) : sending).catch((cause: unknown) => {
    if (signal?.aborted === true) throw cause;
    throw new GraphFault('', 503, 'SERVICE_UNAVAILABLE');
  });
  const answer = (await response.json().catch(() => undefined)) as Answer<Data> | undefined;
  if (answer === undefined || (answer.data === undefined && answer.errors === undefined)) {
    throw new GraphFault('', response.status === 200 ? 502 : response.status, 'SERVICE_UNAVAILABLE');
  }
  return answer;
}
