import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { Agent, request as send } from 'undici';
import { gatewayHeader, type GatewayProof } from '@nuangong/access';
import { dataAloneHeader, languageOf, refuseRequest, withinHeader } from '@nuangong/subgraph';
import { notAnswered, perhapsCarriedOut } from './not-answered.ts';
import { UnreadData } from './unread-data.ts';

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

type Options = GraphQLDataSourceProcessOptions<GatewayContext>;
type Processed = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/** What a subgraph is sent. */
interface SubgraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

/** What a subgraph answered, unread. */
interface SubgraphAnswer {
  readonly status: number;
  readonly isJson: boolean;
  readonly isDataAlone: boolean;
  readonly text: string;
}

/** The share of the limit that a subgraph gets: it stops by itself, with a message, shortly before that. */
const shareOfSubgraph = 0.95;

const isCommand = (query: string): boolean => /^\s*mutation\b/.test(query);

/** The limit of each request is its own signal, which also covers commands; so undici's two are switched off. */
const connections = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

/**
 * One subgraph as the gateway calls it: with the gateway's proof, within a time limit. If a subgraph does not answer,
 * only its own fields are missing, and an error says so.
 */
export class SubgraphSource implements GraphQLDataSource<GatewayContext> {
  readonly #place: SubgraphPlace;
  readonly #path: string;
  readonly #proof: GatewayProof;
  readonly #logger: Logger;
  /** Answers that could not be passed on unread, by the context of their request. */
  readonly #kept = new WeakMap<object, Promise<SubgraphAnswer>>();

  constructor(place: SubgraphPlace, proof: GatewayProof, logger: Logger) {
    this.#place = place;
    this.#path = new URL(place.url).pathname;
    this.#proof = proof;
    this.#logger = logger;
  }

  /**
   * Sends a query that this subgraph answers alone, and returns its data unread. If the answer has errors, or there is
   * none, returns undefined, and `process` uses what was received for the same request, without asking again.
   */
  async pass(
    requestContext: { readonly context: GatewayContext },
    request: SubgraphRequest,
  ): Promise<UnreadData | undefined> {
    const asked = this.#send(request, false, requestContext.context);
    const answer = await asked.catch(() => undefined);
    if (answer?.isDataAlone === true) return new UnreadData(answer.text);
    this.#kept.set(requestContext, asked);
    return undefined;
  }

  /** Sends the part of a plan that concerns this subgraph; throws an error for clients. */
  async process(options: Options): Promise<Processed> {
    const { query = '', variables = {}, operationName } = options.request;
    const ofCommand = isCommand(query);
    try {
      const kept = this.#keptFor(options);
      return this.#read(await (kept ?? this.#send({ query, variables, operationName }, ofCommand, options.context)));
    } catch (error) {
      if (error instanceof GraphQLError) throw error;
      const { headers = {}, gone }: Partial<GatewayContext> = options.context;
      const language = languageOf(headers['accept-language']);
      if (gone?.aborted === true) throw refuseRequest('SERVICE_UNAVAILABLE', notAnswered, language);
      this.#logger.error(
        { err: error, subgraph: this.#place.name, reqId: headers['x-request-id'] },
        'a subgraph did not answer',
      );
      throw refuseRequest('SERVICE_UNAVAILABLE', ofCommand ? perhapsCarriedOut : notAnswered, language);
    }
  }

  #keptFor(options: Options): Promise<SubgraphAnswer> | undefined {
    return 'incomingRequestContext' in options ? this.#kept.get(options.incomingRequestContext) : undefined;
  }

  async #send(
    request: SubgraphRequest,
    ofCommand: boolean,
    { headers = {}, gone }: Partial<GatewayContext>,
  ): Promise<SubgraphAnswer> {
    const withinMs = ofCommand ? this.#place.commandWithinMs : this.#place.withinMs;
    const within = AbortSignal.timeout(withinMs);
    const {
      statusCode,
      headers: answered,
      body,
    } = await send(this.#place.url, {
      dispatcher: connections,
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        [gatewayHeader]: this.#proof.of({ method: 'POST', url: this.#path, authorization: headers['authorization'] }),
        [withinHeader]: String(Math.ceil(withinMs * shareOfSubgraph)),
      },
      body: JSON.stringify(request),
      signal: gone === undefined ? within : AbortSignal.any([within, gone]),
    });
    return {
      status: statusCode,
      isJson: /^application\/(?:graphql-response\+)?json\b/.test(String(answered['content-type'])),
      isDataAlone: statusCode === 200 && answered[dataAloneHeader] === 'true',
      text: await body.text(),
    };
  }

  #read({ status, isJson, text }: SubgraphAnswer): Processed {
    const body: unknown = isJson ? JSON.parse(text) : text;
    if (status < 200 || status > 299) throw this.#refusal(status, body);
    if (typeof body !== 'object' || body === null) throw new Error(`expected a JSON object, received: ${text}`);
    return body;
  }

  /** A subgraph that refuses the whole request gives its own reason, which is passed on. */
  #refusal(status: number, body: unknown): GraphQLError {
    const refusal = firstErrorOf(body);
    if (refusal?.extensions?.code !== undefined) {
      const { message = '', extensions } = refusal;
      return new GraphQLError(message, { extensions });
    }
    return new GraphQLError(`${this.#place.name} answered ${status}: ${JSON.stringify(body).slice(0, 500)}`);
  }
}

interface SubgraphError {
  readonly message?: string;
  readonly extensions?: { readonly code?: string };
}

function firstErrorOf(body: unknown): SubgraphError | undefined {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return undefined;
  return body.errors[0] as SubgraphError | undefined;
}
