import type { Database } from '@nuangong/database';
import type { ServiceParts } from '@nuangong/service';
import type { Transaction } from './builder.ts';

/** What commands need beside the request. */
export interface RunningParts extends ServiceParts<Transaction> {
  readonly clock: () => Date;
}

const partsByDatabase = new WeakMap<Database<Transaction>, RunningParts>();

/** Keeps the running service's parts where its commands find them. */
export function attachRunningParts(service: ServiceParts<Transaction>, clock: () => Date): RunningParts {
  const parts = { ...service, clock };
  partsByDatabase.set(service.database, parts);
  return parts;
}

/** The parts of the service that serves this request. */
export function partsOf(context: { readonly database: Database<Transaction> }): RunningParts {
  const parts = partsByDatabase.get(context.database);
  if (parts === undefined) throw new Error('the service has not started: its parts are not known');
  return parts;
}
