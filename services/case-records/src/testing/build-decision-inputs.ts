import { localDate } from '@nuangong/primitives';
import type { DecisionInputs } from '../decision-sheet/decision-inputs.ts';

/** Inputs for tests: an active file of a household hit by illness, 440 yuan a head, a line of 560 times 1.5. */
export function buildDecisionInputs(overrides: Partial<DecisionInputs> = {}): DecisionInputs {
  return {
    decidedOn: localDate('2026-12-08'),
    caseFileVersion: 3,
    caseFileStatus: 'ACTIVE',
    identityVerified: true,
    modelWorkerHonour: 'NONE',
    dibaoStatus: 'NONE',
    householdSize: 3,
    perCapitaFen: 44_000,
    dibaoLineFen: 56_000,
    dibaoLineFrom: localDate('2026-01-01'),
    dibaoLineTo: null,
    marginFactor: '1.50',
    marginLimitFen: 84_000,
    causes: ['MAJOR_ILLNESS'],
    hardshipClass: 'BELOW_LINE',
    migrantWorker: false,
    standardFen: 30_000,
    lastAidedOn: null,
    turnsLeft: 1,
    aidedThisPeriod: false,
    evidence: [],
    ...overrides,
  };
}
