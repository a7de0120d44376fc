import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, Role } from '@nuangong/access';
import { scopeOf } from '@nuangong/access';
import type { CityOrganization } from '@nuangong/demonstration-city';
import type { Cell } from '../cell/cell.ts';
import type { TestedService } from '../cell/tested-services.ts';

/** What a client knows of a command after asking once. */
export type Answer<Value> =
  | { readonly kind: 'DONE'; readonly value: Value }
  | { readonly kind: 'REFUSED'; readonly problems: readonly { readonly code: string; readonly message: string }[] }
  /** The connection broke, or the service did: it may have happened, or not. */
  | { readonly kind: 'UNKNOWN'; readonly why: string };

/** A mutation by its name, with the fields of its payload to ask for besides the problems. */
export type Mutation = {
  readonly name: string;
  readonly gives?: string;
  /** The type of its input, if it is not named for the mutation. */
  readonly input?: string;
};

/** A member of staff at work: sends requests to a service, and repeats those that got no answer. */
export type Desk = {
  readonly actor: Actor;
  /** Sends a command once; the value is the mutation's payload. */
  command<Value>(service: TestedService, mutation: Mutation, input: object): Promise<Answer<Value>>;
  /** Sends a file once; the answer is whether it was accepted, or unknown. */
  upload(
    service: TestedService,
    path: string,
    file: { readonly name: string; readonly content: Buffer },
  ): Promise<boolean>;
  /** Reads until there is an answer; throws `ClosingTime` when the trial's time is over. */
  read<Data>(service: TestedService, query: string, variables?: object): Promise<Data>;
};

type GraphqlAnswer = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
};

const askWithinMs = 4_000;
const pauseMs = 100;

/** What a desk needs of a cell. */
export type AskedCell = Pick<Cell, 'ask' | 'authorizationOf'>;

/** When the clients of a trial give up; in milliseconds of `performance.now()`. */
export type Closing = { readonly at: number };

/** Thrown when the time of a trial is over, to everyone who still waits for an answer. */
export class ClosingTime extends Error {}

/** Staff of an organisation with one role. Each desk is another person, so that maker and checker differ. */
export function openDesk(cell: AskedCell, organization: CityOrganization, role: Role, closing: Closing): Desk {
  const actor: Actor = {
    kind: 'STAFF',
    staffId: randomUUID(),
    sessionId: randomUUID(),
    name: `${role.toLowerCase()} ${organization.code}`,
    organizationId: organization.id,
    organizationName: organization.name,
    scope: scopeOf(organization.path),
    roles: [role],
  };
  let authorization: Promise<string> | undefined;

  async function ask(service: TestedService, query: string, variables: object): Promise<GraphqlAnswer> {
    authorization ??= cell.authorizationOf(actor);
    const response = await cell.ask(service)('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await authorization },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(askWithinMs),
    });
    return (await response.json()) as GraphqlAnswer;
  }

  return {
    actor,
    async command<Value>(service: TestedService, mutation: Mutation, input: object): Promise<Answer<Value>> {
      try {
        const { data, errors } = await ask(service, textOf(mutation), { input });
        const [payload] = Object.values(data ?? {}) as (Value & { problems: { code: string; message: string }[] })[];
        if (errors !== undefined || payload == null) return { kind: 'UNKNOWN', why: JSON.stringify(errors ?? data) };
        if (payload.problems.length > 0) return { kind: 'REFUSED', problems: payload.problems };
        return { kind: 'DONE', value: payload };
      } catch (error) {
        return { kind: 'UNKNOWN', why: String(error) };
      }
    },
    async upload(service: TestedService, path, file) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(file.content)]), file.name);
      authorization ??= cell.authorizationOf(actor);
      try {
        const headers = { authorization: await authorization };
        const signal = AbortSignal.timeout(askWithinMs);
        const response = await cell.ask(service)(path, { method: 'POST', headers, body: form, signal });
        await response.arrayBuffer();
        return response.status === 201;
      } catch {
        return false;
      }
    },
    async read<Data>(service: TestedService, query: string, variables: object = {}): Promise<Data> {
      let last = 'nothing';
      while (performance.now() < closing.at) {
        try {
          const { data, errors } = await ask(service, query, variables);
          if (errors === undefined && data != null) return data as Data;
          last = JSON.stringify(errors ?? data);
        } catch (error) {
          last = String(error);
        }
        await sleep(pauseMs);
      }
      throw new ClosingTime(`${service} gave no answer to ${query.slice(0, 80)}: ${last}`);
    },
  };
}

/** Repeats a command that is safe to repeat until its answer is known; undefined when the time is over. */
export async function insist<Value>(
  closing: Closing,
  command: () => Promise<Answer<Value>>,
): Promise<Exclude<Answer<Value>, { readonly kind: 'UNKNOWN' }> | undefined> {
  while (performance.now() < closing.at) {
    const answer = await command();
    if (answer.kind !== 'UNKNOWN') return answer;
    await sleep(pauseMs);
  }
  return undefined;
}

function textOf({ name, gives = '', input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input` }: Mutation) {
  return `mutation ($input: ${input}!) { ${name}(input: $input) { problems { code message } ${gives} } }`;
}
