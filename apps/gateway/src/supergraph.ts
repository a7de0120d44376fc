import { readFile } from 'node:fs/promises';
import { ApolloGateway, RemoteGraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayEnvironment } from './environment.ts';

/** What a request carries on to the subgraphs: its token, language and number, and nothing else. */
export interface GatewayContext {
  readonly headers: Readonly<Record<string, string>>;
}

class Subgraph extends RemoteGraphQLDataSource<GatewayContext> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): void {
    const headers: Readonly<Record<string, string>> = context.headers ?? {};
    for (const [name, value] of Object.entries(headers)) request.http?.headers.set(name, value);
  }
}

/** The federation over the supergraph file, each subgraph at its configured address. */
export async function createSupergraph(environment: GatewayEnvironment): Promise<ApolloGateway> {
  return new ApolloGateway({
    supergraphSdl: await readFile(environment.SUPERGRAPH_FILE, 'utf8'),
    buildService: ({ name, url }) => {
      const address = environment.SUBGRAPH_URLS[name] ?? url;
      return new Subgraph(address === undefined ? {} : { url: address });
    },
  });
}
