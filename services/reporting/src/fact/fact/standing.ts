import type { FactKind } from './fact-kinds.ts';
import type { FactTold } from './fact.ts';

/**
 * The facts of a state that holds from a day on: the state itself, which replaces an earlier one of the same subject,
 * and its end when it has a last day. It still counts on the last day.
 */
export function standingFrom(state: FactTold, ended: FactKind, lastDay: string | null): readonly FactTold[] {
  const stands: FactTold = { ...state, endsEarlier: 'IF_ANY' };
  return lastDay === null
    ? [stands]
    : [stands, { ...state, kind: ended, on: lastDay, endsEarlier: 'ALWAYS' } as FactTold];
}
