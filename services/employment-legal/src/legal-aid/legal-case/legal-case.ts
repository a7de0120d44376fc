import type { LegalCaseKind } from '@nuangong/events';
import {
  combineFields,
  isBefore,
  ok,
  problem,
  readHappenedDay,
  readOptionalText,
  readRequiredText,
  readWholeNumber,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { dayOrToday } from '../../form-fields.ts';
import {
  limitationOf,
  limitationWhenOpened,
  readLimitationFacts,
  type Limitation,
  type LimitationInput,
} from './limitation.ts';

export type LegalCaseStatus = 'OPEN' | 'CLOSED';
export type LegalCaseOutcome =
  | 'ADVISED'
  | 'DOCUMENTS_DRAFTED'
  | 'SETTLED'
  | 'WON'
  | 'PARTLY_WON'
  | 'LOST'
  | 'WITHDRAWN';

const mostPersons = 100_000;

/** The name of each kind. */
export const legalCaseKindNames: Readonly<Record<LegalCaseKind, { readonly zh: string; readonly en: string }>> = {
  CONSULTATION: { zh: '法律咨询', en: 'Consultation' },
  DRAFTING: { zh: '代拟法律文书', en: 'Drafting' },
  LITIGATION: { zh: '代理诉讼', en: 'Litigation' },
  MEDIATION: { zh: '调解', en: 'Mediation' },
  ARBITRATION: { zh: '仲裁', en: 'Arbitration' },
};

/** A legal case as typed. */
export interface LegalCaseInput extends LimitationInput {
  readonly kind: LegalCaseKind;
  readonly clientName: string;
  readonly householdId?: string | null | undefined;
  /** Defaults to 1. */
  readonly persons?: number | null | undefined;
  readonly migrantWorkers?: number | null | undefined;
  readonly content?: string | null | undefined;
  /** Defaults to today. */
  readonly openedOn?: string | null | undefined;
  /** Required when a day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
}

export interface OpenedLegalCase {
  readonly clientName: string;
  readonly persons: number;
  readonly migrantWorkers: number;
  readonly content: string | null;
  readonly openedOn: LocalDate;
  readonly dateReason: string | null;
  readonly limitation: Limitation | null;
}

/** Decides whether a case may be opened, and by when arbitration must be applied for. */
export function decideOpening(input: LegalCaseInput, today: LocalDate): Result<OpenedLegalCase> {
  const persons = input.persons ?? 1;
  const read = combineFields({
    clientName: readRequiredText(input.clientName, 'clientName', 120),
    persons: readWholeNumber(persons, 'persons', { least: 1, most: mostPersons }),
    migrantWorkers: readWholeNumber(input.migrantWorkers ?? 0, 'migrantWorkers', {
      least: 0,
      most: Math.max(Math.trunc(persons), 0),
    }),
    content: readOptionalText(input.content, 'content', 20_000),
    opened: readHappenedDay(dayOrToday(input.openedOn, today), {
      field: 'openedOn',
      what: { zh: '立案日期', en: 'the day of the opening' },
      today,
      reason: { text: input.dateReason, field: 'dateReason' },
    }),
    facts: readLimitationFacts(input, today),
  });
  if (!read.ok) return read;
  const { facts, opened, ...rest } = read.value;
  const { on: openedOn, reason: dateReason } = opened;
  return ok({
    ...rest,
    openedOn,
    dateReason,
    limitation: facts === null ? null : limitationWhenOpened(limitationOf(facts), today),
  });
}

/** The facts that decide whether a case may be closed. */
export interface LegalCaseStanding {
  readonly status: LegalCaseStatus;
  readonly openedOn: LocalDate;
  readonly officerId: string;
}

/** Decides whether a member of staff may close a case on a day: only its officer, and only while it is open. */
export function decideClosing(
  standing: LegalCaseStanding,
  staffId: string,
  closedOn: LocalDate,
): Result<{ readonly closedOn: LocalDate }> {
  if (standing.officerId !== staffId) return refuse(notTheOfficer());
  if (standing.status === 'CLOSED') return refuse(closedAlready());
  if (isBefore(closedOn, standing.openedOn)) return refuse(closedBeforeOpened(standing.openedOn));
  return ok({ closedOn });
}

const notTheOfficer = (): Problem =>
  problem(
    'NOT_THE_OFFICER',
    { zh: '案件由承办人结案，联系承办人办理', en: 'Only the officer of this case can close it; ask that officer' },
    'legalCaseId',
  );

const closedAlready = (): Problem =>
  problem(
    'CLOSED_ALREADY',
    { zh: '案件已结案，刷新后查看', en: 'The case is closed; refresh to see it' },
    'legalCaseId',
  );

const closedBeforeOpened = (openedOn: LocalDate): Problem =>
  problem(
    'CLOSED_BEFORE_OPENED',
    {
      zh: `结案日期不能早于立案日期 ${openedOn}，核对后重录`,
      en: `The day is before the opening on ${openedOn}; check it`,
    },
    'closedOn',
  );
