import type { Database } from '@nuangong/database';
import { readKey, type SecretKey, type ServiceFoundation } from '@nuangong/service';
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

/** Reads keys and places from the service's environment; throws where one is missing. */
export function readRunningParts(service: ServiceFoundation<Transaction>, clock: () => Date): RunningParts {
  const { environment, database, logger } = service;
  return {
    fieldKey: readKey(environment.FIELD_KEY, 'FIELD_KEY'),
    blindIndexKey: readKey(environment.BLIND_INDEX_KEY, 'BLIND_INDEX_KEY'),
    filesDirectory: environment.FILES_DIRECTORY,
    clock,
    database,
    logger,
    background: createBackgroundWork(logger),
  };
}
