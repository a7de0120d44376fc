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
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { askWhetherRegistered } from '../asking/ask-whether-registered.ts';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { dibaoLineInForce } from '../dibao-line/dibao-line-in-force.ts';
import type { Household } from '../generated/prisma/client.ts';
import {
  findPeople,
  identityIndexOf,
  keepContacts,
  registerPeople,
  type PersonDraft,
} from '../person/register-people.ts';
import { headUnderAge } from './head-of-age.ts';
import { readHousehold, readName, type HouseholdInput } from './household.ts';
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

/** The head of a live household elsewhere in the city cannot head another. */
export const registeredElsewhere = (field = 'identityNumber'): Problem =>
  problem(
    'REGISTERED_ELSEWHERE',
    {
      zh: '此人已是本市其他单位在册困难家庭的户主，与该单位联系转移后再登记',
      en: 'This person heads a household registered by another unit of the city. Arrange a transfer first.',
    },
    field,
  );

/** The head of a live household of this very organisation is entered again. */
export const registeredHere = (field = 'identityNumber'): Problem =>
  problem(
    'ALREADY_REGISTERED',
    {
      zh: '本单位已有以此人为户主的家庭，打开该家庭办理变更',
      en: 'This person heads a household registered here. Open that one.',
    },
    field,
  );

/** Registers a household with its head and members, and opens a draft case file. */
export async function registerHousehold(
  context: CaseRecordsContext,
  input: RegisterHouseholdInput,
): Promise<Result<Household>> {
  const { actor, parts } = context;
  const at = parts.clock();
  const given = readRegistration(input, localDateAt(at));
  if (given.ok && permits(actor.roles, 'household.register')) {
    const index = identityIndexOf(parts, given.value.head.identity.number);
    const asked = await askWhetherRegistered(context, index, 'identityNumber');
    if (!asked.ok) return asked;
  }
  const constraints = { household_one_live_in_the_city: () => registeredElsewhere() };
  return runCommand(context, { action: 'household.register', constraints }, async (tx: Transaction) => {
    if (!given.ok) return given;
    const { facts, head, members } = given.value;
    const run = prismaSql(tx);
    const index = identityIndexOf(parts, head.identity.number);
    const people = [head, ...members.flatMap((member) => member.person ?? [])];
    const found = await findPeople(
      run,
      parts,
      people.map((person) => person.identity.number),
    );
    const live = found.get(index)?.liveHouseholdId ?? null;
    if (live !== null) {
      const here = await tx.household.findUnique({ where: { id: live }, select: { id: true } });
      return refuse(here === null ? registeredElsewhere() : registeredHere());
    }
    const ids = await registerPeople(run, parts, people, found);
    const headId = ids.get(index);
    if (headId === undefined) return refuse(notFound({ zh: '人员', en: 'person' }));
    const drafts = members.map(({ person, ...member }) => ({
      ...member,
      personId: person === undefined ? null : (ids.get(identityIndexOf(parts, person.identity.number)) ?? null),
    }));
    const id = await openOne(run, { tx, context, at, facts, headId, head, drafts });
    const known = found.get(index);
    if (known !== undefined) await keepContacts(run, parts, [{ personId: headId, draft: head }]);
    return ok(await tx.household.findUniqueOrThrow({ where: { id } }));
  });
}

async function openOne(
  run: RunSql,
  opening: {
    readonly tx: Transaction;
    readonly context: CaseRecordsContext;
    readonly at: Date;
    readonly facts: ReturnType<typeof readHousehold> extends Result<infer Facts> ? Facts : never;
    readonly headId: string;
    readonly head: PersonDraft;
    readonly drafts: readonly MemberDraft[];
  },
): Promise<string> {
  const { tx, context, at, facts, headId, head, drafts } = opening;
  const { actor } = context;
  const line = await dibaoLineInForce(run, actor.scope, localDateAt(at));
  const { keyring } = context.parts;
  const [id = ''] = await openHouseholds(run, { actor, at, why: '登记', line, keyring }, [
    {
      facts,
      head: { personId: headId, name: head.name, birthDate: head.identity.birthDate },
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
type ReadMember = Omit<MemberDraft, 'personId'> & { readonly person: PersonDraft | undefined };

function readRegistration(input: RegisterHouseholdInput, today: LocalDate) {
  const facts = readHousehold(input);
  const head = readHead(input, today);
  const members = combineAll(
    (input.members ?? []).map((member, place) => readMember(member, `members.${place}`, today)),
  );
  if (facts.ok && head.ok && members.ok) {
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
    health: health === '' ? null : health,
    schooling: schooling === '' ? null : schooling,
    person: read === undefined ? undefined : { name: rest.name, identity: read },
  });
}

function isEmpty(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
