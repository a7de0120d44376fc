import type { HardshipCause } from '@nuangong/events';
import {
  cutText,
  parseYuan,
  plainText,
  problem,
  readIdentityNumber,
  readPhone,
  withoutSpaces,
  type Fen,
  type IdentityNumber,
  type LocalDate,
  type PhoneNumber,
  type Problem,
} from '@nuangong/primitives';
import {
  highestIncome,
  readName,
  type DibaoStatus,
  type HouseholdFacts,
  type ModelWorkerHonour,
} from '../household/household.ts';
import { headUnderAge } from '../household/head-of-age.ts';
import type { RosterField, RosterMapping } from './roster-columns.ts';

/** A cell as staged: its words, or a number as the file holds it. */
export type RosterCell = string | { readonly number: string };

/** A row as read. `identity` is given wherever the number itself is right; the row is good when `reasons` is empty. */
export interface RosterReading {
  readonly name: string;
  readonly identity: IdentityNumber | undefined;
  readonly phone: PhoneNumber | undefined;
  readonly bankAccount: string | undefined;
  readonly facts: HouseholdFacts | undefined;
  readonly reasons: readonly Problem[];
  /** What was read otherwise than it is written, in words. */
  readonly readings: readonly string[];
}

interface Notes {
  readonly reasons: Problem[];
  readonly readings: string[];
}

/** The words of a cell. */
export function cellText(cell: RosterCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.number;
}

/**
 * Reads one row of a roster as a clerk would: full-width digits, spaces inside names, "5人", "0元", 是/√/Y, and says what
 * was read how. Every reason against the row is given: NAME_MISSING, LENGTH, FORMAT, REGION, BIRTH_DATE, CHECK_DIGIT,
 * IDENTITY_LOST_AS_NUMBER, SEX_CONTRADICTS_IDENTITY, INCOME_NOT_A_NUMBER and others.
 */
export function readRosterRow(cells: readonly RosterCell[], mapping: RosterMapping, today: LocalDate): RosterReading {
  const notes: Notes = { reasons: [], readings: [] };
  const cell = (field: RosterField): RosterCell | undefined => {
    const place = mapping[field];
    return place === undefined ? undefined : cells[place];
  };
  const text = (field: RosterField): string => plainText(cellText(cell(field)));
  const name = readRowName(cellText(cell('NAME')), notes);
  const identity = readRowIdentity(cell('IDENTITY'), today, notes);
  if (identity !== undefined) compareSex(text('SEX'), identity, notes);
  const declaredSize = readSize(text('HOUSEHOLD_SIZE'), notes);
  const monthlyIncome = readIncome(cell('INCOME'), notes);
  const causes = readCauses(text('CAUSES'), notes);
  const dibaoStatus = readDibao(text('DIBAO'), notes);
  const migrantWorker = readYesNo(text('MIGRANT'), '是否农民工', notes);
  const modelWorkerHonour = readHonour(text('MODEL_WORKER'), notes);
  const phone = readRowPhone(text('PHONE'), notes);
  const bankAccount = readRowAccount(cell('BANK_ACCOUNT'), notes);
  const remark = cutText(text('REMARK'), 1000);
  const rest = {
    unitName: cutText(text('UNIT'), 100),
    dibaoStatus,
    migrantWorker,
    modelWorkerHonour,
    remark: remark === '' ? null : remark,
  };
  const whole = declaredSize !== undefined && monthlyIncome !== undefined && causes.length > 0;
  const facts = whole ? { ...rest, declaredSize, monthlyIncome, causes } : undefined;
  return { name, identity, phone, bankAccount, facts, ...notes };
}

function readRowName(text: string, notes: Notes): string {
  const read = readName(text, 'NAME');
  if (!read.ok) {
    notes.reasons.push(...read.problems);
    return '';
  }
  if (read.value !== text) notes.readings.push(`姓名“${text}”读作“${read.value}”`);
  return read.value;
}

function readRowIdentity(cell: RosterCell | undefined, today: LocalDate, notes: Notes): IdentityNumber | undefined {
  const text = cellText(cell);
  if (
    (typeof cell === 'object' && withoutSpaces(text).length > 15) ||
    /^\d(?:\.\d+)?e\+?\d+$/i.test(withoutSpaces(text))
  ) {
    notes.reasons.push(
      problem(
        'IDENTITY_LOST_AS_NUMBER',
        {
          zh: '身份证号存成了数字，后几位已丢失；把该列设为文本格式，照原件重录',
          en: 'The identity number was stored as a number and lost its last digits. Enter it again as text.',
        },
        'IDENTITY',
      ),
    );
    return undefined;
  }
  const read = readIdentityNumber(text, { field: 'IDENTITY', bornOrKnownOn: today, aliveOn: today });
  if (!read.ok) {
    notes.reasons.push(...read.problems.map((each) => ({ ...each, code: each.code.replace(/^IDENTITY_/, '') })));
    return undefined;
  }
  const underAge = headUnderAge(read.value.birthDate, [], today, 'IDENTITY');
  if (underAge !== undefined) notes.reasons.push(underAge);
  if (read.value.number !== text) notes.readings.push('身份证号去掉空格和符号后读取');
  return read.value;
}

function compareSex(text: string, identity: IdentityNumber, notes: Notes): void {
  const written = text.startsWith('男') ? 'MALE' : text.startsWith('女') ? 'FEMALE' : undefined;
  if (written === undefined || written === identity.sex) return;
  notes.reasons.push(
    problem(
      'SEX_CONTRADICTS_IDENTITY',
      {
        zh: `性别写“${text}”，身份证号表示${identity.sex === 'MALE' ? '男' : '女'}；核对原件后改正其一`,
        en: 'The sex written differs from what the identity number says. Check the original and correct one of them.',
      },
      'SEX',
    ),
  );
}

function readSize(text: string, notes: Notes): number | undefined {
  const digits = /^(\d{1,2})(?:人|口|口人)?$/.exec(withoutSpaces(text))?.[1];
  const size = Number(digits);
  if (digits !== undefined && size >= 1 && size <= 30) {
    if (digits !== text) notes.readings.push(`家庭人口“${text}”读作 ${size}`);
    return size;
  }
  notes.reasons.push(
    problem(
      'SIZE_NOT_A_NUMBER',
      { zh: '家庭人口应为 1 至 30 的整数，改写后重录', en: 'The size of the household must be a number from 1 to 30.' },
      'HOUSEHOLD_SIZE',
    ),
  );
  return undefined;
}

function readIncome(cell: RosterCell | undefined, notes: Notes): Fen | undefined {
  const text = cellText(cell);
  const plain = typeof cell === 'object' && /e/i.test(text) ? String(Number(text)) : text;
  const read = parseYuan(plain, { field: 'INCOME', max: highestIncome });
  if (!read.ok) {
    notes.reasons.push(...read.problems.map((each) => ({ ...each, code: each.code.replace(/^AMOUNT_/, 'INCOME_') })));
    return undefined;
  }
  if (!/^\d+(?:\.\d+)?$/.test(text))
    notes.readings.push(`月人均收入“${text.trim()}”读作 ${Number(read.value) / 100} 元`);
  return read.value;
}

const causeWords: readonly (readonly [RegExp, HardshipCause])[] = [
  [/大病|患病|疾病|重病|癌|尿毒/, 'MAJOR_ILLNESS'],
  [/残疾|伤残/, 'DISABILITY'],
  [/上学|读书|就学|助学|在读|学费/, 'SCHOOLING'],
  [/意外|事故|车祸|工伤/, 'ACCIDENT'],
  [/火灾|水灾|洪灾|地震|自然灾害|旱灾|雪灾/, 'DISASTER'],
  [/失业|下岗|停产/, 'UNEMPLOYMENT'],
  [/丧偶|变故|单亲|去世/, 'FAMILY_CHANGE'],
  [/欠薪|拖欠/, 'UNPAID_WAGES'],
];

function readCauses(text: string, notes: Notes): readonly HardshipCause[] {
  const words = text.split(/[、,，;；/和及\s]+/).filter((word) => word !== '');
  if (words.length === 0) {
    notes.reasons.push(
      problem(
        'CAUSES_MISSING',
        { zh: '致困原因没有填写，补填后重录', en: 'The cause of hardship is missing; fill it in.' },
        'CAUSES',
      ),
    );
    return [];
  }
  const causes = words.flatMap((word) =>
    causeWords.filter(([pattern]) => pattern.test(word)).map(([, cause]) => cause),
  );
  if (causes.length > 0) return [...new Set(causes)];
  // Not in the clerk's own words: they may tell of somebody's health, and what was read is kept in plain.
  notes.readings.push('致困原因所写不在九类之内，读作其他');
  return ['OTHER'];
}

function readDibao(text: string, notes: Notes): DibaoStatus {
  if (/边缘/.test(text)) return 'MARGINAL';
  if (/^(?:是|有|√|✓|Y|YES|1|低保|低保户|享受)$/i.test(text)) return 'DIBAO';
  if (!isNo(text)) notes.readings.push(`是否低保“${text}”读作否`);
  return 'NONE';
}

function readYesNo(text: string, what: string, notes: Notes): boolean {
  if (/^(?:是|有|√|✓|Y|YES|1|农民工)$/i.test(text)) return true;
  if (!isNo(text)) notes.readings.push(`${what}“${text}”读作否`);
  return false;
}

function isNo(text: string): boolean {
  return /^(?:|否|无|没有|×|x|N|NO|0|-|\/|不是)$/i.test(text);
}

function readHonour(text: string, notes: Notes): ModelWorkerHonour {
  if (/全国|国家/.test(text)) return 'NATIONAL';
  if (/省/.test(text)) return 'PROVINCIAL';
  if (/市/.test(text)) return 'CITY';
  if (!isNo(text)) notes.readings.push(`劳模“${text}”不是全国、省、市级，读作无`);
  return 'NONE';
}

function readRowPhone(text: string, notes: Notes): PhoneNumber | undefined {
  if (text === '') return undefined;
  const read = readPhone(text, { field: 'PHONE' });
  if (read.ok) return read.value;
  notes.readings.push('联系电话读不出，未录入');
  return undefined;
}

function readRowAccount(cell: RosterCell | undefined, notes: Notes): string | undefined {
  const account = withoutSpaces(cellText(cell)).replace(/^'/, '').replaceAll('-', '');
  if (account === '') return undefined;
  if (/^\d{8,32}$/.test(account) && !(typeof cell === 'object' && account.length > 15)) return account;
  notes.reasons.push(
    problem(
      'BANK_ACCOUNT_FORMAT',
      {
        zh: '银行卡号应为 8 至 32 位数字；把该列设为文本格式，照银行卡重录',
        en: 'A bank account has 8 to 32 digits. Format the column as text and enter it from the card.',
      },
      'BANK_ACCOUNT',
    ),
  );
  return undefined;
}
