import {
  combineFields,
  formatYuanGrouped,
  ok,
  parseYuan,
  problem,
  readHappenedDay,
  readOptionalText,
  readRequiredText,
  readWholeNumber,
  refuse,
  yuan,
  type Fen,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import { dayOrToday } from '../../form-fields.ts';
import { refuseUnlawfulCriteria } from './unlawful-criteria.ts';

export type VacancyStatus = 'OPEN' | 'FILLED';
const mostPositions = 10_000;
const mostMonthlyPay = yuan(1_000_000n);

/** A vacancy as an employer's form gives it. */
export interface VacancyInput {
  readonly employer: string;
  readonly trade: string;
  readonly place: string;
  readonly positions: number;
  readonly monthlyPayFrom: string;
  readonly monthlyPayTo?: string | null | undefined;
  readonly requirements?: string | null | undefined;
  readonly forLaidOff?: boolean | null | undefined;
  /** Defaults to today. */
  readonly offeredOn?: string | null | undefined;
  /** Required when the day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
}

export interface OfferedVacancy {
  readonly employer: string;
  readonly trade: string;
  readonly place: string;
  readonly positions: number;
  readonly monthlyPayFrom: Fen;
  readonly monthlyPayTo: Fen | null;
  readonly requirements: string | null;
  readonly forLaidOff: boolean;
  readonly offeredOn: LocalDate;
  readonly dateReason: string | null;
}

/** Decides whether a vacancy may be offered: complete, with pay above zero, and without criteria the law forbids. */
export function decideOffer(input: VacancyInput, today: LocalDate): Result<OfferedVacancy> {
  const read = combineFields({
    employer: readRequiredText(input.employer, 'employer', 120),
    trade: readRequiredText(input.trade, 'trade', 60),
    place: readRequiredText(input.place, 'place', 120),
    positions: readWholeNumber(input.positions, 'positions', { least: 1, most: mostPositions }),
    monthlyPayFrom: readPay(input.monthlyPayFrom, 'monthlyPayFrom'),
    monthlyPayTo: readUpperPay(input.monthlyPayTo),
    requirements: readOptionalText(input.requirements, 'requirements', 1000),
    forLaidOff: ok(input.forLaidOff ?? false),
    offered: readHappenedDay(dayOrToday(input.offeredOn, today), {
      field: 'offeredOn',
      what: { zh: '登记日期', en: 'the day of the offer' },
      today,
      reason: { text: input.dateReason, field: 'dateReason' },
    }),
    lawfulness: refuseUnlawfulCriteria({ trade: input.trade, requirements: input.requirements ?? '' }),
  });
  if (!read.ok) return read;
  const { lawfulness: _lawful, offered, ...said } = read.value;
  const vacancy = { ...said, offeredOn: offered.on, dateReason: offered.reason };
  return vacancy.monthlyPayTo !== null && vacancy.monthlyPayTo < vacancy.monthlyPayFrom
    ? refuse(payUpsideDown(vacancy.monthlyPayFrom))
    : ok(vacancy);
}

function readPay(typed: string, field: string): Result<Fen> {
  return parseYuan(typed, { field, min: yuan(1n), max: mostMonthlyPay });
}

function readUpperPay(typed: string | null | undefined): Result<Fen | null> {
  return typed == null || typed.trim() === '' ? ok(null) : readPay(typed, 'monthlyPayTo');
}

const payUpsideDown = (from: Fen) =>
  problem(
    'PAY_UPSIDE_DOWN',
    {
      zh: `月薪上限不能低于下限 ${formatYuanGrouped(from)} 元，核对后重录`,
      en: `The highest pay must not be below the lowest, ${formatYuanGrouped(from)} yuan`,
    },
    'monthlyPayTo',
  );
