import {
  combineFields,
  isBefore,
  parseYuan,
  problem,
  refuse,
  yuan,
  type Fen,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { readPastDay } from '../form-fields.ts';
import { seekerPlaced, vacancyFilled, type ReferralStatus } from '../referral/referral.ts';

const mostMonthlyPay = yuan(1_000_000n);

export interface PlacementInput {
  readonly referralId: string;
  /** Today where it is left out. */
  readonly placedOn?: string | null | undefined;
  readonly monthlyPay: string;
}

/** The referral as it stands, with what it joins. */
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
): Result<{ readonly placedOn: LocalDate; readonly monthlyPay: Fen }> {
  const { referral, jobSeeker, vacancy, referredOn } = standing;
  if (referral.status === 'PLACED') return refuse(placedAlready());
  if (jobSeeker.status === 'PLACED') return refuse(seekerPlaced('referralId'));
  if (vacancy.filled >= vacancy.positions) return refuse(vacancyFilled('referralId'));
  if (referral.status === 'NOT_TAKEN') return refuse(notTaken());
  const read = combineFields({
    placedOn: readPastDay(input.placedOn, 'placedOn', today),
    monthlyPay: parseYuan(input.monthlyPay, { field: 'monthlyPay', min: yuan(1n), max: mostMonthlyPay }),
  });
  if (!read.ok || !isBefore(read.value.placedOn, referredOn)) return read;
  return refuse(beforeReferral(referredOn));
}

/** The referral has led to work already. */
export const placedAlready = (): Problem =>
  problem(
    'PLACED_ALREADY',
    { zh: '这次介绍已登记就业，刷新后查看', en: 'This referral has led to work already; refresh to see it' },
    'referralId',
  );

const notTaken = (): Problem =>
  problem(
    'REFERRAL_NOT_TAKEN',
    { zh: '这次介绍已按未录用结束，需要时重新介绍', en: 'This referral has ended without work; refer anew' },
    'referralId',
  );

const beforeReferral = (referredOn: LocalDate): Problem =>
  problem(
    'PLACED_BEFORE_REFERRAL',
    {
      zh: `就业日期不能早于介绍日期 ${referredOn}，核对后重录`,
      en: `The day lies before the referral of ${referredOn}`,
    },
    'placedOn',
  );
