import { derivedKey, readKey, type Keyring, type SecretKey } from '@nuangong/sealing';
import type { ServiceFoundation } from '@nuangong/service';
import type { Transaction } from './builder.ts';

/** What commands need besides the request: keys and the clock. */
export interface RunningParts {
  /** Seals what legal cases are about, and identity numbers. */
  readonly keyring: Keyring;
  /**
   * Derives references to people that never change and reveal nothing else. Made from the audit log's key, the only one
   * that is never rotated.
   */
  readonly personKey: SecretKey;
  readonly clock: () => Date;
}

/** Reads the keys from the environment; throws where one is missing. */
export async function readRunningParts(
  { environment, keyring }: ServiceFoundation<Transaction>,
  clock: () => Date,
): Promise<RunningParts> {
  const personKey = derivedKey(readKey(environment.AUDIT_KEY, 'AUDIT_KEY'), 'person reference');
  return { keyring: await keyring(), personKey, clock };
}
