import { join } from 'node:path';
import type { Database } from '@nuangong/database';
import type { FileStore } from '@nuangong/documents/store';
import { readKey, type Keyring, type SecretKey } from '@nuangong/sealing';
import type { ServiceFoundation } from '@nuangong/service';
import type { Logger } from 'pino';
import { createBackgroundWork, type BackgroundWork } from './background-work.ts';
import type { Transaction } from './builder.ts';

/** What commands need besides the request: keys, files, the clock. */
export interface RunningParts {
  /** Seals identity numbers, telephones, bank accounts, health, texts about people, and roster cells. */
  readonly keyring: Keyring;
  /** Makes sealed numbers searchable by exact value. */
  readonly blindIndexKey: SecretKey;
  /** During a rotation of the index key: the other key, under which people may still be indexed. */
  readonly otherBlindIndexKey: SecretKey | undefined;
  /** Uploaded files. */
  readonly files: FileStore;
  readonly clock: () => Date;
  readonly database: Database<Transaction>;
  readonly logger: Logger;
  readonly background: BackgroundWork;
}

/** Reads keys and directories from the service's environment; throws where one is missing. */
export async function readRunningParts(
  service: ServiceFoundation<Transaction>,
  clock: () => Date,
): Promise<RunningParts> {
  const { environment, database, logger } = service;
  const keyring = await service.keyring();
  return {
    keyring,
    blindIndexKey: readKey(environment.BLIND_INDEX_KEY, 'BLIND_INDEX_KEY'),
    otherBlindIndexKey:
      environment.BLIND_INDEX_KEY_OTHER === undefined
        ? undefined
        : readKey(environment.BLIND_INDEX_KEY_OTHER, 'BLIND_INDEX_KEY_OTHER'),
    files: { directory: join(environment.FILES_DIRECTORY, 'case-records'), keyring, database },
    clock,
    database,
    logger,
    background: createBackgroundWork(logger),
  };
}
