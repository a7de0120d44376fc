import { isUuid, ok, readIdentityNumber, type Problem, type Result } from '@nuangong/primitives';
import { describedValues, orderOf, pageOf, requirePermission, type ListSorts } from '@nuangong/subgraph';
import { askWhetherRegistered } from '../asking/ask-whether-registered.ts';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { CaseFileStatusEnum } from '../case-file/case-file-enums.graphql.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { identityIndexesOf } from '../person/register-people.ts';
import { HardshipClassEnum, HouseholdMarkEnum } from '../household/household-enums.graphql.ts';
import { householdsMarked } from '../household/household-marks.ts';
import { Household, loadHousehold } from '../household/household.graphql.ts';
import { householdsSought } from '../household/households-sought.ts';
import { soughtByName } from '../household/sought-by-name.ts';

type HouseholdSort = 'HEAD' | 'UNIT' | 'SIZE' | 'INCOME';

const HouseholdSortEnum = builder.enumType('HouseholdSort', {
  description: 'The column by which households are sorted.',
  values: describedValues<HouseholdSort>({
    HEAD: 'The name of the head, Han by pinyin.',
    UNIT: 'The unit of the head, Han by pinyin.',
    SIZE: 'The household size.',
    INCOME: 'The per-capita monthly income.',
  }),
});

const sorts: ListSorts<HouseholdSort, Prisma.HouseholdOrderByWithRelationInput> = {
  HEAD: (headByPinyin) => ({ headByPinyin }),
  UNIT: (unitByPinyin) => ({ unitByPinyin }),
  SIZE: (declaredSize) => ({ declaredSize }),
  INCOME: (perCapitaIncomeFen) => ({ perCapitaIncomeFen }),
};

const ownOrder: readonly Prisma.HouseholdOrderByWithRelationInput[] = [
  { organizationPath: 'asc' },
  { headName: 'asc' },
  { id: 'asc' },
];

interface HouseholdPageShape {
  readonly where: Prisma.HouseholdWhereInput;
  readonly page: { readonly skip: number; readonly take: number };
  readonly orderBy: Prisma.HouseholdOrderByWithRelationInput[];
  readonly problems: readonly Problem[];
}

const HouseholdPage = builder.objectRef<HouseholdPageShape>('HouseholdPage').implement({
  fields: (t) => ({
    items: t.field({
      type: [Household],
      resolve: ({ where, page, orderBy }, _arguments, context) =>
        loadHousehold.keep(
          context,
          context.tx.household.findMany({
            where,
            ...page,
            orderBy,
          }),
        ),
    }),
    total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.household.count({ where }) }),
    problems: t.field({
      type: ['Problem'],
      description: 'Why no search was made: a search by identity number is audited and limited.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

const HouseholdFilter = builder.inputType('HouseholdFilter', {
  fields: (t) => ({
    search: t.string({
      description:
        'A member’s name in two or more characters, in pinyin (wangxiao, wangxm) or initials (wxm); the start of the unit’s name; the whole file number, telephone or bank account.',
    }),
    identityNumber: t.string({
      description: 'The full identity number of the head. Each search by it is audited, and their number is limited.',
    }),
    status: t.field({ type: CaseFileStatusEnum, description: 'Only those whose case file has this status.' }),
    organizationId: t.id(),
    hardshipClass: t.field({ type: HardshipClassEnum, description: 'Only those of this class.' }),
    mark: t.field({ type: HouseholdMarkEnum, description: 'Only those with this mark.' }),
  }),
});

builder.queryField('households', (t) =>
  t.field({
    type: HouseholdPage,
    description:
      'Households of the reader’s organisation and its subordinates, by organisation and name if not sorted.',
    args: {
      filter: t.arg({ type: HouseholdFilter }),
      sort: t.arg({ type: HouseholdSortEnum, description: 'The column; the list’s own order if left out.' }),
      descending: t.arg.boolean({ description: 'From the last to the first; with `sort` only.' }),
      page: t.arg.int(),
      perPage: t.arg.int(),
    },
    resolve: async (_root, { filter, sort, descending, ...page }, context) => {
      requirePermission(context, 'household.read');
      const people = await peopleSought(filter?.identityNumber ?? '', context);
      const sought = people.ok ? people.value : [];
      const named = await householdsSought(context, filter?.search ?? '');
      const marked = filter?.mark ? await householdsMarked(context, filter.mark) : undefined;
      return {
        where: {
          ...householdsWhere(filter ?? {}, sought, named, context.actor.scope),
          ...(marked && { id: { in: [...marked] } }),
        },
        page: pageOf(page),
        orderBy: orderOf(sorts, { sort, descending }, ownOrder),
        problems: people.ok ? [] : people.problems,
      };
    },
  }),
);

/** Households by name, unit or file number, by those found otherwise (`named`), or by people found by number. */
function householdsWhere(
  filter: typeof HouseholdFilter.$inferInput,
  people: readonly string[] | undefined,
  named: readonly string[],
  scope: string,
): Prisma.HouseholdWhereInput {
  const search = filter.search?.trim() ?? '';
  return {
    organizationPath: { startsWith: scope },
    ...(search !== '' && {
      OR: [...soughtByName(search), { caseFile: { is: { number: search } } }, { id: { in: [...named] } }],
    }),
    ...(people !== undefined && { headId: { in: [...people] } }),
    ...(filter.status && { caseFile: { is: { status: filter.status } } }),
    ...(filter.organizationId && isUuid(filter.organizationId) && { organizationId: filter.organizationId }),
    ...(filter.hardshipClass && { hardshipClass: filter.hardshipClass }),
  };
}

/** The visible people with an identity number; undefined if the text is not one. */
async function peopleSought(text: string, context: CaseRecordsContext): Promise<Result<readonly string[] | undefined>> {
  if (text.trim() === '') return ok(undefined);
  const read = readIdentityNumber(text);
  if (!read.ok) return ok([]);
  const indexes = identityIndexesOf(context.parts, read.value.number);
  const asked = await askWhetherRegistered(context, [{ index: indexes[0] ?? '', field: 'identityNumber' }]);
  if (!asked.ok) return asked;
  const found = await context.tx.$queryRaw<{ id: string }[]>`
    select person_id::text as id
    from people_in_scope(array(select decode(i, 'hex') from unnest(${[...indexes]}::text[]) as i))`;
  return ok(found.map(({ id }) => id));
}
