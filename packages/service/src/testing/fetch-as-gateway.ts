import { gatewayHeader, type GatewayProof } from '@nuangong/access';

/** `fetch` of a path of one service, with the gateway's proof. */
export type FetchAsGateway = (path: string, init?: RequestInit) => Promise<Response>;

/** Sends requests directly to a service, as the gateway does. */
export function fetchAsGateway(service: string, proof: GatewayProof): FetchAsGateway {
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    const { method = 'GET' } = init;
    const { pathname, search } = new URL(service + path);
    const authorization = headers.get('authorization') ?? undefined;
    headers.set(gatewayHeader, proof.of({ method, url: pathname + search, authorization }));
    return fetch(service + path, { ...init, headers });
  };
}
