import { fen, formatYuanGrouped, problem, sumFen, type Fen, type Problem } from '@nuangong/primitives';

/**
 * A county's quota in a campaign, or the campaign's whole budget: households and money, and how much of both is used.
 */
export interface QuotaUse {
  readonly campaignId: string;
  /** The county's path; null for the campaign as a whole, which only has a budget. */
  readonly countyPath: string | null;
  readonly name: string;
  /** Whether the campaign has quotas: a county without one then cannot take part. */
  readonly byQuota: boolean;
  readonly households: number | null;
  readonly budget: Fen;
  readonly usedHouseholds: number;
  readonly usedAmount: Fen;
}

/** One household's aid, to be counted against its campaign's quotas; outside campaigns there are none. */
export interface QuotaClaim {
  readonly campaignId: string | null;
  readonly organizationPath: string;
  readonly amount: Fen;
}

/**
 * Allots quotas and budgets to claims in their order. A claim that fits uses up its share; one that does not gets a
 * problem and uses nothing. Returns a problem or null for each claim.
 */
export function holdQuotas(uses: readonly QuotaUse[], claims: readonly QuotaClaim[]): readonly (Problem | null)[] {
  const left = uses.map((use) => ({ use, households: use.usedHouseholds, amount: use.usedAmount }));
  return claims.map((claim) => {
    const campaign = left.filter(({ use }) => use.campaignId === claim.campaignId);
    const own = campaign.filter(
      ({ use }) => use.countyPath !== null && claim.organizationPath.startsWith(use.countyPath),
    );
    if (own.length === 0 && campaign.some(({ use }) => use.byQuota)) return noQuota();
    const held = [...own, ...campaign.filter(({ use }) => use.countyPath === null)];
    const full = held.find(({ use, households }) => use.households !== null && households >= use.households);
    if (full !== undefined) return quotaFull(full.use);
    const spent = held.find(({ use, amount }) => amount + claim.amount > use.budget);
    if (spent !== undefined) return budgetSpent(spent.use, spent.amount, claim.amount);
    for (const each of held) {
      each.households += 1;
      each.amount = sumFen([each.amount, claim.amount]);
    }
    return null;
  });
}

/** The problem for two concurrent claims of the last quota or budget, of which the database let only one pass. */
export function quotaHeldByDatabase(): Problem {
  return problem('QUOTA_FULL', {
    zh: '名额或预算刚被他人用满，刷新后按余下名额办理',
    en: 'Someone else has just used up the quota or the budget. Refresh and continue with the rest.',
  });
}

function noQuota(): Problem {
  return problem('NO_QUOTA', {
    zh: '本单位在此活动没有名额，由市总工会安排',
    en: 'This unit has no quota in this campaign. Ask the city to arrange one.',
  });
}

function quotaFull({ name, households }: QuotaUse): Problem {
  return problem('QUOTA_FULL', {
    zh: `${name}名额 ${households} 户已用满，有退回、驳回或撤回空出的名额后再办理`,
    en: `The quota of ${households} households is used up. Continue once a returned or rejected application frees a place.`,
  });
}

function budgetSpent({ name, budget, countyPath }: QuotaUse, used: Fen, amount: Fen): Problem {
  const left = fen(used > budget ? 0n : budget - used);
  const [whole, rest, asked] = [budget, left, amount].map(formatYuanGrouped);
  const whose = countyPath === null ? '活动预算' : `${name}名额资金`;
  return problem('BUDGET_SPENT', {
    zh: `${whose} ${whole} 元，余 ${rest} 元，不够本户 ${asked} 元`,
    en: `${rest} of the budget of ${whole} yuan are left, less than the ${asked} for this household.`,
  });
}
