import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { fen, formatYuanGrouped, type Bilingual } from '@nuangong/primitives';
import type { DibaoStatus, ModelWorkerHonour, PersonStanding } from './household.ts';
import {
  dibaoStatusNames,
  hardshipCauseNames,
  hardshipClassInWords,
  modelWorkerHonourNames,
  personStandingNames,
} from './words-of-facts.ts';

/** Facts of a household that a change may affect. */
export const householdFactCodes = [
  'MONTHLY_INCOME',
  'HOUSEHOLD_SIZE',
  'DIBAO_STATUS',
  'CAUSES',
  'MODEL_WORKER_HONOUR',
  'HEAD_STANDING',
  'MIGRANT_WORKER',
  'MEMBERS',
  'MEMBER_INCOMES',
  'MEMBER_STANDINGS',
  'HARDSHIP_CLASS',
  'UNIT_NAME',
] as const;
export type HouseholdFactCode = (typeof householdFactCodes)[number];

/**
 * One fact before and after, as codes and numbers: income in fen, causes joined by commas. Null where there is none.
 */
export interface FactChange {
  readonly fact: HouseholdFactCode;
  readonly before: string | null;
  readonly after: string | null;
}

/** The facts of a household that are compared. */
export interface ComparedFacts {
  readonly unitName: string;
  readonly declaredSize: number;
  readonly perCapitaIncomeFen: bigint;
  readonly dibaoStatus: string;
  readonly causes: readonly string[];
  readonly modelWorkerHonour: string;
  readonly headStanding: string;
  readonly migrantWorker: boolean;
  readonly hardshipClass: HardshipClass | null;
  /** Without the head; incomes in fen. */
  readonly members: readonly {
    readonly name: string;
    readonly monthlyIncomeFen: bigint | null;
    readonly standing: string | null;
    readonly ruralRegistration: boolean;
  }[];
}

/** Facts that eligibility does not depend on, so that one person can change them. */
const free: ReadonlySet<HouseholdFactCode> = new Set(['UNIT_NAME']);

/** The differences between two states of a household, in the order of the codes. */
export function factChanges(before: ComparedFacts, after: ComparedFacts): readonly FactChange[] {
  return householdFactCodes.flatMap((fact) => {
    const [was, is] = [valueOf(fact, before), valueOf(fact, after)];
    return was === is ? [] : [{ fact, before: was, after: is }];
  });
}

/** Whether a change affects eligibility; after the posting it then needs a second person. */
export function touchesEligibility(changes: readonly FactChange[]): boolean {
  return changes.some(({ fact }) => !free.has(fact));
}

function valueOf(fact: HouseholdFactCode, facts: ComparedFacts): string | null {
  switch (fact) {
    case 'MONTHLY_INCOME':
      return facts.perCapitaIncomeFen.toString();
    case 'HOUSEHOLD_SIZE':
      return String(facts.declaredSize);
    case 'DIBAO_STATUS':
      return facts.dibaoStatus;
    case 'CAUSES':
      return facts.causes.toSorted().join(',');
    case 'MODEL_WORKER_HONOUR':
      return facts.modelWorkerHonour;
    case 'HEAD_STANDING':
      return facts.headStanding;
    case 'MIGRANT_WORKER':
      return facts.migrantWorker ? 'YES' : 'NO';
    case 'MEMBERS':
      return String(facts.members.length);
    case 'MEMBER_INCOMES':
      return facts.members.map(({ monthlyIncomeFen }) => monthlyIncomeFen?.toString() ?? '-').join(',');
    case 'MEMBER_STANDINGS':
      return facts.members.map(standingCode).join(',');
    case 'HARDSHIP_CLASS':
      return facts.hardshipClass;
    case 'UNIT_NAME':
      return facts.unitName;
  }
}

const rural = '+RURAL';

/** A member's standing as a code: WORKER+RURAL, FARMER, or - if unknown. */
const standingCode = ({ standing, ruralRegistration }: ComparedFacts['members'][number]): string =>
  `${standing ?? '-'}${ruralRegistration ? rural : ''}`;

const factNames: Readonly<Record<HouseholdFactCode, Bilingual>> = {
  MONTHLY_INCOME: { zh: '家庭人均月收入', en: 'per-capita monthly income' },
  HOUSEHOLD_SIZE: { zh: '家庭人口', en: 'household size' },
  DIBAO_STATUS: { zh: '低保情况', en: 'dibao' },
  CAUSES: { zh: '致困原因', en: 'causes of hardship' },
  MODEL_WORKER_HONOUR: { zh: '劳模称号', en: 'model-worker honour' },
  HEAD_STANDING: { zh: '户主身份', en: 'worker status of the head' },
  MIGRANT_WORKER: { zh: '农民工', en: 'migrant worker' },
  MEMBERS: { zh: '所列家庭成员', en: 'members listed' },
  MEMBER_INCOMES: { zh: '成员月收入', en: 'members’ monthly incomes' },
  MEMBER_STANDINGS: { zh: '成员身份', en: 'members’ worker status' },
  HARDSHIP_CLASS: { zh: '困难类别', en: 'hardship class' },
  UNIT_NAME: { zh: '工作单位', en: 'unit' },
};

/** A change as text: the fact's name, its old and its new value. */
export interface FactChangeInWords {
  readonly fact: Bilingual;
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
}

/** A change as text. */
export function wordFactChange({ fact, before, after }: FactChange): FactChangeInWords {
  return { fact: factNames[fact], before: wordsOf(fact, before), after: wordsOf(fact, after) };
}

function wordsOf(fact: HouseholdFactCode, value: string | null): Bilingual | null {
  if (fact === 'HARDSHIP_CLASS') return hardshipClassInWords(value as HardshipClass | null);
  if (value === null || value === '') return null;
  switch (fact) {
    case 'MONTHLY_INCOME':
      return inYuan(value);
    case 'HOUSEHOLD_SIZE':
    case 'MEMBERS':
      return { zh: `${value} 人`, en: value };
    case 'DIBAO_STATUS':
      return dibaoStatusNames[value as DibaoStatus];
    case 'CAUSES':
      return joined(value.split(',').map((cause) => hardshipCauseNames[cause as HardshipCause]));
    case 'MODEL_WORKER_HONOUR':
      return modelWorkerHonourNames[value as ModelWorkerHonour];
    case 'HEAD_STANDING':
      return personStandingNames[value as PersonStanding];
    case 'MIGRANT_WORKER':
      return value === 'YES' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'MEMBER_INCOMES':
      return joined(value.split(',').map((each) => (each === '-' ? notRecorded : inYuan(each))));
    case 'MEMBER_STANDINGS':
      return joined(value.split(',').map(standingInWords));
    case 'UNIT_NAME':
      return { zh: value, en: value };
  }
}

const notRecorded: Bilingual = { zh: '未登记', en: 'not recorded' };

function standingInWords(code: string): Bilingual {
  const standing = code.replace(rural, '');
  const { zh, en } = standing === '-' ? notRecorded : personStandingNames[standing as PersonStanding];
  return code.endsWith(rural) ? { zh: `${zh}（农村户籍）`, en: `${en} (rural registration)` } : { zh, en };
}

function inYuan(amountFen: string): Bilingual {
  const yuan = formatYuanGrouped(fen(BigInt(amountFen)));
  return { zh: `${yuan} 元`, en: `${yuan} yuan` };
}

function joined(words: readonly Bilingual[]): Bilingual {
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}
