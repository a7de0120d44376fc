import { prismaSql, recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { findOrganizations } from '@nuangong/organizations';
import { fen, localDateAt, ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { Actor } from '@nuangong/access';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { Campaign, Prisma } from '../../generated/prisma/client.ts';
import { organizationReference } from '../../register/organization/organization-reference.ts';
import { organizationsNamed, planCampaign, type CampaignInput, type CampaignPlan } from './campaign.ts';

export interface OpenCampaignInput extends CampaignInput {
  readonly policy: string;
}

const nameTaken = (): Problem =>
  problem(
    'NAME_TAKEN',
    { zh: '本单位已有同名活动，换一个名称', en: 'A campaign with this name already exists. Use another name.' },
    'name',
  );

/** Opens a campaign to the organisations below the actor's own, under the latest issued version of a policy. */
export function openCampaign(context: CaseRecordsContext, input: OpenCampaignInput): Promise<Result<Campaign>> {
  const at = context.parts.clock();
  const constraints = { campaign_name_once: nameTaken };
  return runCommand(context, { action: 'campaign.open', constraints }, async (tx: Transaction) => {
    const version = await tx.policyVersion.findFirst({
      where: { policy: { code: input.policy }, issuedAt: { not: null } },
      orderBy: { version: 'desc' },
      include: { clauses: { select: { code: true } } },
    });
    if (version === null) return refuse(notFound({ zh: '政策', en: 'policy' }, 'policy'));
    const named = await findOrganizations(prismaSql(tx), organizationsNamed(input));
    const issuer = { issuerPath: context.actor.scope, named, today: localDateAt(at) };
    const plan = planCampaign(input, boundsOf(version), issuer);
    if (!plan.ok) return plan;
    const campaign = await keepCampaign(tx, context.actor, plan.value, version.id, at);
    await recordAudit(tx, context, [
      { action: 'campaign.open', recordType: 'Campaign', recordId: campaign.id, after: { name: campaign.name } },
    ]);
    const { actor, requestId } = context;
    await announceCampaign(tx, { actor, requestId, at }, campaign, input.policy);
    return ok(campaign);
  });
}

/** Announces a campaign to the other services, in the transaction that opened it. */
export async function announceCampaign(
  tx: Parameters<typeof announce>[0],
  announcement: { readonly actor: Actor; readonly requestId: string; readonly at: Date },
  campaign: Campaign,
  policy: string,
): Promise<void> {
  const { actor, requestId, at } = announcement;
  await announce(tx, { actor, requestId, at }, contracts['campaign-opened.v1'], [
    {
      organizationPath: campaign.organizationPath,
      data: {
        campaignId: campaign.id,
        name: campaign.name,
        organization: organizationReference(campaign),
        from: campaign.startsOn.toISOString().slice(0, 10),
        to: campaign.endsOn.toISOString().slice(0, 10),
        policyPack: policy,
        standardFen: campaign.standardFen,
        budgetFen: campaign.budgetFen,
      },
    },
  ]);
}

function boundsOf(version: {
  readonly amountMinFen: bigint;
  readonly amountMaxFen: bigint;
  readonly clauses: readonly { readonly code: string }[];
}): Parameters<typeof planCampaign>[1] {
  return {
    amountMin: fen(version.amountMinFen),
    amountMax: fen(version.amountMaxFen),
    clauseCodes: version.clauses.map((clause) => clause.code),
  };
}

/** Stores a planned campaign with phases, categories and quotas; only demonstrations give a fixed id. */
export function keepCampaign(
  tx: Transaction,
  actor: Actor,
  plan: CampaignPlan,
  policyVersionId: string,
  at: Date,
  id?: string,
): Promise<Campaign> {
  const organizationPath = actor.scope;
  const dated = <Part extends { readonly from: string; readonly to: string }>(
    { from, to, ...rest }: Part,
    position: number,
  ) => ({
    ...rest,
    position,
    organizationPath,
    startsOn: new Date(`${from}T00:00:00Z`),
    endsOn: new Date(`${to}T00:00:00Z`),
  });
  const data: Prisma.CampaignCreateInput = {
    ...(id !== undefined && { id }),
    organizationPath,
    organizationId: actor.organizationId,
    organizationName: actor.organizationName,
    name: plan.name,
    startsOn: storedDate(plan.from),
    endsOn: storedDate(plan.to),
    policyVersion: { connect: { id: policyVersionId } },
    standardFen: plan.standard,
    budgetFen: plan.budget,
    bookId: plan.book?.organizationId ?? null,
    bookPath: plan.book?.organizationPath ?? null,
    bookName: plan.book?.organizationName ?? null,
    openedBy: actor.staffId,
    openedByName: actor.name,
    openedAt: at,
    phases: { createMany: { data: plan.phases.map((phase, place) => dated(phase, place + 1)) } },
    categories: {
      createMany: {
        data: plan.targetCategories.map((category, place) => ({ ...category, position: place + 1, organizationPath })),
      },
    },
    quotas: {
      createMany: {
        data: plan.quotas.map((quota) => ({
          organizationPath,
          countyPath: quota.organizationPath,
          countyId: quota.organizationId,
          countyName: quota.organizationName,
          households: quota.households,
          budgetFen: quota.budget,
        })),
      },
    },
  };
  return tx.campaign.create({ data });
}
