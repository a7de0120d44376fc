import { permits } from '@nuangong/access';
import { literalPattern, prismaSql } from '@nuangong/database';
import type { AidType } from '@nuangong/events';
import { isUuid, localDateAt } from '@nuangong/primitives';
import {
  createBatchLoader,
  describedValues,
  loadManyBy,
  loadById,
  orderOf,
  pageOf,
  pageType,
  type AskedPage,
  type ListSorts,
  requirePermission,
} from '@nuangong/subgraph';
import { AidTypeEnum } from '../../aid-type.graphql.ts';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { Campaign, loadCampaign } from '../campaign/campaign.graphql.ts';
import { CaseFile, loadCaseFile } from '../../register/case-file/case-file.graphql.ts';
import { CaseWork } from '../../register/case-file/case-work.graphql.ts';
import { EligibilityDecision, loadEligibilityDecision } from '../../policy/decision/eligibility-decision.graphql.ts';
import type { AidApplication as StoredApplication, Prisma } from '../../generated/prisma/client.ts';
import { Household, loadHousehold } from '../../register/household/household.graphql.ts';
import { readWordsInLanguage, wordsPlace } from '../../register/written-words/sealed-words.ts';
import { householdsSought } from '../../register/household/households-sought.ts';
import { soughtByName } from '../../register/household/sought-by-name.ts';
import { addTimelineSource } from '../../register/timeline/timeline-sources.ts';
import { lockFor, statusNames, statusesToDecide, type ApplicationStatus } from './application.ts';
import { ApplicationStatusEnum } from './application-status.graphql.ts';
import { applicationTimelineWords, readApplicationTimeline } from './application-timeline.ts';
import { countApplications, countToPutForward, type ApplicationCounts } from './count-applications.ts';

/** Without the household's state as kept at approval, which lists never show. */
type AidApplicationRow = Omit<StoredApplication, 'snapshot'>;
const omit = { snapshot: true } as const;

/** Applications by id within the actor's scope. */
export const loadApplication = loadById<CaseRecordsContext, AidApplicationRow>((context, ids) =>
  context.tx.aidApplication.findMany({ where: { id: { in: ids } }, omit }),
);

const loadApplicationsOfHousehold = loadManyBy<CaseRecordsContext, AidApplicationRow>(
  (row) => row.householdId,
  (context, ids) =>
    context.tx.aidApplication.findMany({ where: { householdId: { in: ids } }, omit, orderBy: { number: 'desc' } }),
);

const loadHandlers = loadManyBy<CaseRecordsContext, { readonly applicationId: string; readonly staffId: string }>(
  (row) => row.applicationId,
  (context, ids) =>
    prismaSql(context.tx)(
      `select a.id::text as "applicationId", h.staff_id::text as "staffId"
       from aid_application a cross join lateral household_handlers(a.household_id) h
       where a.id = any($1::uuid[]) and h.staff_id is not null
       union select application_id::text, staff_id::text from application_maker where application_id = any($1::uuid[])`,
      [...ids],
    ),
);

/** Why the reader may not decide an application that waits for a decision. */
async function lockOf(application: AidApplicationRow, context: CaseRecordsContext) {
  const undecided: readonly string[] = statusesToDecide;
  if (!undecided.includes(application.status)) return null;
  const handlers = await loadHandlers(context, application.id);
  return lockFor(context.actor.staffId, {
    putForwardBy: application.putForwardBy,
    handlers: handlers.map(({ staffId }) => staffId),
  });
}

function visible<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new Error(`the ${what} of a visible application is not visible`);
  return row;
}

export const AidApplication = builder.objectRef<AidApplicationRow>('AidApplication').implement({
  description: 'A household’s application under a campaign or policy (救助申请), with its outcome.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    status: t.field({
      type: ApplicationStatusEnum,
      description: 'Its status.',
      resolve: (application) => application.status as ApplicationStatus,
    }),
    statusName: t.string({
      description: 'Its status, in the reader’s language.',
      resolve: (application, _arguments, context) =>
        statusNames[application.status as ApplicationStatus][context.language],
    }),
    household: t.field({
      type: Household,
      description: 'The household that applies.',
      resolve: async (application, _arguments, context) =>
        visible(await loadHousehold(context, application.householdId), 'household'),
    }),
    caseFile: t.field({
      type: CaseFile,
      description: 'The household’s file, active when it was put forward.',
      resolve: async (application, _arguments, context) =>
        visible(await loadCaseFile(context, application.caseFileId), 'case file'),
    }),
    caseFileVersion: t.exposeInt('caseFileVersion', {
      description: 'The version of the file that the decision is based on.',
    }),
    campaign: t.field({
      type: Campaign,
      nullable: true,
      description: 'The campaign under which it was put forward; null outside campaigns.',
      resolve: async (application, _arguments, context) =>
        application.campaignId === null ? null : ((await loadCampaign(context, application.campaignId)) ?? null),
    }),
    aidType: t.field({
      type: AidTypeEnum,
      description: 'The type of aid, which is that of the policy.',
      resolve: ({ aidType }) => aidType as AidType,
    }),
    amount: t.field({
      type: 'Yuan',
      description: 'The amount applied for; once approved, the amount approved.',
      resolve: (application) => application.amountFen,
    }),
    decision: t.field({
      type: EligibilityDecision,
      description: 'The eligibility decision on which it was put forward.',
      resolve: async (application, _arguments, context) =>
        visible(await loadEligibilityDecision(context, application.eligibilityDecisionId), 'eligibility decision'),
    }),
    missingFunds: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The amount missing in the book at approval; null unless it awaits funds.',
      resolve: (application) => application.missingFen,
    }),
    grantId: t.exposeID('grantId', {
      nullable: true,
      description: 'The id of the `Grant` made for it in funds; null before.',
    }),
    putForwardBy: t.exposeString('putForwardName', {
      description: 'Who put it forward, under the name they had at that time.',
    }),
    putForwardAt: t.field({
      type: 'Instant',
      description: 'When it was put forward.',
      resolve: (application) => application.putForwardAt,
    }),
    approvedBy: t.exposeString('approvedName', {
      nullable: true,
      description: 'Who approved it, under the name they had at that time; null before.',
    }),
    approvedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was approved; null before.',
      resolve: (application) => application.approvedAt,
    }),
    opinion: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: (application, _arguments, context) =>
        readWordsInLanguage(
          context,
          application.householdId,
          application.opinion,
          wordsPlace('aid_application', 'opinion', application),
        ),
    }),
    lockedForMe: t.boolean({
      resolve: async (application, _arguments, context) => (await lockOf(application, context)) !== null,
    }),
    lockReason: t.string({
      nullable: true,
      resolve: async (application, _arguments, context) =>
        (await lockOf(application, context))?.message[context.language] ?? null,
    }),
    organizationName: t.exposeString('organizationName'),
    headName: t.exposeString('headName', {
      description: 'The name of the head of the household, as it was when it was put forward.',
    }),
    unitName: t.exposeString('unitName', { description: 'The unit (工作单位), as it was when it was put forward.' }),
    snapshotHash: t.exposeString('snapshotHash', {
      nullable: true,
      description: 'SHA-256 of the household’s state kept at approval.',
    }),
  }),
});

builder.asEntity(AidApplication, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'application.read');
    return (await loadApplication(context, id)) ?? null;
  },
});

builder.objectField(Household, 'applications', (t) =>
  t.field({
    type: [AidApplication],
    description: 'None if the reader’s role does not read applications.',
    resolve: async (household, _arguments, context) =>
      permits(context.actor.roles, 'application.read')
        ? [...(await loadApplicationsOfHousehold(context, household.id))]
        : [],
  }),
);

type ApplicationSort = 'HEAD' | 'UNIT' | 'AMOUNT' | 'PUT_FORWARD';

const ApplicationSortEnum = builder.enumType('AidApplicationSort', {
  description: 'The column by which applications are sorted.',
  values: describedValues<ApplicationSort>({
    HEAD: 'The name of the head, Han by pinyin.',
    UNIT: 'The unit of the head, Han by pinyin.',
    AMOUNT: 'The amount.',
    PUT_FORWARD: 'When it was put forward.',
  }),
});

const sorts: ListSorts<ApplicationSort, Prisma.AidApplicationOrderByWithRelationInput> = {
  HEAD: (headByPinyin) => ({ headByPinyin }),
  UNIT: (unitByPinyin) => ({ unitByPinyin }),
  AMOUNT: (amountFen) => ({ amountFen }),
  PUT_FORWARD: (putForwardAt) => ({ putForwardAt }),
};

const AidApplicationPage = pageType(builder, 'AidApplicationPage', AidApplication, {
  items: (
    {
      where,
      page,
      orderBy = [],
    }: AskedPage<Prisma.AidApplicationWhereInput, Prisma.AidApplicationOrderByWithRelationInput[]>,
    context,
  ) => context.tx.aidApplication.findMany({ where, omit, ...page, orderBy }),
  total: (where, context) => context.tx.aidApplication.count({ where }),
});

builder.objectField(AidApplicationPage, 'sumAmount', (t) =>
  t.field({
    type: 'Yuan',
    description: 'The total amount on all pages.',
    resolve: async ({ where }, _arguments, { tx }) =>
      (await tx.aidApplication.aggregate({ where, _sum: { amountFen: true } }))._sum.amountFen ?? 0n,
  }),
);

const AidApplicationFilter = builder.inputType('AidApplicationFilter', {
  fields: (t) => ({
    statuses: t.field({ type: [ApplicationStatusEnum], description: 'Only those with one of these statuses.' }),
    campaignId: t.id(),
    outsideCampaigns: t.boolean({ description: 'Only those outside campaigns.' }),
    search: t.string({
      description: 'The start of its number or of the unit’s name, or a household as `households` finds it.',
    }),
    organizationId: t.id(),
  }),
});

builder.queryField('application', (t) =>
  t.field({
    type: AidApplication,
    nullable: true,
    description: 'One application.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'application.read');
      return (await loadApplication(context, id)) ?? null;
    },
  }),
);

builder.queryField('applications', (t) =>
  t.field({
    type: AidApplicationPage,
    description: 'Applications of the reader’s organisation and its subordinates, by number if not sorted.',
    args: {
      filter: t.arg({ type: AidApplicationFilter }),
      sort: t.arg({ type: ApplicationSortEnum, description: 'The column; the list’s own order if left out.' }),
      descending: t.arg.boolean({ description: 'From the last to the first; with `sort` only.' }),
      page: t.arg.int(),
      perPage: t.arg.int(),
    },
    resolve: async (_root, { filter, sort, descending, ...page }, context) => {
      requirePermission(context, 'application.read');
      const search = filter?.search?.trim() ?? '';
      const named = await householdsSought(context, search);
      const where: Prisma.AidApplicationWhereInput = {
        organizationPath: { startsWith: context.actor.scope },
        ...(filter?.statuses && filter.statuses.length > 0 && { status: { in: filter.statuses } }),
        ...(filter?.campaignId && isUuid(filter.campaignId) && { campaignId: filter.campaignId }),
        ...(filter?.outsideCampaigns === true && { campaignId: null }),
        ...(filter?.organizationId && isUuid(filter.organizationId) && { organizationId: filter.organizationId }),
        ...(search !== '' && {
          OR: [
            { number: { startsWith: literalPattern(search) } },
            ...soughtByName(search),
            { householdId: { in: [...named] } },
          ],
        }),
      };
      return { where, page: pageOf(page), orderBy: orderOf(sorts, { sort, descending }, [{ number: 'asc' }]) };
    },
  }),
);

const loadCounts = createBatchLoader<CaseRecordsContext, ApplicationCounts>(async (context, staffIds) => {
  const [staffId = ''] = staffIds;
  return new Map([[staffId, await countApplications(prismaSql(context.tx), staffId)]]);
});

async function countsOf(context: CaseRecordsContext): Promise<ApplicationCounts> {
  return visible(await loadCounts(context, context.actor.staffId), 'count');
}

builder.objectFields(CaseWork, (t) => ({
  applicationsToApprove: t.int({
    description: 'Only those that the reader did not handle.',
    resolve: async (_work, _arguments, context) => (await countsOf(context)).toApprove,
  }),
  applicationsReturned: t.int({
    description: 'Returned to be corrected and submitted again.',
    resolve: async (_work, _arguments, context) => (await countsOf(context)).returned,
  }),
  applicationsAwaitingFunds: t.int({
    description: 'Approved applications for which the book lacks money.',
    resolve: async (_work, _arguments, context) => (await countsOf(context)).awaitingFunds,
  }),
  filesToPutForward: t.int({
    description: 'Active files not put forward yet in a campaign that runs today; 0 for those who put nothing forward.',
    resolve: (_work, _arguments, { actor, parts, tx }) =>
      permits(actor.roles, 'application.put-forward')
        ? countToPutForward(prismaSql(tx), localDateAt(parts.clock()))
        : 0,
  }),
  applicationsAmountToApprove: t.field({
    type: 'Yuan',
    description: 'The total amount of `applicationsToApprove`.',
    resolve: async (_work, _arguments, context) => (await countsOf(context)).amountToApprove,
  }),
}));

addTimelineSource(applicationTimelineWords, readApplicationTimeline);
