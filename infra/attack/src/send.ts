import type { RunningSystem } from '@nuangong/local';
import { pastTheGateway } from '@nuangong/main-job';
import type { Attacker } from './city/attacker.ts';
import type { AttackRequest } from './request/random-request.ts';

/** An answer: data and errors of the graph, or a file's status and text. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  /** ANSWERED with data, REFUSED with a reason, or BROKEN: an unexpected error. */
  readonly kind: 'ANSWERED' | 'REFUSED' | 'BROKEN';
};

/** Sends a request as an attacker, to the gateway, or past it to a service. */
export async function send(system: RunningSystem, attacker: Attacker, request: AttackRequest): Promise<Answer> {
  const { authorization } = attacker;
  const headers = authorization === undefined ? {} : { authorization };
  const ask =
    request.to === 'gateway'
      ? (path: string, init: RequestInit) => fetch(system.url + path, init)
      : pastTheGateway(system, request.to);
  if (request.kind === 'FILE') return fileAnswer(await ask(request.document, { headers }));
  const response = await ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: request.document }),
  });
  const body = (await response.json()) as {
    data?: object | null;
    errors?: readonly { extensions?: { code?: string } }[];
  };
  const broken = body.errors?.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR') ?? false;
  const answered = body.data !== null && body.data !== undefined;
  return { status: response.status, body, kind: broken ? 'BROKEN' : answered ? 'ANSWERED' : 'REFUSED' };
}

async function fileAnswer(response: Response): Promise<Answer> {
  const body = await response.text();
  const kind = response.status >= 500 ? 'BROKEN' : response.ok ? 'ANSWERED' : 'REFUSED';
  return { status: response.status, body: response.ok ? body.slice(0, 100_000) : body, kind };
}
