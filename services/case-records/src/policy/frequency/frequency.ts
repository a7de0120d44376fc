import { z } from 'zod';
import type { AidMark, AidType } from '@nuangong/events';
import type { Bilingual, LocalDate } from '@nuangong/primitives';

/**
 * How often a household may receive aid: a number of times per period, counting aid under the same policy, of the same
 * type and mark, or any aid. Versions issued without `against` count any.
 */
export const frequencyShape = z.object({
  times: z.int().min(1),
  period: z.enum(['CALENDAR_YEAR', 'TWELVE_MONTHS', 'CAMPAIGN']),
  against: z.enum(['POLICY', 'AID_TYPE', 'ANY']).default('ANY'),
});

export type Frequency = z.output<typeof frequencyShape>;

/** What aid is compared by: the code of its policy, its type and mark, its campaign. */
export interface AidIdentity {
  readonly policy: string;
  readonly aidType: AidType;
  readonly mark: AidMark | null;
  readonly campaignId: string | null;
}

/** Aid given to a household, or to one of its people in another household: approved, and not lapsed since. */
export interface AidGiven extends AidIdentity {
  readonly on: LocalDate;
}

/** The aid asked for on a day, and the frequency in its policy. */
export interface AidAsked extends AidIdentity {
  readonly frequency: Frequency;
  readonly on: LocalDate;
}

/** The days of aid that counts against the request, latest first. The database's version is `aid_that_counts`. */
export function aidThatCounts(asked: AidAsked, given: readonly AidGiven[]): readonly LocalDate[] {
  return given
    .filter((aid) => isOfPeriod(asked, aid) && isOfKind(asked, aid))
    .map((aid) => aid.on)
    .toSorted((one, other) => (one < other ? 1 : one > other ? -1 : 0));
}

/** Whether the aid that counts uses up the period's turns. */
export function areTurnsUsed(frequency: Frequency, counted: number): boolean {
  return counted >= frequency.times;
}

/** Aid on a later day counts too: aid approved for a future day has been given. */
function isOfPeriod(asked: AidAsked, aid: AidGiven): boolean {
  switch (asked.frequency.period) {
    case 'CAMPAIGN':
      return asked.campaignId !== null && aid.campaignId === asked.campaignId;
    case 'CALENDAR_YEAR':
      return aid.on.slice(0, 4) >= asked.on.slice(0, 4);
    case 'TWELVE_MONTHS':
      return aid.on > yearBefore(asked.on);
  }
}

function isOfKind(asked: AidAsked, aid: AidGiven): boolean {
  switch (asked.frequency.against) {
    case 'ANY':
      return true;
    case 'POLICY':
      return aid.policy === asked.policy;
    case 'AID_TYPE':
      return aid.aidType === asked.aidType && aid.mark === asked.mark;
  }
}

/** The same day a year earlier, as text; for 29 February this is not a real day, but still compares correctly. */
function yearBefore(on: LocalDate): string {
  return `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`;
}

const aidTypeNames: Readonly<Record<AidType, Bilingual>> = {
  LIVING: { zh: '生活救助', en: 'living aid' },
  MEDICAL: { zh: '医疗救助', en: 'medical aid' },
  EDUCATION: { zh: '助学', en: 'schooling aid' },
  JOB_REFERRAL: { zh: '职业介绍', en: 'job referral' },
  JOB_TRAINING: { zh: '就业培训', en: 'job training' },
  POLICY_ADVICE: { zh: '政策咨询', en: 'policy advice' },
  LEGAL_AID: { zh: '法律援助', en: 'legal aid' },
  STARTUP_LOAN: { zh: '创业贷款', en: 'start-up loans' },
  OTHER: { zh: '其他帮扶', en: 'other aid' },
};

const aidMarkNames: Readonly<Record<AidMark, Bilingual>> = {
  HEATING: { zh: '过冬取暖补贴', en: 'heating subsidies' },
  HOLIDAY_VISIT: { zh: '节日慰问', en: 'holiday visits' },
};

/** The frequency, and the aid it counts, as text for the decision. */
export function frequencyInWords(policy: {
  readonly frequency: Frequency;
  readonly aidType: string;
  readonly mark: string | null;
}): Bilingual {
  const { times, period, against } = policy.frequency;
  const periods: Readonly<Record<Frequency['period'], Bilingual>> = {
    CAMPAIGN: { zh: `每户每次活动 ${times} 次`, en: `${times} per household and campaign` },
    CALENDAR_YEAR: { zh: `原则上每户每年度 ${times} 次`, en: `in principle ${times} per household and calendar year` },
    TWELVE_MONTHS: {
      zh: `原则上每户每 12 个月 ${times} 次`,
      en: `in principle ${times} per household in twelve months`,
    },
  };
  const kind = aidMarkNames[policy.mark as AidMark] ?? aidTypeNames[policy.aidType as AidType];
  const kinds: Readonly<Record<Frequency['against'], Bilingual>> = {
    ANY: { zh: '各类救助都计', en: 'counting any aid' },
    POLICY: { zh: '只计本办法的救助', en: 'counting aid under this policy' },
    AID_TYPE: { zh: `只计${kind.zh}`, en: `counting ${kind.en}` },
  };
  return { zh: `${periods[period].zh}，${kinds[against].zh}`, en: `${periods[period].en}, ${kinds[against].en}` };
}
