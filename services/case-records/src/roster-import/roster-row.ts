import { plainText, problem, type IdentityNumber, type LocalDate, type PhoneNumber, type Problem } from '@nuangong/primitives';
import { readName, type HouseholdFacts } from '../household/household.ts';
import { readCauses, readDibao, readHonour, readMigrant, isNo } from './read-answers.ts';
import { cutSaying, readAccount, readIdentity, readIncome, readPhones, readSize } from './read-numbers.ts';
import { cellReference, cellText, type RosterCell } from './roster-cell.ts';
import type { RosterField, RosterMapping } from './roster-columns.ts';
import { RowReader, type RowPlace } from './row-reader.ts';

export { cellText, type RosterCell } from './roster-cell.ts';

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
  /** The fields of which the row says something. */
  readonly stated: ReadonlySet<RosterField>;
}

const longestUnit = 100;
const longestRemark = 1000;

/**
 * Reads one row of a roster as a clerk would: full-width digits, spaces inside names, "5人", "0元", 是/√/Y, and says what
 * was read how. What cannot be read is refused, never guessed. Every reason against the row is given: NAME_MISSING,
 * LENGTH, FORMAT, REGION, BIRTH_DATE, CHECK_DIGIT, IDENTITY_LOST_AS_NUMBER, SEX_CONTRADICTS_IDENTITY,
 * INCOME_NOT_A_NUMBER, CELL_ERROR and others; of a row with more cells than headings only MORE_CELLS_THAN_HEADINGS, for
 * none of its cells need stand under its own heading.
 */
export function readRosterRow(
  cells: readonly RosterCell[],
  mapping: RosterMapping,
  today: LocalDate,
  place: RowPlace = {},
): RosterReading {
  const reader = new RowReader(cells, mapping, place);
  const name = readRowName(reader);
  const identity = readIdentity(reader, today);
  if (identity !== undefined) compareSex(reader, identity);
  const declaredSize = readSize(reader);
  const monthlyIncome = readIncome(reader);
  const causes = readCauses(reader);
  const answers = {
    dibaoStatus: readDibao(reader),
    migrantWorker: readMigrant(reader),
    modelWorkerHonour: readHonour(reader),
  };
  const { phone, rest } = readPhones(reader);
  const bankAccount = readAccount(reader);
  const unitName = readUnit(reader);
  const remark = readRemark(reader, rest);
  const whole = declaredSize !== undefined && monthlyIncome !== undefined && causes.length > 0;
  const facts = whole ? { unitName, remark, ...answers, declaredSize, monthlyIncome, causes } : undefined;
  const shifted = tooManyCells(cells, place);
  const { reasons, readings, stated } = reader;
  return { name, identity, phone, bankAccount, facts, readings, stated, reasons: shifted === undefined ? reasons : [shifted] };
}

/** What a name is written with: letters and characters of any script, digits of a namesake, dots, hyphen, apostrophe. */
const nameSigns = /^[\p{L}\p{M}\p{N}\p{Co} ·•・‧∙⋅.'’-]$/u;

function readRowName(reader: RowReader): string {
  const given = reader.given('NAME');
  if (given.unreadable || reader.refuseEmptyLookUp('NAME', given)) return '';
  const text = cellText(given.cell);
  const read = readName(text, 'NAME');
  if (!read.ok) {
    reader.reasons.push(...read.problems);
    return '';
  }
  const strange = [...read.value].find((character) => !nameSigns.test(character));
  if (strange !== undefined || !/[\p{L}\p{Co}]/u.test(read.value)) {
    const [zh, en] = strange === undefined ? ['没有文字', 'no letters'] : [`有“${strange}”，不是姓名用字`, `“${strange}”, which no name has`];
    reader.refuse('NAME_NOT_A_NAME', 'NAME', `${reader.at('NAME')} 姓名${zh}；照身份证填写`, `The name in ${reader.at('NAME')} has ${en}. Enter it from the identity card.`);
    return '';
  }
  if (read.value !== text) reader.say(`姓名“${text}”读作“${read.value}”`);
  return read.value;
}

function compareSex(reader: RowReader, identity: IdentityNumber): void {
  const { text } = reader.given('SEX');
  const written = text.startsWith('男') ? 'MALE' : text.startsWith('女') ? 'FEMALE' : undefined;
  if (written === undefined || written === identity.sex) return;
  reader.refuse(
    'SEX_CONTRADICTS_IDENTITY',
    'SEX',
    `性别写“${text}”，身份证号表示${identity.sex === 'MALE' ? '男' : '女'}；核对原件后改正其一`,
    'The sex written differs from what the identity number says. Check the original and correct one of them.',
  );
}

function readUnit(reader: RowReader): string {
  const given = reader.given('UNIT');
  if (given.unreadable || reader.refuseEmptyLookUp('UNIT', given)) return '';
  if (given.text === '' || /\p{L}/u.test(given.text)) return cutSaying(reader, 'UNIT', given.text, longestUnit);
  if (isNo(given.text)) {
    reader.say(`工作单位写“${given.text}”，按没有填写`);
    return '';
  }
  const at = reader.at('UNIT');
  reader.refuse('UNIT_NO_WORDS', 'UNIT', `${at} 工作单位不是文字；检查各列是否错位`, `Cell ${at} holds no words for a unit. Check whether the columns are shifted.`);
  return '';
}

function readRemark(reader: RowReader, more: string | undefined): string | null {
  const { text } = reader.given('REMARK');
  const remark = [text, more].filter((part) => part !== undefined && part !== '').join('；');
  return remark === '' ? null : cutSaying(reader, 'REMARK', remark, longestRemark);
}

/** A cell beyond the headings, or one field more than they have: a comma within a number moved all that follow. */
function tooManyCells(cells: readonly RosterCell[], { row, width }: RowPlace): Problem | undefined {
  if (width === undefined || cells.length <= width) return undefined;
  const first = cells.findIndex((cell, at) => at >= width && plainText(cellText(cell)) !== '');
  const where = row === undefined || first < 0 ? `第 ${width + 1} 格` : cellReference(first, row);
  return problem('MORE_CELLS_THAN_HEADINGS', {
    zh: `这一行比表头多出单元格（${where}），各列可能错位；金额中的逗号要去掉或整格加引号，表头之外的内容要删去`,
    en: `This row has more cells than the headings (${width}), so that its columns may be shifted. Remove commas from `
      + 'amounts or quote them, and remove what stands beyond the headings.',
  });
}
