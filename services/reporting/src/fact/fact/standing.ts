import type { FactKind } from './fact-kinds.ts';
import type { FactTold } from './fact.ts';

/**
 * The facts of something that stands so from a day on: its state, which replaces an earlier one of the same subject, and
 * its end where it has a last day. It counts on that day still.
 */
export function standingFrom(state: FactTold, ended: FactKind, lastDay: string | null): readonly FactTold[] {
  const stands: FactTold = { ...state, endsEarlier: 'IF_ANY' };
  return lastDay === null
    ? [stands]
    : [stands, { ...state, kind: ended, on: lastDay, endsEarlier: 'ALWAYS' } as FactTold];
}
