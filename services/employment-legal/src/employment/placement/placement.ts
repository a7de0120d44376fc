import {
  combineFields,
  isBefore,
  ok,
  parseYuan,
  problem,
  readHappenedDay,
  refuse,
  yuan,
  type Fen,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { dayOrToday } from '../../form-fields.ts';
import { seekerPlaced, vacancyFilled, type ReferralStatus } from '../referral/referral.ts';

const mostMonthlyPay = yuan(1_000_000n);

export interface PlacementInput {
  readonly referralId: string;
  /** Defaults to today. */
  readonly placedOn?: string | null | undefined;
  /** Required when the day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
  readonly monthlyPay: string;
}

/** The current state of a referral, its seeker and its vacancy. */
export interface ReferralStanding {
  readonly referral: { readonly status: ReferralStatus };
  readonly referredOn: LocalDate;
  readonly jobSeeker: { readonly status: 'OPEN' | 'PLACED' };
  readonly vacancy: { readonly positions: number; readonly filled: number };
}

/** Decides whether a referral may lead to work now. */
export function decidePlacement(
  input: PlacementInput,
  standing: ReferralStanding,
  today: LocalDate,
): Result<{ readonly placedOn: LocalDate; readonly dateReason?: string; readonly monthlyPay: Fen }> {
  const { referral, jobSeeker, vacancy, referredOn } = standing;
  if (referral.status === 'PLACED') return refuse(placedAlready());
  if (jobSeeker.status === 'PLACED') return refuse(seekerPlaced('referralId'));
  if (vacancy.filled >= vacancy.positions) return refuse(vacancyFilled('referralId'));
  if (referral.status === 'NOT_TAKEN') return refuse(notTaken());
  const read = combineFields({
    placed: readHappenedDay(dayOrToday(input.placedOn, today), {
      field: 'placedOn',
      what: { zh: '就业日期', en: 'the day of the placement' },
      today,
      reason: { text: input.dateReason, field: 'dateReason' },
    }),
    monthlyPay: parseYuan(input.monthlyPay, { field: 'monthlyPay', min: yuan(1n), max: mostMonthlyPay }),
  });
  if (!read.ok) return read;
  const { placed, monthlyPay } = read.value;
  if (isBefore(placed.on, referredOn)) return refuse(beforeReferral(referredOn));
  return ok({ placedOn: placed.on, ...(placed.reason !== null && { dateReason: placed.reason }), monthlyPay });
}

/** The referral has already led to work. */
export const placedAlready = (): Problem =>
  problem(
    'PLACED_ALREADY',
    { zh: '这次介绍已登记就业，刷新后查看', en: 'This referral has already led to a placement; refresh to see it' },
    'referralId',
  );

const notTaken = (): Problem =>
  problem(
    'REFERRAL_NOT_TAKEN',
    {
      zh: '这次介绍已按未录用结束，需要时重新介绍',
      en: 'This referral has ended without a placement; make a new referral',
    },
    'referralId',
  );

const beforeReferral = (referredOn: LocalDate): Problem =>
  problem(
    'PLACED_BEFORE_REFERRAL',
    {
      zh: `就业日期不能早于介绍日期 ${referredOn}，核对后重录`,
      en: `The day is before the referral on ${referredOn}; check it`,
    },
    'placedOn',
  );
