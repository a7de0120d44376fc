import type { HardshipCause } from '@nuangong/events';
import { cutText } from '@nuangong/primitives';
import type { DibaoStatus, ModelWorkerHonour } from '../household/household.ts';
import type { RosterField } from './roster-columns.ts';
import type { RowReader } from './row-reader.ts';

const longestQuote = 30;
const quoted = (text: string): string => `“${cutText(text, longestQuote)}”`;

/** 是（省内）, 否，已就业: an answer with a remark after it. */
const withRemark = /^(.*?)(?:[([【].*|[,，;；:：、。\s].*)$/;

type Answer = 'YES' | 'NO' | undefined;

const no = /^(?:|否|无|没有|×|x|✗|✘|n|no|0|-+|\/+|不是|非|未|不|假|f|false)$/i;
const yes = /^(?:是|有|√|✓|✔|☑|v|y|yes|1|对|真|t|true)$/i;

/** Whether a text plainly says no, or nothing. */
export function isNo(text: string): boolean {
  return no.test(text);
}

/** A plain yes or no, whatever remark follows it. */
function answerOf(text: string): Answer {
  const bare = no.test(text) || yes.test(text) ? text : (withRemark.exec(text)?.[1] ?? text).trim();
  if (bare === '' && text !== '') return undefined;
  if (yes.test(bare)) return 'YES';
  return no.test(bare) ? 'NO' : undefined;
}

/** 非低保, 未享受, 不是农民工: the thing itself denied. */
const denied = /^(?:否|非|不|未|无|没)/;
/** It was so, or is not settled: nothing that can be read as yes or no. */
const unsettled = /原|曾|取消|停发|停保|申请|待|拟|不详|不清|未知|\?/;

function refuseAnswer(reader: RowReader, field: RosterField, text: string, choices: string): void {
  reader.refuse(
    'ANSWER_UNCLEAR',
    field,
    `${reader.at(field)} ${reader.name(field)}写${quoted(text)}，看不出答案；改为${choices}`,
    `${reader.at(field)} says ${quoted(text)}, which is no clear answer. Enter a plain yes or no, or the level.`,
  );
}

/** 低保: yes, no, or on its margin (低保边缘). */
export function readDibao(reader: RowReader): DibaoStatus {
  const { text, unreadable } = reader.given('DIBAO');
  if (unreadable) return 'NONE';
  const status = dibaoOf(text);
  if (status === undefined) {
    refuseAnswer(reader, 'DIBAO', text, '“是”“否”或“边缘户”');
    return 'NONE';
  }
  const plainly = { DIBAO: /^(?:是|有|√|✓|y|yes|1|低保|低保户|享受)$/i, MARGINAL: /边缘/, NONE: no }[status];
  if (!plainly.test(text)) reader.say(`是否低保${quoted(text)}读作${{ DIBAO: '是', MARGINAL: '低保边缘', NONE: '否' }[status]}`);
  return status;
}

function dibaoOf(text: string): DibaoStatus | undefined {
  const answer = answerOf(text);
  if (answer === 'NO') return 'NONE';
  if (unsettled.test(text)) return undefined;
  if (denied.test(text)) return /低保|享受|边缘/.test(text) ? 'NONE' : undefined;
  if (/边缘|低边/.test(text)) return 'MARGINAL';
  if (answer === 'YES' || /低保|享受|最低生活保障/.test(text)) return 'DIBAO';
  return undefined;
}

/** 农民工: yes or no. */
export function readMigrant(reader: RowReader): boolean {
  const { text, unreadable } = reader.given('MIGRANT');
  if (unreadable) return false;
  const answer = migrantOf(text);
  if (answer === undefined) refuseAnswer(reader, 'MIGRANT', text, '“是”或“否”');
  else if (!no.test(text) && !yes.test(text) && text !== '农民工') {
    reader.say(`是否农民工${quoted(text)}读作${answer === 'YES' ? '是' : '否'}`);
  }
  return answer === 'YES';
}

function migrantOf(text: string): Answer {
  const answer = answerOf(text);
  if (answer !== undefined || unsettled.test(text)) return answer;
  if (!/农民工|务工/.test(text)) return undefined;
  return denied.test(text) ? 'NO' : 'YES';
}

const modelWorker = /劳模|劳动模范|先进工作者/;
const levels: readonly (readonly [RegExp, ModelWorkerHonour])[] = [
  [/全国|国家/, 'NATIONAL'],
  [/省|部级|自治区/, 'PROVINCIAL'],
  [/市|州|地区/, 'CITY'],
];

/** Honours: the level of a model worker; other honours, and a county's, are none of the three and said so. */
export function readHonour(reader: RowReader): ModelWorkerHonour {
  const { text, unreadable } = reader.given('MODEL_WORKER');
  if (unreadable || isNo(text)) return 'NONE';
  const level = levels.find(([pattern]) => pattern.test(text))?.[1];
  const isLevelAlone = /^(?:全国|国家|省|部|省部|自治区|市|州|地区|县|区)级?(?:以上)?$/.test(text);
  if (denied.test(text) && modelWorker.test(text)) return 'NONE';
  if (unsettled.test(text) || (level === undefined && (yes.test(text) || /^(?:劳模|劳动模范)$/.test(text)))) {
    refuseAnswer(reader, 'MODEL_WORKER', text, '“全国劳模”“省劳模”“市劳模”或“无”');
    return 'NONE';
  }
  if (level !== undefined && (isLevelAlone || modelWorker.test(text))) return level;
  reader.say(`${quoted(text)}不是全国、省、市级劳模，未记为劳模`);
  return 'NONE';
}

const causeWords: readonly (readonly [RegExp, HardshipCause])[] = [
  [/大病|患病|疾病|重病|癌|尿毒/, 'MAJOR_ILLNESS'],
  [/残疾|伤残/, 'DISABILITY'],
  [/上学|读书|就学|助学|在读|学费/, 'SCHOOLING'],
  [/意外|事故|车祸|工伤/, 'ACCIDENT'],
  [/火灾|水灾|洪灾|地震|自然灾害|旱灾|雪灾/, 'DISASTER'],
  [/失业|下岗|停产|无业|无工作|没有工作/, 'UNEMPLOYMENT'],
  [/丧偶|变故|单亲|去世/, 'FAMILY_CHANGE'],
  [/欠薪|拖欠/, 'UNPAID_WAGES'],
];

/** 无大病, 没有人患病, 非残疾: the cause denied. 无业 and 未成年 are none of these. */
const deniedCause =
  /(?:无|没有|没|未|非|不是|不属于?|不存在|不)(?:家人|人|任何|重大|明显|发生|出现|患)?(?:大病|病|患|疾|癌|残|伤残|上学|读书|就学|意外|事故|车祸|工伤|灾|失业|下岗|变故|欠薪|拖欠|困难)/;

/** The causes of hardship in a cell; what is in none of the eight classes is 其他, and a denied one is no cause. */
export function readCauses(reader: RowReader): readonly HardshipCause[] {
  const given = reader.given('CAUSES');
  if (given.unreadable || reader.refuseEmptyLookUp('CAUSES', given)) return [];
  const words = given.text.split(/[、,，;；/和及\s]+/).filter((word) => word !== '');
  const said = words.filter((word) => !isNo(word) && !deniedCause.test(word));
  if (said.length === 0) {
    const why = words.length === 0 ? '没有填写' : '只写了没有的原因';
    reader.refuse('CAUSES_MISSING', 'CAUSES', `致困原因${why}，补填后重录`, 'The cause of hardship is missing; fill it in.');
    return [];
  }
  // Not in the clerk's own words: they may tell of somebody's health, and what was read is kept in plain.
  if (said.length < words.length) reader.say('致困原因中否定的说法未计入');
  const causes = said.flatMap((word) => causeWords.filter(([pattern]) => pattern.test(word)).map(([, cause]) => cause));
  if (causes.length > 0) return [...new Set(causes)];
  if (!/\p{L}/u.test(said.join(''))) {
    const at = reader.at('CAUSES');
    reader.refuse('CAUSES_NO_WORDS', 'CAUSES', `${at} 致困原因不是文字；检查各列是否错位`, `Cell ${at} holds no words for a cause. Check whether the columns are shifted.`);
    return [];
  }
  reader.say('致困原因所写不在九类之内，读作其他');
  return ['OTHER'];
}
