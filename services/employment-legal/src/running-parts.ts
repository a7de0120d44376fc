import { createSecretKey, hkdfSync } from 'node:crypto';
import { readKey, type SecretKey, type ServiceEnvironment } from '@nuangong/service';

/** What commands need beside the request: keys and the clock. */
export interface RunningParts {
  /** Seals what legal cases are about, and identity numbers. */
  readonly fieldKey: SecretKey;
  /** Makes references to people that are the same for the same person and tell nothing else. */
  readonly personKey: SecretKey;
  readonly clock: () => Date;
}

/** Reads the keys from the service's environment; throws where one is missing. */
export function readRunningParts(environment: ServiceEnvironment, clock: () => Date): RunningParts {
  const fieldKey = readKey(environment.FIELD_KEY, 'FIELD_KEY');
  const personKey = createSecretKey(Buffer.from(hkdfSync('sha256', fieldKey, '', 'person reference', 32))) as SecretKey;
  return { fieldKey, personKey, clock };
}
