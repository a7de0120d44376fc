import type { Keyring, SecretKey } from '@nuangong/sealing';

/** What commands need beside the request: keys and the clock. */
export interface RunningParts {
  /** Seals the secrets of second factors, and what cookies carry from one request to the next. */
  readonly keyring: Keyring;
  /** Makes digests of what is only ever compared: sign-in targets, recovery codes. It is never rotated. */
  readonly digestKey: SecretKey;
  readonly clock: () => Date;
}
