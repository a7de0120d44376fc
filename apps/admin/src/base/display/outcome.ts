type OutcomeKey = 'outcome.ELIGIBLE' | 'outcome.NOT_ELIGIBLE' | 'outcome.COORDINATE_FIRST' | 'outcome.DISCRETIONARY';

const keys: Readonly<Record<string, OutcomeKey>> = {
  ELIGIBLE: 'outcome.ELIGIBLE',
  COORDINATE_FIRST: 'outcome.COORDINATE_FIRST',
  DISCRETIONARY: 'outcome.DISCRETIONARY',
};

/** The word for a decision's outcome. */
export function outcomeWord(outcome: string): OutcomeKey {
  return keys[outcome] ?? 'outcome.NOT_ELIGIBLE';
}
