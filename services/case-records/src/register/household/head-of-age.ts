import { ageOn, problem, type LocalDate, type Problem } from '@nuangong/primitives';

const headAge = 16;
const guardianAge = 18;

/** A member who may be the guardian of a child that heads the household. */
export interface PossibleGuardian {
  readonly relation: string;
  /** Known if the member's identity number is. */
  readonly birthDate: LocalDate | undefined;
}

/**
 * Why someone born on a day cannot head a household with these members, or undefined. A child under 16, such as an
 * orphan, can head one if an adult guardian (监护人) is among the members, with an identity number.
 */
export function headUnderAge(
  birthDate: LocalDate,
  members: readonly PossibleGuardian[],
  today: LocalDate,
  field: string,
): Problem | undefined {
  if (ageOn(birthDate, today) >= headAge) return undefined;
  const guarded = members.some(
    (member) =>
      member.relation.includes('监护') &&
      member.birthDate !== undefined &&
      ageOn(member.birthDate, today) >= guardianAge,
  );
  if (guarded) return undefined;
  return problem(
    'HEAD_UNDER_AGE',
    {
      zh: `户主未满 ${headAge} 周岁；核对号码，确为未成年人的，在家庭成员中登记成年监护人（关系写“监护人”，录身份证号）`,
      en: `The head is under ${headAge}. Check the number; for a child, add an adult guardian (relation 监护人) with an identity number as a member.`,
    },
    field,
  );
}
