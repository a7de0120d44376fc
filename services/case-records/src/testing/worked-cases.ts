import { readFile } from 'node:fs/promises';
import { localDate } from '@nuangong/primitives';
import type { Facts } from '../policy/policy-fact/policy-fact.ts';
import { areTurnsUsed, aidThatCounts } from '../policy/frequency/frequency.ts';
import type { Policy } from '../policy/policy/policy.ts';

/** A household with the outcome that a policy's source gives for it. */
export interface WorkedCase {
  readonly id: string;
  readonly note: string;
  readonly facts: Facts;
  readonly expect: {
    readonly outcome: string;
    readonly clauses: readonly string[];
    readonly amountYuan?: number;
    readonly minYuan?: number;
    readonly maxYuan?: number;
    readonly capYuan?: number;
  };
}

/** The worked cases of a policy, from its fixture. */
export async function readWorkedCases(policy: string): Promise<readonly WorkedCase[]> {
  const file = new URL(`../policy/policy/__fixtures__/${policy}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8'));
}

/**
 * A case's facts with those that its policy and the day add: the standard, the file's version, turns used by the last
 * aid.
 */
export function factsOfCase({ facts }: Pick<WorkedCase, 'facts'>, policy: Policy): Facts {
  const aid = { policy: policy.code, aidType: policy.aidType, mark: policy.mark, campaignId: null };
  const [on, last] = [facts['applicationDate'], facts['lastAidDate']];
  const asked = { ...aid, frequency: policy.frequency, on: localDate(String(on)) };
  const given = typeof last === 'string' ? [{ ...aid, on: localDate(last) }] : [];
  const counted = aidThatCounts(asked, given).length;
  return {
    caseFile: 'ACTIVE',
    identityVerified: true,
    caseFileVersion: 1,
    evidence: [],
    householdSize: 3,
    perCapitaIncomeYuan: '600.00',
    standardYuan: '300.00',
    turnsLeft: policy.frequency.times - counted,
    aidedThisPeriod: areTurnsUsed(policy.frequency, counted),
    ...facts,
  };
}
