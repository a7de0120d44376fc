import { problem, type LocalDate, type Problem } from '@nuangong/primitives';
import { aidThatCounts, frequencyInWords, type AidAsked, type AidGiven } from './frequency.ts';

/** Aid asked for a household's people, with what aid given to them before leaves: turns, and the day of the latest. */
export interface TurnClaim extends AidAsked {
  /** The people that it counts, by their identities in the city. */
  readonly people: readonly string[];
  readonly turnsLeft: number;
  readonly aidedOn: LocalDate | null;
}

/**
 * Holds claims to how often their policies give aid, in the order in which they come: what one takes counts against those
 * after it that share one of its people. Answers for each claim the day of the aid that bars it, or null.
 */
export function holdTurns(claims: readonly TurnClaim[]): readonly (LocalDate | null)[] {
  const taken = new Map<string, Set<AidGiven>>();
  return claims.map((claim) => {
    const given = new Set(claim.people.flatMap((person) => [...(taken.get(person) ?? [])]));
    const counted = aidThatCounts(claim, [...given]);
    if (claim.turnsLeft <= counted.length) return counted[0] ?? claim.aidedOn ?? claim.on;
    for (const person of claim.people) taken.set(person, (taken.get(person) ?? new Set<AidGiven>()).add(claim));
    return null;
  });
}

/** Why an application is not approved: the household, or one of its people with another, was aided on a day. */
export function aidedAlready(claim: Pick<TurnClaim, 'frequency' | 'aidType' | 'mark'>, on: LocalDate): Problem {
  const often = frequencyInWords(claim);
  return problem('AIDED_ALREADY', {
    zh: `本户或其家庭成员已于 ${on} 受助；${often.zh}，驳回或退回此申请`,
    en: `The household or one of its people was aided on ${on} already: ${often.en}. Return or reject the application.`,
  });
}

/** Why a household is not put forward: one of its people waits for a decision of the same campaign with another. */
export function memberPutForward(): Problem {
  return problem('MEMBER_PUT_FORWARD', {
    zh: '家庭成员已随另一户在本活动提出；核实属同一家庭的，只保留一户',
    en: 'One of its people is put forward in this campaign with another household. One family is put forward once.',
  });
}

/** The frequency in words, where two gave the last turn at once and the database let only one do it. */
export function turnHeldByDatabase(): Problem {
  return problem('AIDED_ALREADY', {
    zh: '其中有家庭刚在别处受助，刷新后重新审批',
    en: 'One of the households has just been aided elsewhere. Refresh and decide again.',
  });
}
