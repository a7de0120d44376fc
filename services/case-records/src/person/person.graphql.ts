import { readStoredDate } from '@nuangong/database';
import type { IdentityDocument, Problem, Result, Sex } from '@nuangong/primitives';
import { describedValues, loadOneBy, requirePermission } from '@nuangong/subgraph';
import { isUuid, readIdentityNumber } from '@nuangong/primitives';
import { askWhetherRegistered } from '../asking/ask-whether-registered.ts';
import { builder, type CaseRecordsContext } from '../builder.ts';
import type { Person as PersonRow } from '../generated/prisma/client.ts';
import { untouchedSince } from '../household/one-household.ts';
import { countyPathOf } from '../organization/county.ts';
import { identityIndexesOf } from './register-people.ts';
import { unmaskBankAccount } from './unmask-bank-account.ts';
import { unmaskIdentity } from './unmask-identity.ts';
import { unmaskPhone } from './unmask-phone.ts';

/** People by id, of those that the actor's households refer to. */
export const loadPerson = loadOneBy<CaseRecordsContext, PersonRow>(
  (row) => row.id,
  (context, ids) => context.tx.person.findMany({ where: { id: { in: ids.filter(isUuid) } } }),
);

const IdentityDocumentEnum = builder.enumType('IdentityDocument', {
  description: 'The document that an identity number stands on (GB 11643).',
  values: describedValues<IdentityDocument>({
    RESIDENT: 'The resident identity card (居民身份证).',
    RESIDENCE_PERMIT_HK: 'The residence permit for people of Hong Kong (港澳台居民居住证, 810000).',
    RESIDENCE_PERMIT_MO: 'The residence permit for people of Macao (港澳台居民居住证, 820000).',
    RESIDENCE_PERMIT_TW: 'The residence permit for people of Taiwan (港澳台居民居住证, 830000).',
    FOREIGN_PERMANENT_RESIDENCE: 'The permanent residence card of a foreigner (外国人永久居留身份证).',
  }),
});

const SexEnum = builder.enumType('Sex', {
  description: 'The sex of a person as their identity number tells it.',
  values: describedValues<Sex>({ MALE: 'Male (男).', FEMALE: 'Female (女).' }),
});

export const Person = builder.objectRef<PersonRow>('Person').implement({
  description: 'A real person under a real name and identity number (人员); numbers are masked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    documentKind: t.field({
      type: IdentityDocumentEnum,
      description: 'What document the number stands on, told by the number itself.',
      resolve: ({ documentKind }) => documentKind as IdentityDocument,
    }),
    maskedIdentityNumber: t.exposeString('maskedIdentity'),
    birthDate: t.field({
      type: 'LocalDate',
      description: 'As the identity number tells it.',
      resolve: (person) => readStoredDate(person.birthDate),
    }),
    sex: t.field({
      type: SexEnum,
      description: 'As the identity number tells it.',
      resolve: ({ sex }) => sex as Sex,
    }),
    maskedPhone: t.exposeString('maskedPhone', {
      nullable: true,
      description:
        'The telephone number of which only the first three and last four digits are shown: 185****4364; null where none is registered.',
    }),
    maskedBankAccount: t.exposeString('maskedBankAccount', { nullable: true }),
  }),
});

builder.asEntity(Person, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'household.read');
    return (await loadPerson(context, id)) ?? null;
  },
});

const UnmaskIdentityInput = builder.inputType('UnmaskIdentityInput', {
  fields: (t) => ({
    personId: t.id({ required: true }),
    reason: t.string({
      required: true,
      description: 'Why it has to be seen; kept in the audit log.',
    }),
  }),
});

const UnmaskIdentityResult = builder.objectRef<Result<string>>('UnmaskIdentityResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    value: t.string({
      nullable: true,
      description: 'The whole number; null where it was refused or none is registered.',
      resolve: (result) => (result.ok ? result.value : null),
    }),
  }),
});

builder.mutationField('unmaskIdentity', (t) =>
  t.field({
    type: UnmaskIdentityResult,
    description: 'Shows the whole identity number of a person, for a reason; audited.',
    args: { input: t.arg({ type: UnmaskIdentityInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskIdentity(context, input),
  }),
);

const UnmaskNumberInput = builder.inputType('UnmaskNumberInput', {
  fields: (t) => ({
    personId: t.id({ required: true }),
    reason: t.string({
      required: true,
      description: 'Why it has to be seen; kept in the audit log.',
    }),
  }),
});

const UnmaskNumberResult = builder.objectRef<Result<string>>('UnmaskNumberResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    value: t.string({
      nullable: true,
      description: 'The whole number; null where it was refused or none is registered.',
      resolve: (result) => (result.ok ? result.value : null),
    }),
  }),
});

builder.mutationField('unmaskPhone', (t) =>
  t.field({
    type: UnmaskNumberResult,
    description: 'Shows the whole telephone number of a person, for a reason; audited.',
    args: { input: t.arg({ type: UnmaskNumberInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskPhone(context, input),
  }),
);

builder.mutationField('unmaskBankAccount', (t) =>
  t.field({
    type: UnmaskNumberResult,
    description: 'Shows the whole bank account of a person, for a reason; audited.',
    args: { input: t.arg({ type: UnmaskNumberInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskBankAccount(context, input),
  }),
);

interface RegisteredElsewhere {
  readonly registered: boolean;
  readonly lastAidedOn: string | null;
  readonly problems?: readonly Problem[];
}

const RegisteredElsewhereType = builder.objectRef<RegisteredElsewhere>('RegisteredElsewhere').implement({
  description:
    'Whether a person is in a living household anywhere in the city, and when aid was last given; nothing else. Asking is ' +
    'audited and limited: refused with a problem, it tells nothing.',
  fields: (t) => ({
    registered: t.exposeBoolean('registered', {
      description: 'Whether they are in a living household; one of untouched drafts alone does not count.',
    }),
    lastAidedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day of the last aid; null where there was none.',
      resolve: (found) => found.lastAidedOn,
    }),
    problems: t.field({ type: ['Problem'], resolve: (found) => [...(found.problems ?? [])] }),
  }),
});

builder.queryField('registeredElsewhere', (t) =>
  t.field({
    type: RegisteredElsewhereType,
    description: 'Whether somebody is in a household anywhere in the city, before they are registered a second time.',
    args: { identityNumber: t.arg.string({ required: true, description: 'The identity number, whole.' }) },
    resolve: async (_root, { identityNumber }, context) => {
      requirePermission(context, 'household.register');
      const nobody = { registered: false, lastAidedOn: null };
      const read = readIdentityNumber(identityNumber);
      if (!read.ok) return nobody;
      const indexes = identityIndexesOf(context.parts, read.value.number);
      const asked = await askWhetherRegistered(context, [{ index: indexes[0] ?? '', field: 'identityNumber' }]);
      if (!asked.ok) return { ...nobody, problems: asked.problems };
      const since = untouchedSince(context.parts.clock()).toISOString();
      const [found] = await context.tx.$queryRaw<RegisteredElsewhere[]>`
        select r.registered and not f.let_go as registered, r.last_aided_on::text as "lastAidedOn"
        from find_people(array(select decode(i, 'hex') from unnest(${[...indexes]}::text[]) as i),
          ${countyPathOf(context.actor.scope)}, ${since}::timestamptz) as f
        cross join lateral registered_elsewhere(f.identity_index) as r`;
      return found ?? nobody;
    },
  }),
);
