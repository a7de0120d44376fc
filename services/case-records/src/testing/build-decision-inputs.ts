import type { Facts } from '../policy/policy-fact/policy-fact.ts';

/**
 * Facts for tests of the county winter policy: an active file of a household with a major illness, 440 yuan a head, and a
 * line of 560 with margin 1.5.
 */
export function buildDecisionInputs(overrides: Facts = {}): Facts {
  return {
    applicationDate: '2026-12-08',
    caseFileVersion: 3,
    caseFile: 'ACTIVE',
    identityVerified: true,
    head: { modelWorker: 'NONE', category: 'WORKER' },
    dibao: 'NONE',
    householdSize: 3,
    perCapitaIncomeYuan: '440.00',
    dibaoLineYuan: '560.00',
    dibaoLineFrom: '2026-01-01',
    dibaoLineTo: null,
    marginFactor: '1.50',
    causes: ['MAJOR_ILLNESS'],
    hardshipClass: 'BELOW_LINE',
    standardYuan: '300.00',
    lastAidDate: null,
    turnsLeft: 1,
    aidedThisPeriod: false,
    evidence: [],
    ...overrides,
  };
}
