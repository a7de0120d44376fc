import {
  collectProblems,
  combineAll,
  combineFields,
  ok,
  parseYuan,
  problem,
  readIdentityNumber,
  readPhone,
  readRequiredText,
  readText,
  refuse,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import type { AskedNumber } from '../asking/ask-whether-registered.ts';
import { readBankAccount } from '../person/read-bank-account.ts';
import { identityIndexOf, type PersonDraft, type PersonKeys } from '../person/register-people.ts';
import type { EnteredPerson, PersonToEnter } from './enter-household-people.ts';
import { headUnderAge } from '../household/head-of-age.ts';
import {
  readHousehold,
  type HouseholdFacts,
  type HouseholdInput,
  type PersonStanding,
} from '../household/household.ts';
import type { NameAnswer } from '../household/known-name.ts';
import { sizeBelowMembers } from '../household/one-household.ts';
import { readName } from '../person/read-name.ts';
import type { MemberDraft } from './open-households.ts';

export interface MemberInput {
  readonly name: string;
  readonly relation: string;
  readonly identityNumber?: string | null | undefined;
  readonly nameAnswer?: NameAnswer | null | undefined;
  readonly standing?: PersonStanding | null | undefined;
  readonly ruralRegistration?: boolean | null | undefined;
  readonly monthlyIncome?: string | null | undefined;
  readonly health?: string | null | undefined;
  readonly schooling?: string | null | undefined;
}

export interface RegisterHouseholdInput extends HouseholdInput {
  readonly headName: string;
  readonly identityNumber: string;
  readonly nameAnswer?: NameAnswer | null | undefined;
  readonly phone?: string | null | undefined;
  readonly bankAccount?: string | null | undefined;
  readonly members?: readonly MemberInput[] | null | undefined;
}

/** The content of a form for a new household. */
export interface Registration {
  readonly facts: HouseholdFacts;
  readonly head: PersonDraft;
  readonly nameAnswer: NameAnswer | null | undefined;
  readonly members: readonly ReadMember[];
}

/** Everyone whose number a form for a new household gives. */
export function peopleOf({ head, nameAnswer, members }: Registration): readonly PersonToEnter[] {
  const person = { person: head, asHead: true, field: 'identityNumber', nameField: 'headName', nameAnswer };
  return [person, ...namedMembers(members)];
}

/** The members whose identity number a form gives. */
export function namedMembers(members: readonly ReadMember[], into?: string): readonly PersonToEnter[] {
  return members.flatMap(({ person, field, nameAnswer }) => {
    if (person === undefined) return [];
    const fields = { field: `${field}.identityNumber`, nameField: `${field}.name` };
    return [{ person, asHead: false, ...fields, nameAnswer, ...(into !== undefined && { into }) }];
  });
}

/** The numbers that a form queries. */
export function askedOf(keys: PersonKeys, people: readonly PersonToEnter[]): readonly AskedNumber[] {
  return people.map(({ person, field }) => ({ index: identityIndexOf(keys, person.identity.number), field }));
}

/** A member as stored, with the person entered for the number on the form. */
export function memberDraft(
  keys: PersonKeys,
  read: ReadMember,
  people: ReadonlyMap<string, EnteredPerson>,
): MemberDraft {
  const { person, field: _, nameAnswer: __, ...member } = read;
  const entered = person === undefined ? undefined : people.get(identityIndexOf(keys, person.identity.number));
  return {
    ...member,
    name: entered?.name ?? member.name,
    personId: entered?.personId ?? null,
    identityId: entered?.identityId ?? null,
  };
}

/** A member as read, with the person if the form gives an identity number. */
export type ReadMember = Omit<MemberDraft, 'personId' | 'identityId'> & {
  readonly field: string;
  readonly person: PersonDraft | undefined;
  readonly nameAnswer: NameAnswer | null | undefined;
};

/** Validates a form for a new household; each problem names its field. */
export function readRegistration(input: RegisterHouseholdInput, today: LocalDate): Result<Registration> {
  const facts = readHousehold(input);
  const head = readHead(input, today);
  const members = combineAll(
    (input.members ?? []).map((member, place) => readMember(member, `members.${place}`, today)),
  );
  if (facts.ok && head.ok && members.ok) {
    const people = members.value.length + 1;
    if (people > facts.value.declaredSize) return refuse(sizeBelowMembers(people));
    const guardians = members.value.map(({ relation, person }) => ({
      relation,
      birthDate: person?.identity.birthDate,
    }));
    const underAge = headUnderAge(head.value.identity.birthDate, guardians, today, 'identityNumber');
    if (underAge !== undefined) return refuse(underAge);
    return ok({ facts: facts.value, head: head.value, nameAnswer: input.nameAnswer, members: members.value });
  }
  return refuse(...collectProblems([head, facts, members]));
}

function readHead(input: RegisterHouseholdInput, today: LocalDate): Result<PersonDraft> {
  const fields = combineFields({
    name: readName(input.headName, 'headName'),
    identity: readIdentityNumber(input.identityNumber, {
      field: 'identityNumber',
      bornOrKnownOn: today,
      aliveOn: today,
    }),
    phone: isEmpty(input.phone) ? ok(undefined) : readPhone(input.phone ?? '', { field: 'phone' }),
    bankAccount: isEmpty(input.bankAccount) ? ok(undefined) : readBankAccount(input.bankAccount ?? '', 'bankAccount'),
  });
  return fields;
}

/** A member's relation to the head; the head cannot be listed as a member. */
function readRelation(typed: string, field: string): Result<string> {
  const read = readRequiredText(typed, field, 20);
  if (!read.ok || !/^(?:户主|本人|户主本人)$/.test(read.value)) return read;
  return refuse(
    problem(
      'RELATION_OF_HEAD',
      {
        zh: '户主不在成员里重复登记；写成员与户主的关系，如配偶、子',
        en: 'Do not list the head as a member. Enter this member’s relation to the head.',
      },
      field,
    ),
  );
}

/** Validates one member of a form. */
export function readMember(input: MemberInput, field: string, today: LocalDate): Result<ReadMember> {
  const identity = isEmpty(input.identityNumber)
    ? ok(undefined)
    : readIdentityNumber(input.identityNumber ?? '', {
        field: `${field}.identityNumber`,
        bornOrKnownOn: today,
        aliveOn: today,
      });
  const fields = combineFields({
    name: readName(input.name, `${field}.name`),
    relation: readRelation(input.relation, `${field}.relation`),
    identity,
    monthlyIncome: isEmpty(input.monthlyIncome)
      ? ok(null)
      : parseYuan(input.monthlyIncome ?? '', { field: `${field}.monthlyIncome` }),
    health: readText(input.health, `${field}.health`, 200),
    schooling: readText(input.schooling, `${field}.schooling`, 200),
  });
  if (!fields.ok) return fields;
  const { identity: read, health, schooling, ...rest } = fields.value;
  return ok({
    ...rest,
    field,
    nameAnswer: input.nameAnswer,
    standing: input.standing ?? null,
    ruralRegistration: input.ruralRegistration ?? false,
    health: health === '' ? null : health,
    schooling: schooling === '' ? null : schooling,
    person: read === undefined ? undefined : { name: rest.name, identity: read },
  });
}

function isEmpty(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
