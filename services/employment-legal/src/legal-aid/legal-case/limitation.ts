import {
  addYears,
  isBefore,
  isProvisional,
  ok,
  problem,
  readHappenedDay,
  refuse,
  workingDayOnOrAfter,
  type Bilingual,
  type HappenedDayRule,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';

/** The facts from which the limitation for labour arbitration is counted. */
export type LimitationFacts =
  | { readonly kind: 'VIOLATION_KNOWN'; readonly knownOn: LocalDate }
  | { readonly kind: 'UNPAID_PAY'; readonly employmentEndedOn: LocalDate | null };

/** The last day to apply for arbitration, null while none runs, with the article it rests on. */
export interface Limitation {
  readonly date: LocalDate | null;
  readonly basis: Bilingual;
}

/** Facts as typed on the case's form. */
export interface LimitationInput {
  readonly violationKnownOn?: string | null | undefined;
  readonly unpaidPay?: boolean | null | undefined;
  readonly employmentEndedOn?: string | null | undefined;
  /** Required when a day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
}

/**
 * Reads the facts; null where none is given. The end of the job matters only for unpaid pay; without it, it is refused.
 */
export function readLimitationFacts(input: LimitationInput, today: LocalDate): Result<LimitationFacts | null> {
  const { dateReason } = input;
  const endedOn = readDay(input.employmentEndedOn, dateReason, {
    field: 'employmentEndedOn',
    what: { zh: '劳动关系终止日期', en: 'the end of employment' },
    today,
  });
  const knownOn = readDay(input.violationKnownOn, dateReason, {
    field: 'violationKnownOn',
    what: { zh: '知道权利被侵害的日期', en: 'the day the violation was known' },
    today,
  });
  if (!endedOn.ok) return endedOn;
  if (!knownOn.ok) return knownOn;
  if (input.unpaidPay === true) return ok({ kind: 'UNPAID_PAY', employmentEndedOn: endedOn.value });
  if (endedOn.value !== null) return refuse(endWithoutUnpaidPay());
  return ok(knownOn.value === null ? null : { kind: 'VIOLATION_KNOWN', knownOn: knownOn.value });
}

/**
 * The limitation for labour arbitration: one year from the day the violation was or should have been known; for unpaid
 * pay none while the job lasts, then one year from its end (劳动争议调解仲裁法 art. 27). The first day is not counted, the
 * last is the same day of the next year, or the month's last (民法典 arts 201, 202); one that ends on a rest day ends on
 * the next working day (art. 203).
 */
export function limitationOf(facts: LimitationFacts): Limitation {
  switch (facts.kind) {
    case 'VIOLATION_KNOWN':
      return oneYearFrom(facts.knownOn, {
        zh: `劳动争议调解仲裁法第二十七条第一款：自知道或者应当知道权利被侵害之日（${facts.knownOn}）起一年`,
        en: `${law} art. 27(1): one year from knowing of the violation (${facts.knownOn})`,
      });
    case 'UNPAID_PAY':
      if (facts.employmentEndedOn === null) return { date: null, basis: whileEmployed };
      return oneYearFrom(facts.employmentEndedOn, {
        zh: `劳动争议调解仲裁法第二十七条第四款：拖欠劳动报酬，自劳动关系终止之日（${facts.employmentEndedOn}）起一年`,
        en: `${law} art. 27(4): unpaid wages, one year from the end of employment (${facts.employmentEndedOn})`,
      });
  }
}

/** The limitation as kept with a case opened on a day; the basis notes if it had already passed. */
export function limitationWhenOpened(limitation: Limitation, today: LocalDate): Limitation {
  const { date, basis } = limitation;
  if (date === null || !isBefore(date, today)) return limitation;
  const zh = `${basis.zh}；受理时时效已届满（${date}）`;
  return { date, basis: { zh, en: `${basis.en}; it had passed when the case was opened (${date})` } };
}

const law = 'Labour Dispute Mediation and Arbitration Law';

const whileEmployed: Bilingual = {
  zh: '劳动争议调解仲裁法第二十七条第四款：劳动关系存续期间因拖欠劳动报酬发生争议，不受一年仲裁时效期间的限制',
  en: `${law} art. 27(4): no limitation for unpaid wages during employment`,
};

function oneYearFrom(from: LocalDate, basis: Bilingual): Limitation {
  const sameDay = addYears(from, 1);
  const date = workingDayOnOrAfter(sameDay);
  const notes: Bilingual[] = [basis];
  if (date !== sameDay) {
    notes.push({
      zh: `${sameDay} 为休息日，依民法典第二百零三条顺延至 ${date}`,
      en: `${sameDay} is a rest day: moved to ${date} (Civil Code art. 203)`,
    });
  }
  if (isProvisional(date)) {
    notes.push({
      zh: `${date.slice(0, 4)} 年放假安排尚未公布，届时再核`,
      en: `the holidays of ${date.slice(0, 4)} are not announced yet: check again`,
    });
  }
  return { date, basis: { zh: notes.map(({ zh }) => zh).join('；'), en: notes.map(({ en }) => en).join('; ') } };
}

function readDay(
  typed: string | null | undefined,
  dateReason: string | null | undefined,
  rule: Omit<HappenedDayRule, 'reason'>,
): Result<LocalDate | null> {
  if (typed == null || typed.trim() === '') return ok(null);
  const day = readHappenedDay(typed, { ...rule, reason: { text: dateReason, field: 'dateReason' } });
  return day.ok ? ok(day.value.on) : day;
}

const endWithoutUnpaidPay = () =>
  problem(
    'END_OF_JOB_WITHOUT_UNPAID_PAY',
    {
      zh: '劳动关系终止日期只用于拖欠劳动报酬的时效，勾选拖欠劳动报酬，或改填知道权利被侵害的日期',
      en: 'The end of employment applies to unpaid wages only; mark unpaid wages, or enter the day the violation was known',
    },
    'employmentEndedOn',
  );
