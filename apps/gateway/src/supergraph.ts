import { readFile } from 'node:fs/promises';
import { ApolloGateway, RemoteGraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { gatewayHeader, type GatewayProof } from '@nuangong/access';
import type { GatewayEnvironment } from './environment.ts';

/** What a request carries on to the subgraphs: its token, language and number, and nothing else. */
export interface GatewayContext {
  readonly headers: Readonly<Record<string, string>>;
}

class Subgraph extends RemoteGraphQLDataSource<GatewayContext> {
  readonly #url: URL;
  readonly #proof: GatewayProof;

  constructor(url: string, proof: GatewayProof) {
    super({ url });
    this.#url = new URL(url);
    this.#proof = proof;
  }

  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): void {
    const headers: Readonly<Record<string, string>> = context.headers ?? {};
    for (const [name, value] of Object.entries(headers)) request.http?.headers.set(name, value);
    const { pathname } = this.#url;
    const proof = this.#proof.of({ method: 'POST', url: pathname, authorization: headers['authorization'] });
    request.http?.headers.set(gatewayHeader, proof);
  }
}

/** The federation over the supergraph file, each subgraph at its configured address. */
export async function createSupergraph(environment: GatewayEnvironment, proof: GatewayProof): Promise<ApolloGateway> {
  return new ApolloGateway({
    supergraphSdl: await readFile(environment.SUPERGRAPH_FILE, 'utf8'),
    buildService: ({ name, url }) => {
      const address = environment.SUBGRAPH_URLS[name] ?? url;
      if (address === undefined) throw new Error(`SUBGRAPH_URLS does not say where ${name} is`);
      return new Subgraph(address, proof);
    },
  });
}
