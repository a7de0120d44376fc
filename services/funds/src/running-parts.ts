import type { Keyring } from '@nuangong/sealing';

/** What commands need beside the request: the keys and the clock. */
export interface RunningParts {
  /** Opens payees' identity numbers and bank accounts. */
  readonly keyring: Keyring;
  readonly clock: () => Date;
}
