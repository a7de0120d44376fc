import { createSecretKey, hkdfSync } from 'node:crypto';
import { readKey, type Keyring, type SecretKey } from '@nuangong/sealing';
import type { ServiceFoundation } from '@nuangong/service';
import type { Transaction } from './builder.ts';

/** What commands need beside the request: keys and the clock. */
export interface RunningParts {
  /** Seals what legal cases are about, and identity numbers. */
  readonly keyring: Keyring;
  /**
   * Makes references to people that are the same for the same person and tell nothing else. Of the blind index's key,
   * which stays when the sealing keys change.
   */
  readonly personKey: SecretKey;
  readonly clock: () => Date;
}

/** Reads the keys from the service's environment; throws where one is missing. */
export async function readRunningParts(
  { environment, keyring }: ServiceFoundation<Transaction>,
  clock: () => Date,
): Promise<RunningParts> {
  const indexKey = readKey(environment.BLIND_INDEX_KEY, 'BLIND_INDEX_KEY');
  const personKey = createSecretKey(Buffer.from(hkdfSync('sha256', indexKey, '', 'person reference', 32))) as SecretKey;
  return { keyring: await keyring(), personKey, clock };
}
