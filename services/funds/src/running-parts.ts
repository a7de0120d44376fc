import type { SecretKey } from '@nuangong/service';

/** What commands need beside the request: the key and the clock. */
export interface RunningParts {
  /** Opens payees' identity numbers and bank accounts. */
  readonly fieldKey: SecretKey;
  readonly clock: () => Date;
}
