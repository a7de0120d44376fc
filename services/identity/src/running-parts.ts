import type { SecretKey } from '@nuangong/service';

/** What commands need beside the request: keys and the clock. */
export interface RunningParts {
  /** Seals the secrets of second factors. */
  readonly fieldKey: SecretKey;
  /** Makes digests of what is only ever compared: sign-in targets, recovery codes. */
  readonly blindIndexKey: SecretKey;
  readonly clock: () => Date;
}
