import { loadManyBy, loadById, requirePermission } from '@nuangong/subgraph';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type {
  Household as HouseholdRow,
  HouseholdVersion as HouseholdVersionRow,
} from '../../generated/prisma/client.ts';
import { Organization } from '../organization/organization.graphql.ts';
import { loadPerson, Person } from '../person/person.graphql.ts';
import {
  DibaoStatusEnum,
  HardshipCauseEnum,
  HardshipClassEnum,
  HouseholdMarkEnum,
  ModelWorkerHonourEnum,
  PersonStandingEnum,
} from './household-enums.graphql.ts';
import type { DibaoStatus, ModelWorkerHonour, PersonStanding } from './household.ts';
import { countWorkers, HouseholdMember, loadMembers } from './household-member.graphql.ts';
import { loadMarks } from './household-marks.ts';
import { causesShown, readState, readWritten } from '../written-words/read-written.ts';
import { remarkPlace } from '../written-words/written-of-people.ts';
import { readWordsInLanguage, wordsPlace } from '../written-words/sealed-words.ts';

/** Households by id within the actor's scope. */
export const loadHousehold = loadById<CaseRecordsContext, HouseholdRow>((context, ids) =>
  context.tx.household.findMany({ where: { id: { in: ids } } }),
);

const loadVersions = loadManyBy<CaseRecordsContext, HouseholdVersionRow>(
  (row) => row.householdId,
  (context, ids) =>
    context.tx.householdVersion.findMany({ where: { householdId: { in: ids } }, orderBy: { version: 'desc' } }),
);

const HouseholdVersion = builder.objectRef<HouseholdVersionRow>('HouseholdVersion').implement({
  description: 'A version of a household: its state, who recorded it, when and why.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'From 1.' }),
    state: t.field({
      type: 'Json',
      nullable: true,
      description: 'Its facts and members at that time; null if the reader may not read them.',
      resolve: (version, _arguments, context) => readState(context, version),
    }),
    why: t.string({
      description: 'For those who do the casework; each reading is audited.',
      resolve: async (version, _arguments, context) =>
        (await readWordsInLanguage(
          context,
          version.householdId,
          version.why,
          wordsPlace('household_version', 'why', version),
        )) ?? '',
    }),
    staffName: t.exposeString('staffName'),
    changedAt: t.field({
      type: 'Instant',
      description: 'The time from which it applied.',
      resolve: (version) => version.changedAt,
    }),
  }),
});

export const Household = builder.objectRef<HouseholdRow>('Household').implement({
  description: 'A family in hardship: the unit of aid (家庭).',
  fields: (t) => ({
    id: t.exposeID('id'),
    head: t.field({
      type: Person,
      description: 'The worker in hardship, who heads the household and is paid.',
      resolve: async (household, _arguments, context) => {
        const head = await loadPerson(context, household.headId);
        if (head === undefined) throw new Error('the head of a visible household is not visible');
        return head;
      },
    }),
    organization: t.field({
      type: Organization,
      description: 'The organisation that keeps it.',
      resolve: (household) => ({ id: household.organizationId }),
    }),
    organizationName: t.exposeString('organizationName'),
    unitName: t.exposeString('unitName', { description: 'The unit (工作单位) of the head.' }),
    members: t.field({
      type: [HouseholdMember],
      description: 'Its members, in the order of the form.',
      resolve: async (household, _arguments, context) => [...(await loadMembers(context, household.id))],
    }),
    size: t.exposeInt('declaredSize', { description: 'The declared household size: 1 to 30.' }),
    monthlyIncomePerCapita: t.field({
      type: 'Yuan',
      description: 'Its per-capita monthly income.',
      resolve: (household) => household.perCapitaIncomeFen,
    }),
    dibaoStatus: t.field({
      type: DibaoStatusEnum,
      description: 'Whether it receives the minimum living allowance.',
      resolve: (household) => household.dibaoStatus as DibaoStatus,
    }),
    causes: t.field({
      type: [HardshipCauseEnum],
      description: 'The causes of hardship; those that reveal health only for those who do the casework.',
      resolve: (household, _arguments, { actor }) => causesShown(actor, household.causes as HardshipCause[]),
    }),
    hardshipClass: t.field({
      type: HardshipClassEnum,
      nullable: true,
      description: 'The hardship class; null if it has none, or no dibao line is in force.',
      resolve: (household) => household.hardshipClass as HardshipClass | null,
    }),
    modelWorkerHonour: t.field({
      type: ModelWorkerHonourEnum,
      description: 'The highest honour of any member.',
      resolve: (household) => household.modelWorkerHonour as ModelWorkerHonour,
    }),
    headStanding: t.field({
      type: PersonStandingEnum,
      description: 'The worker status of the head.',
      resolve: (household) => household.headStanding as PersonStanding,
    }),
    migrantWorker: t.exposeBoolean('migrantWorker', { description: 'Whether the head is a migrant worker.' }),
    workers: t.int({
      description: 'How many of its people are workers, migrant workers included; derived.',
      resolve: async (household, _arguments, context) => (await countWorkers(household, context)).workers,
    }),
    migrantWorkers: t.int({
      description: 'How many of its workers are migrant workers; derived.',
      resolve: async (household, _arguments, context) => (await countWorkers(household, context)).migrantWorkers,
    }),
    newGenerationMigrantWorker: t.exposeBoolean('newGeneration', {
      description: 'Whether the head is a migrant worker born in 1980 or later (新生代农民工).',
    }),
    remark: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: ({ id, organizationPath, sealedRemark }, _arguments, context) =>
        readWritten(context, id, sealedRemark, remarkPlace(id, organizationPath)),
    }),
    marks: t.field({
      type: [HouseholdMarkEnum],
      description: 'Its current marks.',
      resolve: async (household, _arguments, context) =>
        (await loadMarks(context, household.id)).map(({ mark }) => mark),
    }),
    versions: t.field({
      type: [HouseholdVersion],
      description: 'Its versions, latest first.',
      resolve: async (household, _arguments, context) => [...(await loadVersions(context, household.id))],
    }),
    asItStood: t.field({
      type: HouseholdVersion,
      nullable: true,
      description: 'The version in force at a given time.',
      args: { at: t.arg({ type: 'Instant', required: true, description: 'The time.' }) },
      resolve: async (household, { at }, context) =>
        (await loadVersions(context, household.id)).find((version) => version.changedAt <= at) ?? null,
    }),
  }),
});

builder.asEntity(Household, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'household.read');
    return (await loadHousehold(context, id)) ?? null;
  },
});

builder.queryField('household', (t) =>
  t.field({
    type: Household,
    nullable: true,
    description: 'One household.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'household.read');
      return (await loadHousehold(context, id)) ?? null;
    },
  }),
);
