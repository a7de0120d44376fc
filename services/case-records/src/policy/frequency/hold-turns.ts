import { problem, type LocalDate, type Problem } from '@nuangong/primitives';
import { aidThatCounts, frequencyInWords, type AidAsked, type AidGiven } from './frequency.ts';

/** A request for aid to a household's people, with the turns that earlier aid leaves and the day of the latest. */
export interface TurnClaim extends AidAsked {
  /** The people that it counts, by their identities in the city. */
  readonly people: readonly string[];
  readonly turnsLeft: number;
  readonly aidedOn: LocalDate | null;
}

/**
 * Allots turns to claims in their order: a claim that is granted counts against later ones that share one of its
 * people. Returns for each claim the day of the aid that bars it, or null.
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

/** Why an application is not approved: the household, or a member in another household, was aided on a day. */
export function aidedAlready(claim: Pick<TurnClaim, 'frequency' | 'aidType' | 'mark'>, on: LocalDate): Problem {
  const often = frequencyInWords(claim);
  return problem('AIDED_ALREADY', {
    zh: `本户或其家庭成员已于 ${on} 受助；${often.zh}，驳回或退回此申请`,
    en: `The household or one of its members already received aid on ${on}: ${often.en}. Return or reject the application.`,
  });
}

/** Why a household is not put forward: a member waits for a decision in the same campaign with another household. */
export function memberPutForward(): Problem {
  return problem('MEMBER_PUT_FORWARD', {
    zh: '家庭成员已随另一户在本活动提出；核实属同一家庭的，只保留一户',
    en: 'A member of this household is already put forward in this campaign with another household. A family can be put forward only once.',
  });
}

/** The problem for two concurrent approvals of the last turn, of which the database let only one pass. */
export function turnHeldByDatabase(): Problem {
  return problem('AIDED_ALREADY', {
    zh: '其中有家庭刚在别处受助，刷新后重新审批',
    en: 'One of the households has just received aid elsewhere. Refresh and decide again.',
  });
}
