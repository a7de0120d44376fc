import { readFile } from 'node:fs/promises';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Logger } from 'pino';
import type { GatewayProof } from '@nuangong/access';
import type { GatewayEnvironment } from './environment.ts';
import { PassThrough } from './pass-through.ts';
import { SubgraphSource, type SubgraphPlace } from './subgraph-source.ts';

/** The federation, and the addresses of its subgraphs once it is loaded. */
export interface Supergraph {
  readonly gateway: GatewayInterface;
  readonly places: readonly SubgraphPlace[];
}

/** The federation over the supergraph file, each subgraph at its configured address. */
export async function createSupergraph(
  environment: GatewayEnvironment,
  proof: GatewayProof,
  logger: Logger,
): Promise<Supergraph> {
  const places: SubgraphPlace[] = [];
  const supergraphSdl = await readFile(environment.SUPERGRAPH_FILE, 'utf8');
  const passThrough = new PassThrough(supergraphSdl);
  const gateway = new ApolloGateway({
    supergraphSdl,
    experimental_didResolveQueryPlan: (resolved) => passThrough.learn(resolved),
    buildService: ({ name, url: written }) => {
      const url = environment.SUBGRAPH_URLS[name] ?? written;
      if (url === undefined) throw new Error(`SUBGRAPH_URLS does not say where ${name} is`);
      const { SUBGRAPH_WITHIN_MS: withinMs, COMMAND_WITHIN_MS: commandWithinMs } = environment;
      const place = { name, url, withinMs, commandWithinMs };
      places.push(place);
      return new SubgraphSource(place, proof, logger);
    },
  });
  return { gateway: passThrough.around(gateway), places };
}
