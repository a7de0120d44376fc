import { problem, type Problem } from '@nuangong/primitives';
import { readName } from '../person/read-name.ts';
import { cellText } from './roster-cell.ts';
import type { RowReader } from './row-reader.ts';

/** Digits that a name cannot have. Up to four at its end are allowed, to distinguish namesakes: 张三2. */
const digitsWithin = /^\d|\d\D|\d{5}/;
/** Not a name, part of a name, or a form's example. */
const notGiven =
  /^(?:无|无名|不详|未知|未填|待补|待定|空|姓名|户主|户主姓名|示例|样例|例如|某+|null|none|n\/?a)$|^\p{Script=Han}某{1,2}$|\p{Script=Han}[xo]+$/iu;
const twoNames = /^(\p{Script=Han}{2,4})\s+\p{Script=Han}{2,4}$/u;
/** Surnames of two characters; a space after one does not separate two people. */
const longSurnames =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|长孙|宇文|司徒|端木|夏侯|独孤|南宫|轩辕|闻人|澹台|公冶|赫连|申屠|太史|钟离|完颜)$/;

/**
 * The name of a row's person, of letters and signs allowed in names; notes what is read differently from how it is
 * written.
 */
export function readRowName(reader: RowReader): string {
  const given = reader.given('NAME');
  if (given.unreadable || reader.refuseEmptyLookUp('NAME', given)) return '';
  const text = cellText(given.cell);
  const at = reader.at('NAME');
  const refuse = (code: string, zh: string, en: string): string => {
    reader.refuse(code, 'NAME', `${at} 姓名${zh}`, `The name in ${at} ${en}`);
    return '';
  };
  const first = twoNames.exec(text.trim())?.[1];
  if (first !== undefined && !longSurnames.test(first)) {
    const zh = '像是两个名字；一行写一人，少数民族姓名中间写“·”';
    return refuse('NAME_TWO', zh, 'looks like two. Write one person a row, and a dot within a name.');
  }
  const read = readName(text, 'NAME');
  if (!read.ok) {
    const placed = ({ code, message }: Problem): Problem =>
      code === 'NAME_NOT_A_NAME'
        ? problem(code, { zh: `${at} ${message.zh}`, en: `${at}: ${message.en}` }, 'NAME')
        : problem(code, message, 'NAME');
    reader.reasons.push(...read.problems.map(placed));
    return '';
  }
  const name = read.value;
  if (digitsWithin.test(name))
    return refuse('NAME_NOT_A_NAME', '里有数字；照身份证填写', 'has digits. Enter it from the identity card.');
  if (notGiven.test(name))
    return refuse(
      'NAME_NOT_GIVEN',
      `“${name}”不是全名；照身份证填写`,
      `is not the whole name (“${name}”). Enter it from the identity card.`,
    );
  if (name !== text) reader.say(`姓名“${text}”读作“${name}”`);
  if (/\p{Script=Han}/u.test(name) && /[a-z]/i.test(name)) reader.say(`姓名“${name}”中有字母，照身份证核对`);
  return name;
}
