import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import * as http from '@graphql-mesh/transport-http';
import { createGatewayProof, gatewayHeader } from '@nuangong/access';

/**
 * Hive Gateway over the same supergraph and subgraphs, as a process of the bench: without logging, with our gateway's
 * proof, which the subgraphs demand, and with the number of each request, so that none is answered for another.
 */
// It knows other levels; `logging: false` below is what counts.
delete process.env['LOG_LEVEL'];
const { PORT = '', SUPERGRAPH_FILE = '', SUBGRAPH_URLS = '{}', GATEWAY_KEY } = process.env;
const addresses = JSON.parse(SUBGRAPH_URLS) as Readonly<Record<string, string>>;
const proof = createGatewayProof(GATEWAY_KEY);

/** The supergraph with the address of each subgraph in place of the one that it was composed with. */
function supergraph(): string {
  return readFileSync(SUPERGRAPH_FILE, 'utf8').replaceAll(
    /(@join__graph\(name: "([^"]+)", url: )"[^"]*"/g,
    (_all, before: string, name: string) => `${before}${JSON.stringify(addresses[name])}`,
  );
}

const gateway = createGatewayRuntime({
  supergraph: supergraph(),
  transports: { http },
  logging: false,
  graphiql: false,
  landingPage: false,
  propagateHeaders: {
    fromClientToSubgraphs({ request }) {
      const authorization = request.headers.get('authorization') ?? undefined;
      return {
        authorization,
        'x-request-id': request.headers.get('x-request-id') ?? undefined,
        [gatewayHeader]: proof.of({ method: 'POST', url: '/graphql', authorization }),
      };
    },
  },
});

createServer((request, response) => void gateway(request, response)).listen(Number(PORT), '127.0.0.1');
