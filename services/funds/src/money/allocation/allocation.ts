import { codeOf } from '@nuangong/access';
import {
  combineFields,
  ok,
  parseId,
  parseYuan,
  problem,
  readRequiredText,
  refuse,
  type Fen,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { leastAmount } from '../receipt/receipt.ts';

/** What the subordinate must add from its own money (配套): nothing, the same amount, or a share of it. */
export const matchingRequirements = ['NONE', 'EQUAL', 'RATIO'] as const;
export type MatchingRequirement = (typeof matchingRequirements)[number];

/** Where the money of an allocation is. */
export type AllocationStatus = 'IN_TRANSIT' | 'RECEIVED';

/** A transfer to a subordinate organisation (下拨) as it is sent. */
export interface NewAllocation {
  readonly fundId: string;
  readonly toOrganizationId: string;
  readonly amount: Fen;
  readonly matchingRequirement: MatchingRequirement;
  /** Own money as a ratio of the amount allocated, a decimal of up to four places; only with RATIO. */
  readonly matchingRatio: string | null;
  /** The campaign that it is for; by default the fund's. */
  readonly campaignId: string | null;
  readonly idempotencyKey: string;
}

export interface SendAllocationInput {
  readonly fundId: string;
  readonly toOrganizationId: string;
  readonly amount: string;
  readonly matchingRequirement: string;
  readonly matchingRatio?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly idempotencyKey: string;
  /** The number of the document that justifies it; required above the limit. */
  readonly document?: string | null | undefined;
}

/** Reads an allocation; every problem names its field. */
export function readNewAllocation(input: SendAllocationInput): Result<NewAllocation> {
  const requirement = readRequirement(input.matchingRequirement);
  return combineFields({
    fundId: parseId(input.fundId),
    toOrganizationId: parseId(input.toOrganizationId),
    amount: parseYuan(input.amount, { min: leastAmount }),
    matchingRequirement: requirement,
    matchingRatio: readRatio(requirement.ok ? requirement.value : 'NONE', input.matchingRatio ?? null),
    campaignId: input.campaignId == null ? ok(null) : parseId(input.campaignId),
    idempotencyKey: readRequiredText(input.idempotencyKey, 'idempotencyKey', 100),
  });
}

function readRequirement(given: string): Result<MatchingRequirement> {
  const known = matchingRequirements.find((each) => each === given);
  if (known !== undefined) return ok(known);
  return refuse(
    problem('MATCHING_UNKNOWN', {
      zh: '配套要求应为：无配套、等额配套或按比例配套',
      en: 'The matching requirement must be NONE, EQUAL or RATIO.',
    }),
  );
}

function readRatio(requirement: MatchingRequirement, given: string | null): Result<string | null> {
  if (requirement !== 'RATIO') return ok(null);
  const ratio = given?.trim() ?? '';
  if (/^\d{1,3}(\.\d{1,4})?$/.test(ratio) && Number(ratio) > 0) return ok(ratio);
  return refuse(
    problem('RATIO_NEEDED', {
      zh: '按比例配套须写明比例，如 0.5 表示每下拨 1 元自筹 0.5 元，最多四位小数',
      en: 'Enter the matching ratio with at most four decimals, for example 0.5.',
    }),
  );
}

/** What the subordinate has to add from its own money, in fen, rounded up. */
export function requiredMatching(amountFen: bigint, requirement: string, ratio: string | null): bigint {
  if (requirement === 'EQUAL') return amountFen;
  if (requirement !== 'RATIO' || ratio === null) return 0n;
  const [whole = '0', fraction = ''] = ratio.split('.');
  const tenThousandths = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
  return (amountFen * tenThousandths + 9_999n) / 10_000n;
}

/** The number printed on an allocation: `BK-5101-202612-0001`. */
export function allocationNumber(path: string, month: number, number: number): string {
  return `BK-${codeOf(path)}-${month}-${String(number).padStart(4, '0')}`;
}

/** The fund holds less than the amount to be taken from it. */
export function notEnoughMoney(field?: string): Problem {
  return problem(
    'NOT_ENOUGH_AVAILABLE',
    {
      zh: '资金可用余额不足（余额减去已占用），减少金额或先入账后再办理',
      en: 'The fund has less available (balance less commitments). Lower the amount, or record a receipt first.',
    },
    field,
  );
}
