import { readStoredDate } from '@nuangong/database';
import type { IdentityDocument, Result, Sex } from '@nuangong/primitives';
import { describedValues, loadById, requirePermission } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { unmaskBankAccount } from './unmask-bank-account.ts';
import { unmaskIdentity } from './unmask-identity.ts';
import { unmaskPhone } from './unmask-phone.ts';

/** Pages show masked numbers; the sealed ones, and what they are found by, are read only by commands. */
const omit = {
  sealedIdentity: true,
  identityIndex: true,
  sealedPhone: true,
  phoneIndex: true,
  sealedBankAccount: true,
  accountIndex: true,
} as const satisfies Prisma.PersonOmit;

type PersonRow = Prisma.PersonGetPayload<{ omit: typeof omit }>;

/** People by id, of those that the actor's households refer to. */
export const loadPerson = loadById<CaseRecordsContext, PersonRow>((context, ids) =>
  context.tx.person.findMany({ where: { id: { in: ids } }, omit }),
);

const IdentityDocumentEnum = builder.enumType('IdentityDocument', {
  description: 'The document of an identity number (GB 11643).',
  values: describedValues<IdentityDocument>({
    RESIDENT: 'The resident identity card (居民身份证).',
    RESIDENCE_PERMIT_HK: 'The residence permit for people of Hong Kong (港澳台居民居住证, 810000).',
    RESIDENCE_PERMIT_MO: 'The residence permit for people of Macao (港澳台居民居住证, 820000).',
    RESIDENCE_PERMIT_TW: 'The residence permit for people of Taiwan (港澳台居民居住证, 830000).',
    FOREIGN_PERMANENT_RESIDENCE: 'The permanent residence card of a foreigner (外国人永久居留身份证).',
  }),
});

const SexEnum = builder.enumType('Sex', {
  description: 'The sex of a person, derived from the identity number.',
  values: describedValues<Sex>({ MALE: 'Male (男).', FEMALE: 'Female (女).' }),
});

export const Person = builder.objectRef<PersonRow>('Person').implement({
  description: 'A real person under a real name and identity number (人员); numbers are masked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    documentKind: t.field({
      type: IdentityDocumentEnum,
      description: 'The document of the number, derived from the number.',
      resolve: ({ documentKind }) => documentKind as IdentityDocument,
    }),
    maskedIdentityNumber: t.exposeString('maskedIdentity'),
    birthDate: t.field({
      type: 'LocalDate',
      description: 'Derived from the identity number.',
      resolve: (person) => readStoredDate(person.birthDate),
    }),
    sex: t.field({
      type: SexEnum,
      description: 'Derived from the identity number.',
      resolve: ({ sex }) => sex as Sex,
    }),
    maskedPhone: t.exposeString('maskedPhone', {
      nullable: true,
      description:
        'The telephone number, showing only the first three and last four digits: 185****4364; null if none is registered.',
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
      description: 'The purpose; kept in the audit log.',
    }),
  }),
});

const UnmaskIdentityResult = builder.objectRef<Result<string>>('UnmaskIdentityResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    value: t.string({
      nullable: true,
      description: 'The full number; null if refused or none is registered.',
      resolve: (result) => (result.ok ? result.value : null),
    }),
  }),
});

builder.mutationField('unmaskIdentity', (t) =>
  t.field({
    type: UnmaskIdentityResult,
    description: 'Shows the full identity number of a person, for a stated purpose; audited.',
    args: { input: t.arg({ type: UnmaskIdentityInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskIdentity(context, input),
  }),
);

const UnmaskNumberInput = builder.inputType('UnmaskNumberInput', {
  fields: (t) => ({
    personId: t.id({ required: true }),
    reason: t.string({
      required: true,
      description: 'The purpose; kept in the audit log.',
    }),
  }),
});

const UnmaskNumberResult = builder.objectRef<Result<string>>('UnmaskNumberResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    value: t.string({
      nullable: true,
      description: 'The full number; null if refused or none is registered.',
      resolve: (result) => (result.ok ? result.value : null),
    }),
  }),
});

builder.mutationField('unmaskPhone', (t) =>
  t.field({
    type: UnmaskNumberResult,
    description: 'Shows the full telephone number of a person, for a stated purpose; audited.',
    args: { input: t.arg({ type: UnmaskNumberInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskPhone(context, input),
  }),
);

builder.mutationField('unmaskBankAccount', (t) =>
  t.field({
    type: UnmaskNumberResult,
    description: 'Shows the full bank account of a person, for a stated purpose; audited.',
    args: { input: t.arg({ type: UnmaskNumberInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskBankAccount(context, input),
  }),
);
