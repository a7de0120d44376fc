import type { Keyring, SecretKey } from '@nuangong/sealing';

/** What commands need beside the request: keys and the clock. */
export interface RunningParts {
  /** Seals the secrets of second factors, and cookies. */
  readonly keyring: Keyring;
  /** Makes digests of values that are only compared: sign-in targets, recovery codes. It is never rotated. */
  readonly digestKey: SecretKey;
  readonly clock: () => Date;
}
