import { derivedKey, readKey, type Keyring, type SecretKey } from '@nuangong/sealing';
import type { ServiceFoundation } from '@nuangong/service';
import type { Transaction } from './builder.ts';

/** What commands need beside the request: keys and the clock. */
export interface RunningParts {
  /** Seals what legal cases are about, and identity numbers. */
  readonly keyring: Keyring;
  /**
   * Makes references to people that are the same for the same person for ever and tell nothing else: of the audit log's
   * key, the one that is never changed.
   */
  readonly personKey: SecretKey;
  readonly clock: () => Date;
}

/** Reads the keys from the service's environment; throws where one is missing. */
export async function readRunningParts(
  { environment, keyring }: ServiceFoundation<Transaction>,
  clock: () => Date,
): Promise<RunningParts> {
  const personKey = derivedKey(readKey(environment.AUDIT_KEY, 'AUDIT_KEY'), 'person reference');
  return { keyring: await keyring(), personKey, clock };
}
