import { createSecretKey, hkdfSync } from 'node:crypto';
import type { Database } from '@nuangong/database';
import { readKey, type SecretKey, type ServiceParts } from '@nuangong/service';
import type { Transaction } from './builder.ts';

/** What commands need beside the request: keys and the clock. */
export interface RunningParts {
  /** Seals what legal cases are about, and identity numbers. */
  readonly fieldKey: SecretKey;
  /** Makes references to people that are the same for the same person and tell nothing else. */
  readonly personKey: SecretKey;
  readonly clock: () => Date;
}

const partsByDatabase = new WeakMap<Database<Transaction>, RunningParts>();

/** Reads the keys from the service's environment once, at its start; throws where one is missing. */
export function attachRunningParts(
  service: Pick<ServiceParts<Transaction>, 'environment' | 'database'>,
  clock: () => Date,
): void {
  const fieldKey = readKey(service.environment.FIELD_KEY, 'FIELD_KEY');
  const personKey = createSecretKey(Buffer.from(hkdfSync('sha256', fieldKey, '', 'person reference', 32))) as SecretKey;
  partsByDatabase.set(service.database, { fieldKey, personKey, clock });
}

/** The parts of the service that serves this request. */
export function partsOf(context: { readonly database: Database<Transaction> }): RunningParts {
  const parts = partsByDatabase.get(context.database);
  if (parts === undefined) throw new Error('the service has not started: its keys are not read');
  return parts;
}
