import { prismaSql, readStoredDate } from '@nuangong/database';
import { isUuid, ok } from '@nuangong/primitives';
import { commandResult, describedValues, loadManyBy, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../builder.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { Organization } from '../organization/organization.graphql.ts';
import { loadPolicyVersion, PolicyPack } from '../policy/policy.graphql.ts';
import { loadCampaignFunnels, type CampaignFunnelRow } from './campaign-funnel.ts';
import type { CampaignStatus } from './campaign.ts';
import { openCampaign } from './open-campaign.ts';

const withParts = {
  phases: { orderBy: { position: 'asc' } },
  categories: { orderBy: { position: 'asc' } },
  quotas: { orderBy: { countyPath: 'asc' } },
} as const satisfies Prisma.CampaignInclude;

type CampaignRow = Prisma.CampaignGetPayload<{ include: typeof withParts }>;

/** Campaigns by id, of those that the actor's organisation or one above it has opened. */
export const loadCampaign = loadOneBy<CaseRecordsContext, CampaignRow>(
  (row) => row.id,
  (context, ids) => context.tx.campaign.findMany({ where: { id: { in: ids.filter(isUuid) } }, include: withParts }),
);

const loadFunnel = loadManyBy<CaseRecordsContext, CampaignFunnelRow>(
  (row) => row.campaignId,
  (context, ids) => loadCampaignFunnels(prismaSql(context.tx), ids),
);

const CampaignPhase = builder.objectRef<CampaignRow['phases'][number]>('CampaignPhase').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    from: t.field({ type: 'LocalDate', resolve: (phase) => readStoredDate(phase.startsOn) }),
    to: t.field({ type: 'LocalDate', resolve: (phase) => readStoredDate(phase.endsOn) }),
  }),
});

const TargetCategory = builder.objectRef<CampaignRow['categories'][number]>('TargetCategory').implement({
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
  }),
});

const CampaignQuota = builder.objectRef<CampaignRow['quotas'][number]>('CampaignQuota').implement({
  fields: (t) => ({
    organizationId: t.exposeID('countyId'),
    organizationName: t.exposeString('countyName'),
    households: t.exposeInt('households'),
    budget: t.field({ type: 'Yuan', resolve: (quota) => quota.budgetFen }),
  }),
});

const CampaignBook = builder.objectRef<{ readonly id: string; readonly name: string }>('CampaignBook').implement({
  description: 'The organisation whose book (账套) pays a campaign’s aid.',
  fields: (t) => ({ organizationId: t.exposeID('id'), organizationName: t.exposeString('name') }),
});

const CampaignFunnelRowType = builder.objectRef<CampaignFunnelRow>('CampaignFunnelRow').implement({
  description: 'How far one county has come; each count includes the households that went further.',
  fields: (t) => ({
    organizationId: t.exposeID('organizationId'),
    organizationName: t.exposeString('organizationName'),
    registered: t.exposeInt('registered'),
    submitted: t.exposeInt('submitted'),
    posted: t.exposeInt('posted'),
    active: t.exposeInt('active'),
    putForward: t.exposeInt('putForward'),
    approved: t.exposeInt('approved'),
    funded: t.exposeInt('funded'),
    paid: t.exposeInt('paid'),
  }),
});

const CampaignStatusEnum = builder.enumType('CampaignStatus', {
  description: 'Whether a campaign is open.',
  values: describedValues<CampaignStatus>({
    DRAFT: 'Being prepared (草稿).',
    OPEN: 'Applications are put forward under it, from its first day to its last (进行中).',
    CLOSED: 'No more applications (已结束).',
  }),
});

export const Campaign = builder.objectRef<CampaignRow>('Campaign').implement({
  description: 'A dated drive with target categories, standard, budget and quotas (送温暖活动).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    organization: t.field({ type: Organization, resolve: (campaign) => ({ id: campaign.organizationId }) }),
    organizationName: t.exposeString('organizationName'),
    status: t.field({
      type: CampaignStatusEnum,
      description: 'Whether applications are put forward under it.',
      resolve: ({ status }) => status as CampaignStatus,
    }),
    from: t.field({ type: 'LocalDate', resolve: (campaign) => readStoredDate(campaign.startsOn) }),
    to: t.field({ type: 'LocalDate', resolve: (campaign) => readStoredDate(campaign.endsOn) }),
    phases: t.field({ type: [CampaignPhase], resolve: (campaign) => campaign.phases }),
    targetCategories: t.field({ type: [TargetCategory], resolve: (campaign) => campaign.categories }),
    policyPack: t.field({
      type: PolicyPack,
      resolve: async (campaign, _arguments, context) => {
        const version = await loadPolicyVersion(context, campaign.policyVersionId);
        if (version === undefined) throw new Error('the policy of a visible campaign is not visible');
        return version;
      },
    }),
    standard: t.field({ type: 'Yuan', resolve: (campaign) => campaign.standardFen }),
    budget: t.field({ type: 'Yuan', resolve: (campaign) => campaign.budgetFen }),
    quotas: t.field({ type: [CampaignQuota], resolve: (campaign) => campaign.quotas }),
    book: t.field({
      type: CampaignBook,
      nullable: true,
      description: 'Null: each household’s aid is paid from the book nearest to its organisation, at or above it.',
      resolve: ({ bookId, bookName }) => (bookId === null || bookName === null ? null : { id: bookId, name: bookName }),
    }),
    funnel: t.field({
      type: [CampaignFunnelRowType],
      resolve: async (campaign, _arguments, context) => [...(await loadFunnel(context, campaign.id))],
    }),
  }),
});

builder.asEntity(Campaign, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'campaign.read');
    return (await loadCampaign(context, id)) ?? null;
  },
});

interface CampaignPageShape {
  readonly page: { readonly skip: number; readonly take: number };
}

const CampaignPage = builder.objectRef<CampaignPageShape>('CampaignPage').implement({
  fields: (t) => ({
    items: t.field({
      type: [Campaign],
      resolve: ({ page }, _arguments, context) =>
        context.tx.campaign.findMany({ ...page, include: withParts, orderBy: [{ startsOn: 'desc' }, { id: 'asc' }] }),
    }),
    total: t.int({ resolve: (_page, _arguments, context) => context.tx.campaign.count() }),
  }),
});

builder.queryField('campaign', (t) =>
  t.field({
    type: Campaign,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'campaign.read');
      return (await loadCampaign(context, id)) ?? null;
    },
  }),
);

builder.queryField('campaigns', (t) =>
  t.field({
    type: CampaignPage,
    args: { page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, page, context) => {
      requirePermission(context, 'campaign.read');
      return { page: pageOf(page) };
    },
  }),
);

const CampaignPhaseInput = builder.inputType('CampaignPhaseInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    nameEn: t.string({ required: true }),
    from: t.field({ type: 'LocalDate', required: true }),
    to: t.field({ type: 'LocalDate', required: true }),
  }),
});

const TargetCategoryInput = builder.inputType('TargetCategoryInput', {
  fields: (t) => ({
    code: t.string({ required: true }),
    name: t.string({ required: true }),
    nameEn: t.string({ required: true }),
  }),
});

const CampaignQuotaInput = builder.inputType('CampaignQuotaInput', {
  fields: (t) => ({
    organizationId: t.id({ required: true }),
    organizationName: t.string({ required: true }),
    organizationPath: t.string({ required: true, description: 'Identity’s path of the county: 51/5101/510101/.' }),
    households: t.int({ required: true }),
    budget: t.field({ type: 'Yuan', required: true }),
  }),
});

const CampaignBookInput = builder.inputType('CampaignBookInput', {
  description: 'The organisation whose book pays: the opener’s own or one below.',
  fields: (t) => ({
    organizationId: t.id({ required: true }),
    organizationName: t.string({ required: true }),
    organizationPath: t.string({ required: true, description: 'Identity’s path of the organisation: 51/5101/.' }),
  }),
});

const OpenCampaignInput = builder.inputType('OpenCampaignInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    from: t.field({ type: 'LocalDate', required: true }),
    to: t.field({ type: 'LocalDate', required: true }),
    policyPack: t.string({ required: true }),
    standard: t.field({ type: 'Yuan', required: true }),
    budget: t.field({ type: 'Yuan', required: true }),
    phases: t.field({ type: [CampaignPhaseInput], required: true }),
    targetCategories: t.field({ type: [TargetCategoryInput], required: true }),
    quotas: t.field({ type: [CampaignQuotaInput], required: true }),
    book: t.field({
      type: CampaignBookInput,
      description: 'Whose book pays all of the campaign’s aid; left out, each household’s nearest.',
    }),
  }),
});

builder.mutationField('openCampaign', (t) =>
  t.field({
    type: commandResult(builder, 'OpenCampaignResult', 'campaign', Campaign),
    args: { input: t.arg({ type: OpenCampaignInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const opened = await openCampaign(context, input);
      if (!opened.ok) return opened;
      const campaign = await loadCampaign(context, opened.value.id);
      if (campaign === undefined) throw new Error('the campaign that was opened is not visible');
      return ok(campaign);
    },
  }),
);
