import { prismaSql, readStoredDate } from '@nuangong/database';
import { ok } from '@nuangong/primitives';
import { commandResult, describedValues, loadManyBy, loadById, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type {
  Campaign as CampaignRow,
  CampaignCategory as CampaignCategoryRow,
  CampaignPhase as CampaignPhaseRow,
  CampaignQuota as CampaignQuotaRow,
} from '../../generated/prisma/client.ts';
import { Organization } from '../../register/organization/organization.graphql.ts';
import { loadPolicyVersion, Policy } from '../../policy/policy/policy.graphql.ts';
import { loadCampaignFunnels, type CampaignFunnelRow } from './campaign-funnel.ts';
import type { CampaignStatus } from './campaign.ts';
import { openCampaign } from './open-campaign.ts';

/** Campaigns by id, of those that the actor's organisation or one above it has opened. */
export const loadCampaign = loadById<CaseRecordsContext, CampaignRow>((context, ids) =>
  context.tx.campaign.findMany({ where: { id: { in: ids } } }),
);

const loadPhases = loadManyBy<CaseRecordsContext, CampaignPhaseRow>(
  (row) => row.campaignId,
  (context, ids) =>
    context.tx.campaignPhase.findMany({ where: { campaignId: { in: ids } }, orderBy: { position: 'asc' } }),
);

const loadCategories = loadManyBy<CaseRecordsContext, CampaignCategoryRow>(
  (row) => row.campaignId,
  (context, ids) =>
    context.tx.campaignCategory.findMany({ where: { campaignId: { in: ids } }, orderBy: { position: 'asc' } }),
);

const loadQuotas = loadManyBy<CaseRecordsContext, CampaignQuotaRow>(
  (row) => row.campaignId,
  (context, ids) =>
    context.tx.campaignQuota.findMany({ where: { campaignId: { in: ids } }, orderBy: { countyPath: 'asc' } }),
);

const loadFunnel = loadManyBy<CaseRecordsContext, CampaignFunnelRow>(
  (row) => row.campaignId,
  (context, ids) => loadCampaignFunnels(prismaSql(context.tx), ids),
);

const CampaignPhase = builder.objectRef<CampaignPhaseRow>('CampaignPhase').implement({
  description: 'A phase of a campaign with its own dates.',
  fields: (t) => ({
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    from: t.field({
      type: 'LocalDate',
      description: 'Its first day.',
      resolve: (phase) => readStoredDate(phase.startsOn),
    }),
    to: t.field({
      type: 'LocalDate',
      description: 'Its last day, included.',
      resolve: (phase) => readStoredDate(phase.endsOn),
    }),
  }),
});

const TargetCategory = builder.objectRef<CampaignCategoryRow>('TargetCategory').implement({
  description: 'A target category of a campaign (慰问对象).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, unique within the campaign.' }),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
  }),
});

const CampaignQuota = builder.objectRef<CampaignQuotaRow>('CampaignQuota').implement({
  description: 'The quota of a county: how many households the campaign may aid there, and at what cost.',
  fields: (t) => ({
    organizationId: t.exposeID('countyId'),
    organizationName: t.exposeString('countyName'),
    households: t.exposeInt('households', { description: 'The maximum number of households.' }),
    budget: t.field({
      type: 'Yuan',
      description: 'The maximum total amount.',
      resolve: (quota) => quota.budgetFen,
    }),
  }),
});

const CampaignBook = builder.objectRef<{ readonly id: string; readonly name: string }>('CampaignBook').implement({
  description: 'The organisation whose book (账套) pays a campaign’s aid.',
  fields: (t) => ({ organizationId: t.exposeID('id'), organizationName: t.exposeString('name') }),
});

const CampaignFunnelRowType = builder.objectRef<CampaignFunnelRow>('CampaignFunnelRow').implement({
  description: 'The progress of one county; each count includes households that reached later steps.',
  fields: (t) => ({
    organizationId: t.exposeID('organizationId'),
    organizationName: t.exposeString('organizationName'),
    registered: t.exposeInt('registered', { description: 'Households registered in the county.' }),
    submitted: t.exposeInt('submitted', {
      description: 'Households whose case file was submitted, and neither returned, rejected nor ended.',
    }),
    posted: t.exposeInt('posted', { description: 'Households that were posted.' }),
    active: t.exposeInt('active', {
      description: 'Households whose file became active, including suspended ones.',
    }),
    putForward: t.exposeInt('putForward', {
      description: 'Households put forward under the campaign, without those returned, withdrawn or lapsed.',
    }),
    approved: t.exposeInt('approved', { description: 'Households whose application was approved and became a grant.' }),
    funded: t.exposeInt('funded', { description: 'Households with money committed.' }),
    paid: t.exposeInt('paid', { description: 'Households that were paid.' }),
  }),
});

const CampaignStatusEnum = builder.enumType('CampaignStatus', {
  description: 'Whether a campaign is open.',
  values: describedValues<CampaignStatus>({
    DRAFT: 'Being prepared (草稿).',
    OPEN: 'Applications can be put forward, from its first day to its last (进行中).',
    CLOSED: 'Closed to applications (已结束).',
  }),
});

export const Campaign = builder.objectRef<CampaignRow>('Campaign').implement({
  description: 'A dated drive with target categories, standard, budget and quotas (送温暖活动).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    organization: t.field({
      type: Organization,
      description: 'The organisation that opened it.',
      resolve: (campaign) => ({ id: campaign.organizationId }),
    }),
    organizationName: t.exposeString('organizationName'),
    status: t.field({
      type: CampaignStatusEnum,
      description: 'Its status.',
      resolve: ({ status }) => status as CampaignStatus,
    }),
    from: t.field({
      type: 'LocalDate',
      description: 'Its first day.',
      resolve: (campaign) => readStoredDate(campaign.startsOn),
    }),
    to: t.field({
      type: 'LocalDate',
      description: 'Its last day, included.',
      resolve: (campaign) => readStoredDate(campaign.endsOn),
    }),
    phases: t.field({
      type: [CampaignPhase],
      description: 'Its phases, in order.',
      resolve: async (campaign, _arguments, context) => [...(await loadPhases(context, campaign.id))],
    }),
    targetCategories: t.field({
      type: [TargetCategory],
      description: 'Its target categories, in order.',
      resolve: async (campaign, _arguments, context) => [...(await loadCategories(context, campaign.id))],
    }),
    policy: t.field({
      type: Policy,
      description: 'The policy by which its applications are decided.',
      resolve: async (campaign, _arguments, context) => {
        const version = await loadPolicyVersion(context, campaign.policyVersionId);
        if (version === undefined) throw new Error('the policy of a visible campaign is not visible');
        return version;
      },
    }),
    standard: t.field({
      type: 'Yuan',
      description: 'The amount per household, unless the approver decides another within the policy’s range.',
      resolve: (campaign) => campaign.standardFen,
    }),
    budget: t.field({
      type: 'Yuan',
      description: 'Its total budget.',
      resolve: (campaign) => campaign.budgetFen,
    }),
    quotas: t.field({
      type: [CampaignQuota],
      description: 'The quotas, by county.',
      resolve: async (campaign, _arguments, context) => [...(await loadQuotas(context, campaign.id))],
    }),
    book: t.field({
      type: CampaignBook,
      nullable: true,
      description: 'The paying book; null: each household is paid from the nearest book at or above its organisation.',
      resolve: ({ bookId, bookName }) => (bookId === null || bookName === null ? null : { id: bookId, name: bookName }),
    }),
    funnel: t.field({
      type: [CampaignFunnelRowType],
      description: 'The progress of each county that the reader may see.',
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
        context.tx.campaign.findMany({ ...page, orderBy: [{ startsOn: 'desc' }, { id: 'asc' }] }),
    }),
    total: t.int({ resolve: (_page, _arguments, context) => context.tx.campaign.count() }),
  }),
});

builder.queryField('campaign', (t) =>
  t.field({
    type: Campaign,
    nullable: true,
    description: 'One campaign.',
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
    description: 'Campaigns opened by the reader’s organisation, its superiors or subordinates, latest first.',
    args: { page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, page, context) => {
      requirePermission(context, 'campaign.read');
      return { page: pageOf(page) };
    },
  }),
);

const CampaignPhaseInput = builder.inputType('CampaignPhaseInput', {
  description: 'A phase of a campaign, with dates within the campaign’s.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name, in Chinese.' }),
    nameEn: t.string({ required: true, description: 'Its name, in English.' }),
    from: t.field({ type: 'LocalDate', required: true, description: 'Its first day.' }),
    to: t.field({ type: 'LocalDate', required: true, description: 'Its last day, included.' }),
  }),
});

const TargetCategoryInput = builder.inputType('TargetCategoryInput', {
  description: 'A target category of a campaign (慰问对象).',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Its code, unique within the campaign.' }),
    name: t.string({ required: true, description: 'Its name, in Chinese.' }),
    nameEn: t.string({ required: true, description: 'Its name, in English.' }),
  }),
});

const CampaignQuotaInput = builder.inputType('CampaignQuotaInput', {
  description: 'The quota of a county. The quotas together must stay within the budget.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The id of the county.' }),
    households: t.int({ required: true, description: 'The maximum number of households.' }),
    budget: t.field({ type: 'Yuan', required: true, description: 'The maximum total amount.' }),
  }),
});

const OpenCampaignInput = builder.inputType('OpenCampaignInput', {
  fields: (t) => ({
    name: t.string({ required: true, description: 'The name of the campaign.' }),
    from: t.field({ type: 'LocalDate', required: true, description: 'Its first day.' }),
    to: t.field({ type: 'LocalDate', required: true, description: 'Its last day, included.' }),
    policy: t.string({ required: true, description: 'The code of an issued policy; its latest version applies.' }),
    standard: t.field({
      type: 'Yuan',
      required: true,
      description: 'The amount per household, within the policy’s range.',
    }),
    budget: t.field({ type: 'Yuan', required: true, description: 'Its total budget.' }),
    phases: t.field({
      type: [CampaignPhaseInput],
      required: true,
      description: 'Its phases, in order, each within the campaign’s dates.',
    }),
    targetCategories: t.field({
      type: [TargetCategoryInput],
      required: true,
      description: 'Its target categories, in order.',
    }),
    quotas: t.field({
      type: [CampaignQuotaInput],
      required: true,
      description: 'The quota of each county; together within the budget.',
    }),
    bookId: t.id({
      description:
        'The id of the `Organization` whose book pays all aid of the campaign, the opener’s own or a subordinate; if left out, each household’s nearest book pays.',
    }),
  }),
});

builder.mutationField('openCampaign', (t) =>
  t.field({
    type: commandResult(builder, 'OpenCampaignResult', 'campaign', Campaign),
    description: 'Opens a campaign with its phases, target categories and quotas under an issued policy.',
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
