import { readStoredDate } from '@nuangong/database';
import type { Problem, Result } from '@nuangong/primitives';
import { loadOneBy, requirePermission } from '@nuangong/subgraph';
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

export const Person = builder.objectRef<PersonRow>('Person').implement({
  description: 'A real person under a real name and identity number (人员); numbers are masked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    documentKind: t.exposeString('documentKind'),
    maskedIdentityNumber: t.exposeString('maskedIdentity'),
    birthDate: t.field({ type: 'LocalDate', resolve: (person) => readStoredDate(person.birthDate) }),
    sex: t.exposeString('sex'),
    maskedPhone: t.exposeString('maskedPhone', { nullable: true }),
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
  fields: (t) => ({ personId: t.id({ required: true }), reason: t.string({ required: true }) }),
});

const UnmaskIdentityResult = builder.objectRef<Result<string>>('UnmaskIdentityResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    value: t.string({ nullable: true, resolve: (result) => (result.ok ? result.value : null) }),
  }),
});

builder.mutationField('unmaskIdentity', (t) =>
  t.field({
    type: UnmaskIdentityResult,
    args: { input: t.arg({ type: UnmaskIdentityInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskIdentity(context, input),
  }),
);

const UnmaskNumberInput = builder.inputType('UnmaskNumberInput', {
  fields: (t) => ({ personId: t.id({ required: true }), reason: t.string({ required: true }) }),
});

const UnmaskNumberResult = builder.objectRef<Result<string>>('UnmaskNumberResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    value: t.string({ nullable: true, resolve: (result) => (result.ok ? result.value : null) }),
  }),
});

builder.mutationField('unmaskPhone', (t) =>
  t.field({
    type: UnmaskNumberResult,
    args: { input: t.arg({ type: UnmaskNumberInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskPhone(context, input),
  }),
);

builder.mutationField('unmaskBankAccount', (t) =>
  t.field({
    type: UnmaskNumberResult,
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
    registered: t.exposeBoolean('registered'),
    lastAidedOn: t.field({ type: 'LocalDate', nullable: true, resolve: (found) => found.lastAidedOn }),
    problems: t.field({ type: ['Problem'], resolve: (found) => [...(found.problems ?? [])] }),
  }),
});

builder.queryField('registeredElsewhere', (t) =>
  t.field({
    type: RegisteredElsewhereType,
    args: { identityNumber: t.arg.string({ required: true }) },
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
