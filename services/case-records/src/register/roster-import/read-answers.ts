import { cutText } from '@nuangong/primitives';
import type { DibaoStatus, ModelWorkerHonour } from '../household/household.ts';
import type { RosterField } from './roster-columns.ts';
import type { RowReader } from './row-reader.ts';

const longestQuote = 30;
const quoted = (text: string): string => `“${cutText(text, longestQuote)}”`;

/** 是（省内）, 否，已就业: an answer with a remark after it. */
const withRemark = /^(.*?)(?:[([【].*|[,，;；:：、。\s].*)$/;

type Answer = 'YES' | 'NO' | undefined;

const no = /^(?:|否|无|没有|没|[×xхχ✗✘✕✖╳]|n|no|0|-+|\/+|不是|非|未|不|假|f|false)$/i;
const yes = /^(?:是|有|√|✓|✔|☑|v|y|yes|1|对|真|t|true)$/i;

/** Whether a text plainly says no, or nothing. */
export function isNo(text: string): boolean {
  return no.test(text);
}

/** A plain yes or no, ignoring a remark after it. */
function answerOf(text: string): Answer {
  const bare = no.test(text) || yes.test(text) ? text : (withRemark.exec(text)?.[1] ?? text).trim();
  if (bare === '' && text !== '') return undefined;
  if (yes.test(bare)) return 'YES';
  return no.test(bare) ? 'NO' : undefined;
}

/** 非低保, 未享受, 不是农民工: a negated term. */
const denied = /^(?:否|非|不|未|无|没)/;
/** In the past, or not settled: cannot be read as yes or no. */
const unsettled = /原|曾|取消|停发|停保|申请|待|拟|不详|不清|未知|\?/;
/** Only part of the household, or a year that may be over. */
const partly = /部分|个别|家属|配偶|妻|丈夫|子女|儿子|女儿|父|母|成员|(?:19|20)\d\d(?!.*(?:起|至今|以来))/;
/** Not dibao, but on its margin. */
const onlyMarginal = /^.[^非不未无没原曾]*(?:边缘|低边)/;

/** Refuses a cell without a clear answer and names the choices. */
export function refuseAnswer(reader: RowReader, field: RosterField, text: string, choices: string): void {
  reader.refuse(
    'ANSWER_UNCLEAR',
    field,
    `${reader.at(field)} ${reader.name(field)}写${quoted(text)}，看不出答案；改为${choices}`,
    `${reader.at(field)} says ${quoted(text)}, which is no clear answer. Enter a plain yes or no, or the level.`,
  );
}

/** 低保: yes, no, or marginal (低保边缘). */
export function readDibao(reader: RowReader): DibaoStatus {
  const { text, unreadable } = reader.given('DIBAO');
  if (unreadable) return 'NONE';
  const status = dibaoOf(text);
  if (status === undefined) {
    refuseAnswer(reader, 'DIBAO', text, '“是”“否”或“边缘户”');
    return 'NONE';
  }
  const plainly = {
    RECEIVING: /^(?:是|有|√|✓|y|yes|1|低保|低保户|享受)$/i,
    MARGINAL: /^(?:低保)?边缘(?:户|家庭)?$/,
    NONE: no,
  }[status];
  if (!plainly.test(text))
    reader.say(`是否低保${quoted(text)}读作${{ RECEIVING: '是', MARGINAL: '低保边缘', NONE: '否' }[status]}`);
  return status;
}

function dibaoOf(text: string): DibaoStatus | undefined {
  const answer = answerOf(text);
  if (answer === 'NO') return onlyMarginal.test(text) ? 'MARGINAL' : 'NONE';
  if (unsettled.test(text) || (answer === undefined && partly.test(text))) return undefined;
  if (denied.test(text)) return /低保|享受|边缘/.test(text) ? 'NONE' : undefined;
  if (/边缘|低边/.test(text)) return 'MARGINAL';
  if (answer === 'YES' || /低保|享受|最低生活保障/.test(text)) return 'RECEIVING';
  return undefined;
}

/** 农民工: yes or no; undefined if the cell gives no clear answer. */
export function readMigrant(reader: RowReader): boolean | undefined {
  const { text, unreadable } = reader.given('MIGRANT');
  if (unreadable || text === '') return undefined;
  const answer = migrantOf(text);
  if (answer === undefined) {
    refuseAnswer(reader, 'MIGRANT', text, '“是”或“否”');
    return undefined;
  }
  if (!no.test(text) && !yes.test(text) && text !== '农民工') {
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
const levels: Readonly<Record<string, ModelWorkerHonour>> = {
  全国: 'NATIONAL',
  国家: 'NATIONAL',
  省: 'PROVINCIAL',
  部: 'PROVINCIAL',
  自治区: 'PROVINCIAL',
  市: 'CITY',
  州: 'CITY',
  地区: 'CITY',
};
/** An honour's level is the word right before it: 贵州省贵阳市劳模 is the city's, 市中区劳模 a district's. */
const levelBefore =
  /(全国|国家|省部?|部|自治区|(?<!贵)州|地区|(?<!县级)市|盟|县|区|旗|厂|矿|公司|乡|镇|街道)级?(?:优秀|特等)?$/;
const anyLevel = /全国|国家|省|部级|自治区|(?<!贵)州|(?<!县级)市/g;
const ranks: readonly ModelWorkerHonour[] = ['NATIONAL', 'PROVINCIAL', 'CITY', 'NONE'];

/** The level of one honour; undefined if its words leave it open. */
function levelOf(honour: string): ModelWorkerHonour | undefined {
  const before = honour.slice(0, modelWorker.exec(honour)?.index);
  const own = levelBefore.exec(before)?.[1];
  if (own !== undefined) return levels[own] ?? levels[own.slice(0, 1)] ?? 'NONE';
  const named = new Set(Array.from(before.matchAll(anyLevel), ([word]) => levels[word] ?? 'PROVINCIAL'));
  return named.size === 1 ? [...named][0] : undefined;
}

/** The highest level among model-worker honours; NONE, with a note, for other honours and those below city level. */
export function readHonour(reader: RowReader): ModelWorkerHonour {
  const { text, unreadable } = reader.given('MODEL_WORKER');
  if (unreadable || isNo(text)) return 'NONE';
  if (denied.test(text) && modelWorker.test(text)) return 'NONE';
  const isLevelAlone = /^(?:全国|国家|省|部|省部|自治区|市|州|地区|县|区)级?(?:以上)?$/.test(text);
  const honours = isLevelAlone
    ? [text.replace('以上', '')]
    : text.split(/[、,，;；()\s]+/).filter((honour) => modelWorker.test(honour));
  const read = honours.map(levelOf);
  if (unsettled.test(text) || yes.test(text) || read.includes(undefined)) {
    refuseAnswer(reader, 'MODEL_WORKER', text, '“全国劳模”“省劳模”“市劳模”或“无”');
    return 'NONE';
  }
  const highest = ranks.find((rank) => read.includes(rank)) ?? 'NONE';
  if (highest === 'NONE') reader.say(`${quoted(text)}不是全国、省、市级劳模，未记为劳模`);
  return highest;
}
