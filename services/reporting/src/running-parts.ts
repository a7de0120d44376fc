import type { ServiceFoundation } from '@nuangong/service';
import type { Transaction } from './builder.ts';

/** What commands need beside the request. */
export interface RunningParts extends ServiceFoundation<Transaction> {
  readonly clock: () => Date;
}
