import { AsyncLocalStorage } from 'node:async_hooks';
import { RemoteGraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { gatewayHeader, type GatewayProof } from '@nuangong/access';
import { languageOf, refuseRequest, withinHeader } from '@nuangong/subgraph';
import { notAnswered, perhapsCarriedOut } from './not-answered.ts';

/** The parts of a request that are passed on to the subgraphs: its token, language and number, and nothing else. */
export interface GatewayContext {
  readonly headers: Readonly<Record<string, string>>;
  /** Aborted when the client has disconnected and no longer needs the answer. */
  readonly gone?: AbortSignal;
}

export interface SubgraphPlace {
  readonly name: string;
  readonly url: string;
  /** The gateway gives up a query that a subgraph has not answered completely within this time. */
  readonly withinMs: number;
  /** The same for commands, which may concern a whole list. */
  readonly commandWithinMs: number;
}

type Processed = Awaited<ReturnType<RemoteGraphQLDataSource<GatewayContext>['process']>>;
type FetchAnswer = Parameters<RemoteGraphQLDataSource<GatewayContext>['errorFromResponse']>[0];

/** The signal that cancels the requests to subgraphs when the client disconnects. */
const asking = new AsyncLocalStorage<AbortSignal | undefined>();

/** The share of the limit that a subgraph gets: it stops by itself, with a message, shortly before that. */
const shareOfSubgraph = 0.95;

/** How the body of a command to a subgraph begins: its text comes first. */
const commandBody = /^\{"query":"mutation\b/;

const isCommand = (query = ''): boolean => /^\s*mutation\b/.test(query);

function withinMsOf({ withinMs, commandWithinMs }: SubgraphPlace, ofCommand: boolean): number {
  return ofCommand ? commandWithinMs : withinMs;
}

/**
 * One subgraph as the gateway calls it: with the gateway's proof, within a time limit. If a subgraph does not answer,
 * only its own fields are missing, and an error says so.
 */
export class SubgraphSource extends RemoteGraphQLDataSource<GatewayContext> {
  readonly #place: SubgraphPlace;
  readonly #path: string;
  readonly #proof: GatewayProof;
  readonly #logger: Logger;

  constructor(place: SubgraphPlace, proof: GatewayProof, logger: Logger) {
    super({ url: place.url });
    const send = this.fetcher;
    this.fetcher = (url, init) => {
      const within = AbortSignal.timeout(withinMsOf(place, commandBody.test(String(init?.body))));
      const gone = asking.getStore();
      return send(url, { ...init, signal: gone === undefined ? within : AbortSignal.any([within, gone]) });
    };
    this.#place = place;
    this.#path = new URL(place.url).pathname;
    this.#proof = proof;
    this.#logger = logger;
  }

  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): void {
    const headers: Readonly<Record<string, string>> = context.headers ?? {};
    for (const [name, value] of Object.entries(headers)) request.http?.headers.set(name, value);
    const proof = this.#proof.of({ method: 'POST', url: this.#path, authorization: headers['authorization'] });
    request.http?.headers.set(gatewayHeader, proof);
    const within = withinMsOf(this.#place, isCommand(request.query)) * shareOfSubgraph;
    request.http?.headers.set(withinHeader, String(Math.ceil(within)));
  }

  override async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<Processed> {
    try {
      return await asking.run(options.context.gone, () => super.process(options));
    } catch (error) {
      if (error instanceof GraphQLError) throw error;
      const { headers = {}, gone } = options.context;
      if (gone?.aborted === true)
        throw refuseRequest('SERVICE_UNAVAILABLE', notAnswered, languageOf(headers['accept-language']));
      this.#logger.error(
        { err: error, subgraph: this.#place.name, reqId: headers['x-request-id'] },
        'a subgraph did not answer',
      );
      const words = isCommand(options.request.query) ? perhapsCarriedOut : notAnswered;
      throw refuseRequest('SERVICE_UNAVAILABLE', words, languageOf(headers['accept-language']));
    }
  }

  /** A subgraph that refuses the whole request gives its own reason, which is passed on. */
  override async errorFromResponse(response: FetchAnswer): Promise<GraphQLError> {
    const body = await this.parseBody(response);
    const refusal = firstErrorOf(body);
    if (refusal?.extensions?.code !== undefined) {
      const { message = '', extensions } = refusal;
      return new GraphQLError(message, { extensions });
    }
    return new GraphQLError(`${this.#place.name} answered ${response.status}: ${JSON.stringify(body).slice(0, 500)}`);
  }
}

interface SubgraphError {
  readonly message?: string;
  readonly extensions?: { readonly code?: string };
}

function firstErrorOf(body: object | string): SubgraphError | undefined {
  if (typeof body === 'string' || !('errors' in body) || !Array.isArray(body.errors)) return undefined;
  return body.errors[0] as SubgraphError | undefined;
}
