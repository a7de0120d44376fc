import { createGatewayProof } from '@nuangong/access';
import type { RunningSystem, ServiceName } from '@nuangong/local';
import { fetchAsGateway, type FetchAsGateway } from '@nuangong/service/testing';

/** Calls one service of a running system with the gateway's key, so that only its own checks protect it. */
export function pastTheGateway({ addresses, installation }: RunningSystem, name: ServiceName): FetchAsGateway {
  const address = addresses[name];
  if (address === undefined) throw new Error(`${name} does not run`);
  return fetchAsGateway(address, createGatewayProof(installation.secrets.gatewayKey));
}
