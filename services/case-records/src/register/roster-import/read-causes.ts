import type { HardshipCause } from '@nuangong/events';
import { isNo } from './read-answers.ts';
import type { RowReader } from './row-reader.ts';

const causeWords: readonly (readonly [RegExp, HardshipCause])[] = [
  [/大病|患病|疾病|重病|癌|尿毒|因病(?!故|去世|逝|亡)/, 'MAJOR_ILLNESS'],
  [/残疾|伤残|因残/, 'DISABILITY'],
  [/上学|读书|就学|助学|在读|学费|因学/, 'SCHOOLING'],
  [/意外|事故|车祸|工伤/, 'ACCIDENT'],
  [/火灾|水灾|洪灾|地震|自然灾害|旱灾|雪灾|因灾|受灾/, 'DISASTER'],
  [/失业|下岗|停产|无业|待业|无工作|没有工作/, 'UNEMPLOYMENT'],
  [/丧偶|变故|单亲|去世/, 'FAMILY_CHANGE'],
  [/欠薪|拖欠/, 'UNPAID_WAGES'],
];

const nouns = '大病|病|患|疾|癌|残|伤残|上学|读书|就学|意外|事故|车祸|工伤|灾|失业|下岗|变故|欠薪|拖欠|困难';

/** 无大病, 没有人患病, 非残疾: a negated cause. 无业 and 未成年 are not negations. */
const deniedCause = new RegExp(
  `(?:无|没有|没|未|非|不是|不属于?|不存在|不)(?:家人|人|任何|重大|明显|发生|出现|患|因)?(?:${nouns})`,
);
/** 大病：无, 残疾(否): negated after the cause. */
const deniedBehind = /[^无没未][:：(（]?(?:无|否|没有|[×✕✖✗])[)）]?$/;
/** 无大病和残疾: unclear whether the second is negated too. */
const deniedTogether =
  /(?:无|没有|没|未|非|不是)[^、,，;；/和及与或\s]*(?:病|残疾|伤残|意外|事故|灾害?)[和及与、/]+(?:大病|重病|重大疾病|疾病|残疾|伤残|意外|事故|灾害)(?=$|[、,，;；/和及与或\s])/;
/** In the past, possible, or unknown. */
const unsettledCause = /曾|疑似|待(?!业|岗|遇)|痊愈|治愈|康复|不详|不清楚|未知|除外|\?/;
/** An insurance is not the event that it insures against. */
const insurance = /(?:大病|疾病|意外|伤害|工伤|失业|医疗|养老)+保?险/g;
/** Says that there is a cause, or none, but not which. */
const saysNothing =
  /^(?:是|有|√|✓|y|yes|[a-z]|(?:详?见|见)备注|详见.*|(?:身体)?(?:健康|良好|正常|一般)|未?参加|未?参保)$/i;

/** The causes of hardship in a cell; a cause outside the eight classes is 其他, and a negated one is left out. */
export function readCauses(reader: RowReader): readonly HardshipCause[] {
  const given = reader.given('CAUSES');
  if (given.unreadable || reader.refuseEmptyLookUp('CAUSES', given)) return [];
  const isDoubtful = deniedTogether.test(given.text) || (/[√✓✔]/.test(given.text) && /[×✕✖✗]/.test(given.text));
  if (isDoubtful || unsettledCause.test(given.text)) return refuseDoubtful(reader);
  const words = given.text.split(/[、,，;；/和及\s]+/).filter((word) => word !== '');
  const said = words.map((word) => word.replaceAll(insurance, '')).filter(isCause);
  if (said.length === 0) {
    const why = words.length === 0 ? '没有填写' : '没有写明，或只写了没有的原因';
    reader.refuse(
      'CAUSES_MISSING',
      'CAUSES',
      `致困原因${why}，补填后重录`,
      'The cause of hardship is missing; fill it in.',
    );
    return [];
  }
  // Does not quote the clerk: the words may reveal somebody's health, and these notes are stored unsealed.
  if (said.length < words.length) reader.say('致困原因中否定的说法和没有说明原因的字未计入');
  const causes = said.flatMap((word) => causeWords.filter(([pattern]) => pattern.test(word)).map(([, cause]) => cause));
  if (causes.length > 0) return [...new Set(causes)];
  if (!/\p{L}/u.test(said.join(''))) {
    const at = reader.at('CAUSES');
    reader.refuse(
      'CAUSES_NO_WORDS',
      'CAUSES',
      `${at} 致困原因不是文字；检查各列是否错位`,
      `Cell ${at} does not name a cause of hardship. Check whether the columns are shifted.`,
    );
    return [];
  }
  reader.say('致困原因所写不在九类之内，读作其他');
  return ['OTHER'];
}

const isCause = (word: string): boolean =>
  word !== '' && !isNo(word) && !deniedCause.test(word) && !deniedBehind.test(word) && !saysNothing.test(word);

function refuseDoubtful(reader: RowReader): readonly HardshipCause[] {
  const at = reader.at('CAUSES');
  reader.refuse(
    'CAUSES_UNCLEAR',
    'CAUSES',
    `${at} 致困原因看不出现在有没有；只写现有的原因，没有的不写`,
    `It is unclear which causes in ${at} apply now. Enter only those that apply.`,
  );
  return [];
}
