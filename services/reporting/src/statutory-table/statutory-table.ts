import type { Figure } from '../figure/figure.ts';
import type { CheckOutcome } from '../form/check.ts';
import type { FrozenTable } from '../submission/submission.ts';
import type { TableRequest } from './table-request.ts';

/** A statutory table of one organisation and period, with all that a reader sees. */
export interface StatutoryTable {
  readonly request: TableRequest;
  readonly figures: readonly Figure[];
  readonly checks: readonly CheckOutcome[];
  readonly submission: FrozenTable | undefined;
}
