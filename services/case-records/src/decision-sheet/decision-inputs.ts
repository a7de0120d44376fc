import { createHash } from 'node:crypto';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import type { LocalDate } from '@nuangong/primitives';

/**
 * What a policy is asked about: one household as its file stood on the day, and the lines in force on it. Plain JSON,
 * so that an auditor can ask the engine again years later; amounts are whole fen, dates 'YYYY-MM-DD'. No name and no
 * number of a person is in it.
 */
export interface DecisionInputs {
  readonly decidedOn: LocalDate;
  readonly caseFileVersion: number;
  readonly caseFileStatus: string;
  readonly identityVerified: boolean;
  readonly modelWorkerHonour: string;
  readonly dibaoStatus: string;
  readonly householdSize: number;
  readonly perCapitaFen: number;
  readonly dibaoLineFen: number | null;
  readonly dibaoLineFrom: LocalDate | null;
  /** The day before the next line begins; null while none is set. */
  readonly dibaoLineTo: LocalDate | null;
  readonly marginFactor: string | null;
  readonly marginLimitFen: number | null;
  readonly causes: readonly HardshipCause[];
  readonly hardshipClass: HardshipClass | null;
  readonly migrantWorker: boolean;
  readonly standardFen: number;
  /** When the household or one of its people was last given aid that counts in this period, in whatever county. */
  readonly lastAidedOn: LocalDate | null;
  /** How often it may still be aided in this period. */
  readonly turnsLeft: number;
  readonly aidedThisPeriod: boolean;
  /** The kinds of evidence in the file. */
  readonly evidence: readonly string[];
}

/** JSON with the keys of every object in order: equal values have one text, however they were put together. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

/** The SHA-256 of a value's canonical JSON, in hex. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
