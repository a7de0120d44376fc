import {
  plainText,
  problem,
  type IdentityNumber,
  type LocalDate,
  type PhoneNumber,
  type Problem,
} from '@nuangong/primitives';
import type { HouseholdFacts } from '../household/household.ts';
import { readDibao, readHonour, isNo } from './read-answers.ts';
import { readCauses } from './read-causes.ts';
import { cutSaying, readAccount, readIdentity, readIncome, readPhones, readSize } from './read-numbers.ts';
import { readRowName } from './read-row-name.ts';
import { readStanding } from './read-standing.ts';
import { cellReference, cellText, type RosterCell } from './roster-cell.ts';
import type { RosterField, RosterMapping } from './roster-columns.ts';
import { RowReader, type RowPlace } from './row-reader.ts';

export { cellText, type RosterCell } from './roster-cell.ts';

/** A row as read. `identity` is set whenever the number itself is valid; the row is valid if `reasons` is empty. */
export interface RosterReading {
  readonly name: string;
  readonly identity: IdentityNumber | undefined;
  readonly phone: PhoneNumber | undefined;
  readonly bankAccount: string | undefined;
  readonly facts: HouseholdFacts | undefined;
  readonly reasons: readonly Problem[];
  /** Notes on what was read differently from how it is written. */
  readonly readings: readonly string[];
  /** The fields whose cells are not blank. */
  readonly stated: ReadonlySet<RosterField>;
}

const longestUnit = 100;
const longestRemark = 1000;

/**
 * Reads one row of a roster as a clerk would: full-width digits, spaces inside names, "5人", "0元", 是/√/Y, with a note on
 * each such reading. What cannot be read is refused, never guessed. Gives every reason against the row: NAME_MISSING,
 * LENGTH, FORMAT, REGION, BIRTH_DATE, CHECK_DIGIT, IDENTITY_LOST_AS_NUMBER, SEX_CONTRADICTS_IDENTITY,
 * INCOME_NOT_A_NUMBER, CELL_ERROR and others. A row that is not a household of its own gets only that reason: more
 * cells than headings (values may be misplaced), a name merged with another row's, or a member's row.
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
  const perCapitaIncome = readIncome(reader);
  const causes = readCauses(reader);
  const answers = {
    dibaoStatus: readDibao(reader),
    ...readStanding(reader),
    modelWorkerHonour: readHonour(reader),
  };
  const { phone, rest } = readPhones(reader);
  const bankAccount = readAccount(reader);
  const unitName = readUnit(reader);
  const remark = readRemark(reader, rest);
  const whole = declaredSize !== undefined && perCapitaIncome !== undefined && causes.length > 0;
  const facts = whole ? { unitName, remark, ...answers, declaredSize, perCapitaIncome, causes } : undefined;
  const other = tooManyCells(cells, place) ?? mergedPerson(reader, cells, mapping) ?? readRelation(reader);
  const { reasons, readings, stated } = reader;
  return {
    name,
    identity,
    phone,
    bankAccount,
    facts,
    readings,
    stated,
    reasons: other === undefined ? reasons : [other],
  };
}

function compareSex(reader: RowReader, identity: IdentityNumber): void {
  const { text } = reader.given('SEX');
  const written = /^男[^女]*$/.test(text) ? 'MALE' : /^女[^男]*$/.test(text) ? 'FEMALE' : undefined;
  if (written === undefined || written === identity.sex) return;
  reader.refuse(
    'SEX_CONTRADICTS_IDENTITY',
    'SEX',
    `性别写“${text}”，身份证号表示${identity.sex === 'MALE' ? '男' : '女'}；核对原件后改正其一`,
    'The sex given differs from the identity number. Check the original and correct one of them.',
  );
}

function readUnit(reader: RowReader): string {
  const given = reader.given('UNIT');
  if (given.unreadable || reader.refuseEmptyLookUp('UNIT', given)) return '';
  if (given.text === '' || (/\p{L}/u.test(given.text) && !/^[x无]$/i.test(given.text)))
    return cutSaying(reader, 'UNIT', given.text, longestUnit);
  if (isNo(given.text)) {
    reader.say(`工作单位写“${given.text}”，按没有填写`);
    return '';
  }
  const at = reader.at('UNIT');
  reader.refuse(
    'UNIT_NO_WORDS',
    'UNIT',
    `${at} 工作单位不是文字；检查各列是否错位`,
    `Cell ${at} does not name a unit. Check whether the columns are shifted.`,
  );
  return '';
}

function readRemark(reader: RowReader, more: string | undefined): string | null {
  const { text } = reader.given('REMARK');
  const remark = [text, more].filter((part) => part !== undefined && part !== '').join('；');
  return remark === '' ? null : cutSaying(reader, 'REMARK', remark, longestRemark);
}

/** A row whose name, number or size is merged with the row above belongs to that household, as a member. */
function mergedPerson(reader: RowReader, cells: readonly RosterCell[], mapping: RosterMapping): Problem | undefined {
  const merged = (['NAME', 'IDENTITY', 'HOUSEHOLD_SIZE'] as const).flatMap((field) => {
    const cell = cells[mapping[field] ?? -1];
    return typeof cell === 'object' && cell.from !== undefined ? [{ field, from: cell.from }] : [];
  })[0];
  if (merged === undefined) return undefined;
  const { field, from } = merged;
  return problem(
    'MERGED_PERSON',
    {
      zh: `${reader.name(field)}与 ${from} 合并，这一行不是单独一户；是另一户的，取消合并后写明`,
      en: `This row shares ${from} with the row above, so it is not a separate household. If it is one, unmerge the cell and fill it in.`,
    },
    field,
  );
}

const head = /^(?:户主|本人|户主本人|本人户主|本人\(户主\)|户主\(本人\)|自己)$/;

/** In a roster with a row per person, only the head's row is a household. */
function readRelation(reader: RowReader): Problem | undefined {
  if (!reader.has('RELATION')) return undefined;
  const { text, unreadable } = reader.given('RELATION');
  if (unreadable || head.test(text)) return undefined;
  if (text === '') {
    reader.say('与户主关系没有填写，按户主读');
    return undefined;
  }
  if (!/\p{L}/u.test(text)) {
    const at = reader.at('RELATION');
    reader.refuse(
      'RELATION_UNCLEAR',
      'RELATION',
      `${at} 与户主关系写“${text}”，看不出是谁；户主写“本人”`,
      `Cell ${at} says “${text}”, which is not a relation. Enter 本人 for the head.`,
    );
    return undefined;
  }
  return problem(
    'MEMBER_ROW',
    {
      zh: `这一行是家庭成员（“${text}”），不单独成户；名册一户一行，成员在该户的档案里登记`,
      en: `This row is a household member (“${text}”), not a separate household. A roster has one row per household; enter members in the household’s file.`,
    },
    'RELATION',
  );
}

/** A row with more cells than headings: a comma within a number may have shifted all that follow. */
function tooManyCells(cells: readonly RosterCell[], { row, width }: RowPlace): Problem | undefined {
  if (width === undefined || cells.length <= width) return undefined;
  const first = cells.findIndex((cell, at) => at >= width && plainText(cellText(cell)) !== '');
  const where = row === undefined || first < 0 ? `第 ${width + 1} 格` : cellReference(first, row);
  return problem('MORE_CELLS_THAN_HEADINGS', {
    zh: `这一行比表头多出单元格（${where}），各列可能错位；金额中的逗号要去掉或整格加引号，表头之外的内容要删去`,
    en: `This row has more cells than there are headings (${width}), so its columns may be shifted. Remove commas from amounts or quote them, and remove cells beyond the headings.`,
  });
}
