import { createGatewayProof } from '@nuangong/access';
import type { RunningSystem, ServiceName } from '@nuangong/local';
import { fetchAsGateway, type FetchAsGateway } from '@nuangong/service/testing';

/** Asks one service of a running system as somebody who holds the gateway's key: its own checks are then alone. */
export function pastTheGateway({ addresses, installation }: RunningSystem, name: ServiceName): FetchAsGateway {
  const address = addresses[name];
  if (address === undefined) throw new Error(`${name} does not run`);
  return fetchAsGateway(address, createGatewayProof(installation.secrets.gatewayKey));
}
