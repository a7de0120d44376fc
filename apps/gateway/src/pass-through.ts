import { Supergraph } from '@apollo/federation-internals';
import type { ApolloGateway, GatewayConfig } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import { isAnsweredByOne } from './answered-by-one.ts';
import type { GatewayContext, SubgraphSource } from './subgraph-source.ts';

type Resolved = Parameters<NonNullable<GatewayConfig['experimental_didResolveQueryPlan']>>[0];
type Executor = NonNullable<Awaited<ReturnType<ApolloGateway['load']>>['executor']>;

/** Where a document is sent as it is, with which of its variables. */
interface Passage {
  readonly source: SubgraphSource;
  readonly variables: readonly string[];
}

/**
 * The way past the gateway's executor for queries that one subgraph answers alone: the client's document is sent on
 * and the answer is returned without being read. Whether a document may pass is decided when its plan is first made,
 * and remembered as long as Apollo remembers the document. Everything before execution (token, size, admission) has
 * happened by then. An answer with errors goes through the executor.
 */
export class PassThrough {
  readonly #subgraphs: ReadonlyMap<string, GraphQLSchema>;
  readonly #passages = new WeakMap<DocumentNode, Passage>();
  #api: GraphQLSchema | undefined;

  constructor(supergraphSdl: string) {
    const subgraphs = [...Supergraph.build(supergraphSdl).subgraphs()];
    this.#subgraphs = new Map(subgraphs.map(({ name, schema }) => [name, schema.toGraphQLJSSchema()]));
  }

  /** Decides for the document of a plan whether it may pass from now on. */
  learn({ queryPlan: { node }, serviceMap, requestContext: { document } }: Resolved): void {
    if (node?.kind !== 'Fetch' || node.requires !== undefined || this.#passages.has(document)) return;
    if ((node.inputRewrites?.length ?? 0) > 0 || (node.outputRewrites?.length ?? 0) > 0) return;
    const schema = this.#subgraphs.get(node.serviceName);
    const source = serviceMap[node.serviceName] as SubgraphSource | undefined;
    if (schema === undefined || source === undefined || this.#api === undefined) return;
    if (!isAnsweredByOne(document, this.#api, schema)) return;
    this.#passages.set(document, { source, variables: variablesOf(document) });
  }

  /** The same gateway, which lets pass what may pass. */
  around(gateway: ApolloGateway): GatewayInterface {
    gateway.onSchemaLoadOrUpdate(({ apiSchema }) => (this.#api = apiSchema));
    return {
      onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
      stop: () => gateway.stop(),
      load: async (options) => {
        const { executor } = await gateway.load(options);
        return { executor: executor && this.#before(executor) };
      },
    };
  }

  #before(execute: Executor): Executor {
    return async (requestContext) => {
      const passage = this.#passages.get(requestContext.document);
      if (passage === undefined) return execute(requestContext);
      const given = requestContext.request.variables ?? {};
      const asked = passage.variables.filter((name) => Object.hasOwn(given, name) && given[name] !== undefined);
      const data = await passage.source.pass(requestContext as typeof requestContext & { context: GatewayContext }, {
        query: requestContext.source,
        variables: Object.fromEntries(asked.map((name) => [name, given[name] as unknown])),
        operationName: requestContext.request.operationName,
      });
      return data === undefined ? execute(requestContext) : { data: data as never };
    };
  }
}

function variablesOf(document: DocumentNode): readonly string[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
}
