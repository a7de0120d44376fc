import type { Database } from '@nuangong/database';
import { readKey, type SecretKey, type ServiceParts } from '@nuangong/service';
import type { Logger } from 'pino';
import { createBackgroundWork, type BackgroundWork } from './background-work.ts';
import type { Transaction } from './builder.ts';

/** What commands need beside the request: keys, files, the clock. */
export interface RunningParts {
  /** Seals identity numbers, telephones, bank accounts and roster cells. */
  readonly fieldKey: SecretKey;
  /** Makes sealed numbers searchable by exact value. */
  readonly blindIndexKey: SecretKey;
  readonly filesDirectory: string;
  readonly clock: () => Date;
  readonly database: Database<Transaction>;
  readonly logger: Logger;
  readonly background: BackgroundWork;
}

const partsByDatabase = new WeakMap<Database<Transaction>, RunningParts>();

/** Reads keys and places from the service's environment once, at its start; throws where one is missing. */
export function attachRunningParts(service: ServiceParts<Transaction>, clock: () => Date): RunningParts {
  const { environment, database, logger } = service;
  const parts: RunningParts = {
    fieldKey: readKey(environment.FIELD_KEY, 'FIELD_KEY'),
    blindIndexKey: readKey(environment.BLIND_INDEX_KEY, 'BLIND_INDEX_KEY'),
    filesDirectory: environment.FILES_DIRECTORY,
    clock,
    database,
    logger,
    background: createBackgroundWork(logger),
  };
  partsByDatabase.set(database, parts);
  return parts;
}

/** The parts of the service that serves this request. */
export function partsOf(context: { readonly database: Database<Transaction> }): RunningParts {
  const parts = partsByDatabase.get(context.database);
  if (parts === undefined) throw new Error('the service has not started: its keys are not read');
  return parts;
}
