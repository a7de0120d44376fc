import { fundSource, type FundSource } from '@nuangong/events';
import {
  charactersIn,
  combineFields,
  ok,
  parseId,
  plainText,
  problem,
  readRequiredText,
  readWholeNumber,
  refuse,
  type Bilingual,
  type Result,
} from '@nuangong/primitives';

export const fundSources = fundSource.options;

/** The name of each source of money (资金来源). */
export const fundSourceNames: Readonly<Record<FundSource, Bilingual>> = {
  CENTRAL_FISCAL: { zh: '中央财政', en: 'Central government' },
  PROVINCIAL_FISCAL: { zh: '省级财政', en: 'Provincial government' },
  LOCAL_FISCAL: { zh: '地方财政', en: 'Local government' },
  UNION: { zh: '工会经费', en: 'Union' },
  DONATION: { zh: '社会捐助', en: 'Donations' },
  OTHER: { zh: '其他', en: 'Other' },
};

/** A fund (专项资金) to open: one source, stated purposes (专款专用), one year. */
export interface NewFund {
  readonly name: string;
  readonly source: FundSource;
  readonly purposes: readonly string[];
  readonly year: number;
  readonly campaignId: string | null;
  /** Funds with a lower number are drawn first. */
  readonly priority: number;
}

export interface OpenFundInput {
  readonly name: string;
  readonly source: FundSource;
  readonly purposes: readonly string[];
  readonly year: number;
  readonly campaignId?: string | null | undefined;
  readonly priority?: number | null | undefined;
}

const ordinaryPriority = 100;

/** Reads a fund to open; every problem names its field. */
export function readNewFund(input: OpenFundInput): Result<NewFund> {
  return combineFields({
    name: readRequiredText(input.name, 'name', 100),
    source: ok(input.source),
    purposes: readPurposes(input.purposes),
    year: readWholeNumber(input.year, 'year', { least: 2000, most: 2100 }),
    campaignId: input.campaignId == null ? ok(null) : parseId(input.campaignId),
    priority: readWholeNumber(input.priority ?? ordinaryPriority, 'priority', { least: 0, most: 1000 }),
  });
}

function readPurposes(given: readonly string[]): Result<readonly string[]> {
  const purposes = [...new Set(given.map(plainText).filter((purpose) => purpose !== ''))];
  if (purposes.length === 0) {
    return refuse(problem('TEXT_MISSING', { zh: '至少写一项用途，如“送温暖”', en: 'Enter at least one purpose.' }));
  }
  if (purposes.length > 20 || purposes.some((purpose) => charactersIn(purpose) > 50)) {
    return refuse(
      problem('TEXT_TOO_LONG', {
        zh: '用途最多 20 项，每项最多 50 个字，精简后重录',
        en: 'Enter at most 20 purposes of 50 characters.',
      }),
    );
  }
  return ok(purposes);
}
