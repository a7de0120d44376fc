import { legalCaseKind } from '@nuangong/events';
import { fen, formatYuanGrouped, type Bilingual } from '@nuangong/primitives';
import { legalCaseKindNames } from '../legal-aid/legal-case/legal-case.ts';

/** What happened to a household's members at work and in law. */
export const happenings = [
  'JOB_SEEKER_REGISTERED',
  'WORKER_REFERRED',
  'WORKER_PLACED',
  'TRAINING_ATTENDED',
  'LEGAL_CASE_OPENED',
  'LEGAL_CASE_CLOSED',
  'WAGE_CLAIM_OPENED',
  'WAGES_RECOVERED',
] as const;
export type Happening = (typeof happenings)[number];

export type HappeningRecord = 'JobSeeker' | 'Referral' | 'Placement' | 'TrainingAttendance' | 'LegalCase' | 'WageClaim';

/** The name of each happening. */
export const happeningNames: Readonly<Record<Happening, Bilingual>> = {
  JOB_SEEKER_REGISTERED: { zh: '求职登记', en: 'Registered as a job seeker' },
  WORKER_REFERRED: { zh: '职业介绍', en: 'Referred to a vacancy' },
  WORKER_PLACED: { zh: '实现就业', en: 'Found work' },
  TRAINING_ATTENDED: { zh: '参加就业培训', en: 'Attended training' },
  LEGAL_CASE_OPENED: { zh: '法律援助立案', en: 'Legal-aid case opened' },
  LEGAL_CASE_CLOSED: { zh: '法律援助结案', en: 'Legal-aid case closed' },
  WAGE_CLAIM_OPENED: { zh: '追讨欠薪立案', en: 'Wage claim opened' },
  WAGES_RECOVERED: { zh: '追回欠薪', en: 'Unpaid wages recovered' },
};

/** The details of a happening: the person, the employer, trade, course or case, and the amount. */
export interface HappeningParts {
  readonly kind: Happening;
  readonly person: string | null;
  readonly subject: string | null;
  readonly amountFen: bigint | null;
}

/** The details as text; a legal case shows its kind and number, never its content. */
export function detailOf({ kind, person, subject, amountFen }: HappeningParts): Bilingual {
  const amount = amountFen === null ? undefined : formatYuanGrouped(fen(amountFen));
  const isCase = kind === 'LEGAL_CASE_OPENED' || kind === 'LEGAL_CASE_CLOSED';
  const of = isCase ? caseSubject(subject) : { zh: subject ?? '', en: subject ?? '' };
  const parts = (words: string, yuan: string) =>
    [person ?? '', words, amount === undefined ? '' : `${amount}${yuan}`].filter((part) => part !== '').join(' · ');
  return { zh: parts(of.zh, ' 元'), en: parts(of.en, ' yuan') };
}

/** `ARBITRATION 法援-510101-2026-0001` as text. */
function caseSubject(subject: string | null): Bilingual {
  const [kind = '', number = ''] = (subject ?? '').split(' ');
  const known = legalCaseKind.safeParse(kind);
  if (!known.success) throw new Error(`not a kind of legal case: ${kind}`);
  const name = legalCaseKindNames[known.data];
  return { zh: `${name.zh} ${number}`, en: `${name.en} ${number}` };
}
