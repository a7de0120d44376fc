import { problem, type Problem } from '@nuangong/primitives';
import type { FoundPerson } from '../person/register-people.ts';

/** Days after which an untouched draft or returned file no longer blocks its people (未办理的草稿不占人员). */
export const daysADraftBars = 30;

/** The time before which a draft must have been touched last to no longer block its people. */
export function untouchedSince(at: Date): Date {
  return new Date(at.getTime() - daysADraftBars * 86_400_000);
}

/** Someone in a living household elsewhere in the city is entered into another. */
export const registeredElsewhere = (field = 'identityNumber'): Problem =>
  problem(
    'REGISTERED_ELSEWHERE',
    {
      zh: '此人已在本市其他单位在册的困难家庭中，与该单位联系转移后再登记',
      en: 'This person belongs to a household registered by another unit in the city. Arrange a transfer first.',
    },
    field,
  );

/** The head of a visible living household is entered again. */
export const registeredHere = (number: string, field = 'identityNumber'): Problem =>
  problem(
    'ALREADY_REGISTERED',
    {
      zh: `本单位已有以此人为户主的家庭，档案号 ${number}；打开该家庭办理变更`,
      en: `This person is the head of a household registered here, file ${number}. Open that file.`,
    },
    field,
  );

/** A member of another visible living household is entered without a recorded move. */
export const inAnotherHousehold = (number: string, field: string): Problem =>
  problem(
    'IN_ANOTHER_HOUSEHOLD',
    {
      zh: `此人在本单位另一在册家庭中，档案号 ${number}；在该家庭办理转出后再登记`,
      en: `This person belongs to another household registered here, file ${number}. Record the move there first.`,
    },
    field,
  );

/** A file that was not living comes back, but its people are now in another living household. */
export const peopleInAnotherHousehold = (): Problem =>
  problem('REGISTERED_ELSEWHERE', {
    zh: '本户人员已在其他在册困难家庭中；核对后由对方转出，或不再办理本户',
    en: 'Members of this household belong to another registered household. Record their move there, or do not continue this file.',
  });

/** Two people of one household have one identity number. */
export const twiceInHousehold = (field: string): Problem =>
  problem(
    'TWICE_IN_HOUSEHOLD',
    {
      zh: '身份证号与本户另一人相同；户主不再列为成员，核对号码后重录',
      en: 'Another person in this household has this identity number; do not list the head as a member. Check it.',
    },
    field,
  );

/** A household has more people than it declares. */
export const sizeBelowMembers = (people: number): Problem =>
  problem(
    'SIZE_BELOW_MEMBERS',
    {
      zh: `家庭人口少于所列人数：连同户主共 ${people} 人，核对后重录`,
      en: `The size is smaller than the ${people} people listed including the head. Check it.`,
    },
    'declaredSize',
  );

/** A member with a known number is missing from a change without a recorded move. */
export const moveNotRecorded = (name: string): Problem =>
  problem(
    'MOVE_NOT_RECORDED',
    {
      zh: `所填成员中没有“${name}”；已离开本户的，先办理转出，没有离开的补上`,
      en: `“${name}” is not among the members. Record a move if they left, or add them.`,
    },
    'members',
  );

/** How someone is entered, and the field for a problem with it. */
export interface EnteredAs {
  readonly asHead: boolean;
  readonly field: string;
  /** The household that they are entered into, if it already exists. */
  readonly into?: string;
}

/**
 * Why a person cannot be entered: they are already in a living household. `numbers` holds the file numbers of visible
 * households.
 */
export function barOf(
  found: FoundPerson | undefined,
  { asHead, field, into }: EnteredAs,
  numbers: ReadonlyMap<string, string>,
): Problem | undefined {
  if (found === undefined) return undefined;
  if (found.elsewhere) return registeredElsewhere(field);
  if (found.householdId === null) return undefined;
  if (found.householdId === into) return found.heads ? twiceInHousehold(field) : undefined;
  const number = numbers.get(found.householdId) ?? '';
  return asHead && found.heads ? registeredHere(number, field) : inAnotherHousehold(number, field);
}
