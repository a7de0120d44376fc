import { permits } from '@nuangong/access';
import { notFound, runCommand } from '@nuangong/subgraph';
import { prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import {
  collectProblems,
  combineAll,
  combineFields,
  localDateAt,
  ok,
  parseYuan,
  problem,
  readIdentityNumber,
  readPhone,
  readRequiredText,
  readText,
  refuse,
  withoutSpaces,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import { askWhetherRegistered, type AskedNumber } from '../asking/ask-whether-registered.ts';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { dibaoLineInForce } from '../dibao-line/dibao-line-in-force.ts';
import type { Household } from '../generated/prisma/client.ts';
import {
  identityIndexOf,
  keepContacts,
  type PersonDraft,
  type PersonKeys,
  type RegisteredPerson,
} from '../person/register-people.ts';
import { enterHouseholdPeople, type PersonToEnter } from './enter-household-people.ts';
import { headUnderAge } from './head-of-age.ts';
import {
  readHousehold,
  readName,
  type HouseholdFacts,
  type HouseholdInput,
} from './household.ts';
import { registeredElsewhere, sizeBelowMembers } from './one-household.ts';
import { openHouseholds, type MemberDraft } from './open-households.ts';

export interface MemberInput {
  readonly name: string;
  readonly relation: string;
  readonly identityNumber?: string | null | undefined;
  readonly monthlyIncome?: string | null | undefined;
  readonly health?: string | null | undefined;
  readonly schooling?: string | null | undefined;
}

export interface RegisterHouseholdInput extends HouseholdInput {
  readonly headName: string;
  readonly identityNumber: string;
  readonly phone?: string | null | undefined;
  readonly bankAccount?: string | null | undefined;
  readonly members?: readonly MemberInput[] | null | undefined;
}

/** Registers a household with its head and members, and opens a draft case file. */
export async function registerHousehold(
  context: CaseRecordsContext,
  input: RegisterHouseholdInput,
): Promise<Result<Household>> {
  const { actor, parts } = context;
  const given = readRegistration(input, localDateAt(parts.clock()));
  if (given.ok && permits(actor.roles, 'household.register')) {
    const asked = await askWhetherRegistered(context, askedOf(parts, peopleOf(given.value)));
    if (!asked.ok) return asked;
  }
  const first = await tryToRegister(context, given);
  return !first.ok && first.problems.includes(enteredMeanwhile) ? tryToRegister(context, given) : first;
}

/** Somebody else entered one of these people at the same moment: who they are is told by looking again. */
const enteredMeanwhile = registeredElsewhere();

function tryToRegister(context: CaseRecordsContext, given: Result<Registration>): Promise<Result<Household>> {
  const { actor, parts } = context;
  const at = parts.clock();
  const constraints = { person_in_one_living_household: () => enteredMeanwhile };
  return runCommand(context, { action: 'household.register', constraints }, async (tx: Transaction) => {
    if (!given.ok) return given;
    const { facts, head, members } = given.value;
    const run = prismaSql(tx);
    const entered = await enterHouseholdPeople(
      run,
      parts,
      { organizationPath: actor.scope, at },
      peopleOf(given.value),
    );
    if (!entered.ok) return entered;
    const { people, found } = entered.value;
    const index = identityIndexOf(parts, head.identity.number);
    const headPerson = people.get(index);
    if (headPerson === undefined) return refuse(notFound({ zh: '人员', en: 'person' }));
    const drafts = members.map((member) => memberDraft(parts, member, people));
    const id = await openOne(run, { tx, context, at, facts, headPerson, head, drafts });
    const isKnown = (found.get(index)?.personId ?? null) !== null;
    if (isKnown) await keepContacts(run, parts, [{ person: headPerson, draft: head }]);
    return ok(await tx.household.findUniqueOrThrow({ where: { id } }));
  });
}

/** What a form for a new household says. */
interface Registration {
  readonly facts: HouseholdFacts;
  readonly head: PersonDraft;
  readonly members: readonly ReadMember[];
}

function peopleOf({ head, members }: Registration): readonly PersonToEnter[] {
  return [{ person: head, asHead: true, field: 'identityNumber' }, ...namedMembers(members)];
}

/** The members of whom a form gives the identity number. */
export function namedMembers(members: readonly ReadMember[], into?: string): readonly PersonToEnter[] {
  return members.flatMap(({ person, field }) =>
    person === undefined
      ? []
      : [{ person, asHead: false, field: `${field}.identityNumber`, ...(into !== undefined && { into }) }],
  );
}

/** The numbers that a form asks about. */
export function askedOf(keys: PersonKeys, people: readonly PersonToEnter[]): readonly AskedNumber[] {
  return people.map(({ person, field }) => ({ index: identityIndexOf(keys, person.identity.number), field }));
}

/** A member as kept, with the person entered for the number that the form gives. */
export function memberDraft(
  keys: PersonKeys,
  read: ReadMember,
  people: ReadonlyMap<string, RegisteredPerson>,
): MemberDraft {
  const { person, field: _, ...member } = read;
  const entered = person === undefined ? undefined : people.get(identityIndexOf(keys, person.identity.number));
  return { ...member, personId: entered?.personId ?? null, identityId: entered?.identityId ?? null };
}

async function openOne(
  run: RunSql,
  opening: {
    readonly tx: Transaction;
    readonly context: CaseRecordsContext;
    readonly at: Date;
    readonly facts: HouseholdFacts;
    readonly headPerson: RegisteredPerson;
    readonly head: PersonDraft;
    readonly drafts: readonly MemberDraft[];
  },
): Promise<string> {
  const { tx, context, at, facts, headPerson, head, drafts } = opening;
  const { actor } = context;
  const line = await dibaoLineInForce(run, actor.scope, localDateAt(at));
  const { keyring } = context.parts;
  const [id = ''] = await openHouseholds(run, { actor, at, why: '登记', line, keyring }, [
    {
      facts,
      head: { ...headPerson, name: head.name, birthDate: head.identity.birthDate },
      members: drafts,
      rosterRowId: null,
    },
  ]);
  await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, context.requestId, [
    { action: 'household.register', recordType: 'Household', recordId: id },
  ]);
  return id;
}

/** A member as read, with the person where the form gives an identity number. */
export type ReadMember = Omit<MemberDraft, 'personId' | 'identityId'> & {
  readonly field: string;
  readonly person: PersonDraft | undefined;
};

function readRegistration(input: RegisterHouseholdInput, today: LocalDate): Result<Registration> {
  const facts = readHousehold(input);
  const head = readHead(input, today);
  const members = combineAll(
    (input.members ?? []).map((member, place) => readMember(member, `members.${place}`, today)),
  );
  if (facts.ok && head.ok && members.ok) {
    const people = members.value.length + 1;
    if (people > facts.value.declaredSize) return refuse(sizeBelowMembers(people));
    const guardians = members.value.map(({ relation, person }) => ({ relation, birthDate: person?.identity.birthDate }));
    const underAge = headUnderAge(head.value.identity.birthDate, guardians, today, 'identityNumber');
    if (underAge !== undefined) return refuse(underAge);
    return ok({ facts: facts.value, head: head.value, members: members.value });
  }
  return refuse(...collectProblems([head, facts, members]));
}

function readHead(input: RegisterHouseholdInput, today: LocalDate): Result<PersonDraft> {
  const fields = combineFields({
    name: readName(input.headName, 'headName'),
    identity: readIdentityNumber(input.identityNumber, { field: 'identityNumber', bornOrKnownOn: today, aliveOn: today }),
    phone: isEmpty(input.phone) ? ok(undefined) : readPhone(input.phone ?? '', { field: 'phone' }),
    bankAccount: isEmpty(input.bankAccount) ? ok(undefined) : readBankAccount(input.bankAccount ?? '', 'bankAccount'),
  });
  return fields;
}

/** Reads a bank account of 8 to 32 digits. Refuses with BANK_ACCOUNT_FORMAT. */
export function readBankAccount(text: string, field: string): Result<string> {
  const account = withoutSpaces(text).replace(/^'/, '').replaceAll('-', '');
  if (/^\d{8,32}$/.test(account)) return ok(account);
  return refuse(
    problem(
      'BANK_ACCOUNT_FORMAT',
      {
        zh: '银行账号应为 8 至 32 位数字，核对存折或银行卡后重录',
        en: 'A bank account has 8 to 32 digits; check the card.',
      },
      field,
    ),
  );
}

export function readMember(input: MemberInput, field: string, today: LocalDate): Result<ReadMember> {
  const identity = isEmpty(input.identityNumber)
    ? ok(undefined)
    : readIdentityNumber(input.identityNumber ?? '', { field: `${field}.identityNumber`, bornOrKnownOn: today, aliveOn: today });
  const fields = combineFields({
    name: readName(input.name, `${field}.name`),
    relation: readRequiredText(input.relation, `${field}.relation`, 20),
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
    health: health === '' ? null : health,
    schooling: schooling === '' ? null : schooling,
    person: read === undefined ? undefined : { name: rest.name, identity: read },
  });
}

function isEmpty(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
