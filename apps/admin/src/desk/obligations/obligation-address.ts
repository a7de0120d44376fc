import type { ObligationKind } from '../../base/graph/generated/operation-types.ts';

/** What the page of obligations is asked for, as its address has it. */
export interface AskedObligations {
  readonly kind?: ObligationKind;
  readonly overdue?: boolean;
  /** Only the reader's own, for those who may read everybody's. */
  readonly mine?: boolean;
}

/** The address of the page of obligations with a filter. */
export function obligationsAt({ kind, overdue, mine }: AskedObligations): string {
  const asked = new URLSearchParams({
    ...(kind !== undefined && { kind }),
    ...(overdue === true && { overdue: '1' }),
    ...(mine === true && { mine: '1' }),
  });
  return asked.size === 0 ? '/obligations' : `/obligations?${asked.toString()}`;
}
