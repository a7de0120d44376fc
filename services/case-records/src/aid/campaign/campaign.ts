import {
  addDays,
  combineFields,
  formatYuanGrouped,
  isUuid,
  readName,
  ok,
  parseYuan,
  problem,
  readPlannedDay,
  refuse,
  sumFen,
  type Bilingual,
  type Fen,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';

export type CampaignStatus = 'DRAFT' | 'OPEN' | 'CLOSED';

/** The names of a phase or category in both languages, as typed. */
export interface NamedInput {
  readonly name: string;
  readonly nameEn: string;
}

/** What the city's administrator sends to open a campaign; dates and amounts as typed. */
export interface CampaignInput {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly standard: string;
  readonly budget: string;
  readonly phases: readonly (NamedInput & { readonly from: string; readonly to: string })[];
  readonly targetCategories: readonly (NamedInput & { readonly code: string })[];
  readonly quotas: readonly CountyQuotaInput[];
  /** The id of the organisation whose book pays for the whole campaign, if there is one. */
  readonly bookId?: string | null | undefined;
}

/** The organisation whose book (账套) pays a campaign's aid. */
export interface CampaignBook {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationPath: string;
}

export interface CountyQuotaInput {
  readonly organizationId: string;
  readonly households: number;
  readonly budget: string;
}

/** An organisation named by a plan, as this service knows it. */
export interface PlannedOrganization {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** The last day in force; null while it is open. */
  readonly to: LocalDate | null;
}

export interface CampaignPhase extends NamedInput {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface CountyQuota extends CampaignBook {
  readonly households: number;
  readonly budget: Fen;
}

/** A campaign (送温暖活动) as decided: dates included at both ends, amounts in fen, the standard per household. */
export interface CampaignPlan {
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly standard: Fen;
  readonly budget: Fen;
  readonly phases: readonly CampaignPhase[];
  readonly targetCategories: readonly (NamedInput & { readonly code: string })[];
  readonly quotas: readonly CountyQuota[];
  /** Null: the book nearest to each household's organisation. */
  readonly book: CampaignBook | null;
}

/** The limits that a policy sets for campaigns under it. */
export interface PolicyBounds {
  readonly amountMin: Fen;
  readonly amountMax: Fen;
  readonly clauseCodes: readonly string[];
}

const longestCampaignDays = 366;
const mostHouseholds = 1_000_000;

/** The ids of the organisations that a plan names: those with quotas, and the one whose book pays. */
export function organizationsNamed({ quotas, bookId }: Pick<CampaignInput, 'quotas' | 'bookId'>): readonly string[] {
  const ids = [...quotas.map(({ organizationId }) => organizationId), ...(bookId ? [bookId] : [])];
  return [...new Set(ids.filter(isUuid))];
}

/**
 * Decides whether an organisation may open a campaign as planned; every problem names its field.
 *
 * @param named the organisations of `organizationsNamed` that the issuer sees.
 */
export function planCampaign(
  input: CampaignInput,
  policy: PolicyBounds,
  {
    issuerPath,
    named,
    today,
  }: {
    readonly issuerPath: string;
    readonly named: readonly PlannedOrganization[];
    readonly today: LocalDate;
  },
): Result<CampaignPlan> {
  const fields = combineFields({
    name: readName(input.name, { what: '活动名称', least: 2, most: 100 }),
    from: readDay(input.from, 'from', firstDay, today),
    to: readDay(input.to, 'to', lastDay, today),
    standard: parseYuan(input.standard, { field: 'standard', min: policy.amountMin, max: policy.amountMax }),
    budget: parseYuan(input.budget, { field: 'budget' }),
  });
  if (!fields.ok) return fields;
  const phases = readPhases(input.phases, today);
  const below = named.filter(({ path, to }) => path.startsWith(issuerPath) && (to === null || to >= today));
  const quotas = readQuotas(
    input.quotas,
    below.filter(({ path }) => path !== issuerPath),
  );
  const book = readBook(input.bookId ?? null, below);
  if (!phases.ok || !quotas.ok || !book.ok) {
    return refuse(...[phases, quotas, book].flatMap((each) => (each.ok ? [] : each.problems)));
  }
  const plan = {
    ...fields.value,
    phases: phases.value,
    quotas: quotas.value,
    book: book.value,
    targetCategories: input.targetCategories,
  };
  const problems = [...dateProblems(plan), ...moneyProblems(plan), ...categoryProblems(plan, policy)];
  return problems.length > 0 ? refuse(...problems) : ok(plan);
}

/** Whether households may be put forward in a campaign on a day: open, and within its dates. */
export function isRunning(
  campaign: { readonly status: string; readonly from: LocalDate; readonly to: LocalDate },
  on: LocalDate,
): Result<true> {
  if (campaign.status === 'OPEN' && campaign.from <= on && on <= campaign.to) return ok(true);
  return refuse(
    problem(
      'CAMPAIGN_NOT_RUNNING',
      {
        zh: `活动期间为 ${campaign.from} 至 ${campaign.to}，${on} 不在期间内或活动已结束，不能提出；已退回的申请可撤回`,
        en: `The campaign runs from ${campaign.from} to ${campaign.to}; nothing can be put forward on ${on}. Withdraw what was returned.`,
      },
      'campaignId',
    ),
  );
}

const firstDay: Bilingual = { zh: '开始日期', en: 'the first day' };
const lastDay: Bilingual = { zh: '结束日期', en: 'the last day' };

/** A campaign can be planned two years ahead, and entered up to a year after its first day. */
function readDay(text: string, field: string, what: Bilingual, today: LocalDate): Result<LocalDate> {
  return readPlannedDay(text, { field, what, today, mostDaysBack: 366, mostDaysAhead: 2 * 366 });
}

function readPhases(phases: CampaignInput['phases'], today: LocalDate): Result<readonly CampaignPhase[]> {
  const read: CampaignPhase[] = [];
  for (const [place, phase] of phases.entries()) {
    const field = `phases.${place}`;
    const dates = combineFields({
      from: readDay(phase.from, field, firstDay, today),
      to: readDay(phase.to, field, lastDay, today),
    });
    if (!dates.ok) return dates;
    read.push({ name: phase.name.trim(), nameEn: phase.nameEn.trim(), ...dates.value });
  }
  return ok(read);
}

function readQuotas(
  quotas: CampaignInput['quotas'],
  subordinates: readonly PlannedOrganization[],
): Result<readonly CountyQuota[]> {
  const read: CountyQuota[] = [];
  for (const [place, quota] of quotas.entries()) {
    const field = `quotas.${place}`;
    const budget = parseYuan(quota.budget, { field });
    if (!budget.ok) return budget;
    const whole = Number.isSafeInteger(quota.households) && quota.households >= 0 && quota.households <= mostHouseholds;
    const county = subordinates.find(({ id }) => id === quota.organizationId);
    if (!whole || county === undefined) {
      return refuse(
        problem(
          'QUOTA',
          {
            zh: '名额应为不小于 0 的整数，且只分给本单位下级',
            en: 'Enter a whole number as quota for each subordinate organisation.',
          },
          field,
        ),
      );
    }
    read.push({ ...asNamed(county), households: quota.households, budget: budget.value });
  }
  return ok(read);
}

/** The book must be the issuer's own or a subordinate's. */
function readBook(id: string | null, below: readonly PlannedOrganization[]): Result<CampaignBook | null> {
  if (id === null) return ok(null);
  const book = below.find((one) => one.id === id);
  if (book !== undefined) return ok(asNamed(book));
  return refuse(
    problem(
      'BOOK',
      { zh: '付款账套应为本单位或下级单位的账套', en: 'Choose your own book or a subordinate’s as the paying book.' },
      'bookId',
    ),
  );
}

const asNamed = ({ id, name, path }: PlannedOrganization): CampaignBook => ({
  organizationId: id,
  organizationName: name,
  organizationPath: path,
});

function dateProblems(plan: CampaignPlan): readonly Problem[] {
  const problems: Problem[] = [];
  if (plan.to < plan.from || plan.to > addDays(plan.from, longestCampaignDays)) {
    problems.push(
      problem(
        'DATES_ORDER',
        { zh: '结束日期应在开始日期之后一年以内', en: 'The end must be after the start, and within a year of it.' },
        'to',
      ),
    );
  }
  for (const [place, phase] of plan.phases.entries()) {
    if (phase.from < plan.from || phase.to > plan.to || phase.to < phase.from) {
      problems.push(
        problem(
          'PHASE_OUTSIDE',
          {
            zh: `“${phase.name}”阶段应在活动期间之内`,
            en: `The phase “${phase.nameEn}” must be within the campaign period.`,
          },
          `phases.${place}`,
        ),
      );
    }
  }
  return problems;
}

function moneyProblems(plan: CampaignPlan): readonly Problem[] {
  const shared = sumFen(plan.quotas.map((quota) => quota.budget));
  if (shared <= plan.budget && plan.budget > 0n) return [];
  const [given, whole] = [formatYuanGrouped(shared), formatYuanGrouped(plan.budget)];
  return [
    problem(
      'QUOTAS_ABOVE_BUDGET',
      {
        zh: `各县名额资金合计 ${given} 元，大于活动预算 ${whole} 元`,
        en: `The quotas add up to ${given} yuan, but the budget is ${whole}. Correct one of them.`,
      },
      'budget',
    ),
  ];
}

function categoryProblems(plan: CampaignPlan, policy: PolicyBounds): readonly Problem[] {
  const codes = plan.targetCategories.map((category) => category.code);
  const once = new Set(codes).size === codes.length;
  if (codes.length > 0 && once && codes.every((code) => policy.clauseCodes.includes(code))) return [];
  return [
    problem(
      'CATEGORY_WITHOUT_CLAUSE',
      {
        zh: '对象类别至少一项，每项对应政策的一个条款，不重复',
        en: 'Enter at least one category; use each policy clause only once.',
      },
      'targetCategories',
    ),
  ];
}

/** The problem for a campaign whose policy is not in force on a day. */
export function policyNotInForce(on: string): Problem {
  return problem(
    'POLICY_NOT_IN_FORCE',
    {
      zh: `活动所依据的政策在 ${on} 不生效，由市级工会发布新版后再提出`,
      en: `The campaign’s policy is not in force on ${on}.`,
    },
    'campaignId',
  );
}
