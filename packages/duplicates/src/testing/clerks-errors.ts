import chineseDays from 'chinese-days';
import type { PersonRecord } from '../person-record.ts';
import { accountOf, counties, mobileOf, numberOf, placeIn, unitIn, type Sex } from './invented-register.ts';
import type { Random } from './random.ts';

/** How a clerk enters a person a second time, with one kind of error. */
export type ClerksError = (person: PersonRecord, random: Random) => PersonRecord;

function replaceAt(text: string, at: number, sign: string): string {
  return text.slice(0, at) + sign + text.slice(at + 1);
}

function otherDigit(random: Random, text: string, from = 0, to = text.length): string {
  const at = from + random.below(to - from);
  return replaceAt(text, at, String((Number(text[at]) + 1 + random.below(9)) % 10));
}

function exchangeDigits(random: Random, text: string, from: number, to: number): string {
  for (let attempt = 0; attempt < 20; attempt++) {
    const at = from + random.below(to - from - 1);
    if (text[at] !== text[at + 1])
      return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  }
  return text;
}

const homophones = [
  '伟玮炜',
  '静婧靖',
  '芳方坊',
  '丽莉俐',
  '英瑛莹',
  '华桦花',
  '军君钧',
  '建健剑',
  '国果',
  '玲铃灵',
  '敏闽',
  '燕艳雁',
  '平萍苹',
  '林琳霖',
  '红虹鸿',
  '云芸',
  '志智致',
  '明铭鸣',
  '文雯纹',
  '玉钰育',
  '德得',
  '永勇咏',
  '海亥',
  '峰锋枫',
  '洁杰',
  '强墙',
  '涛滔',
  '斌彬宾',
  '刚钢',
  '辉晖徽',
  '波博勃',
  '兰岚蓝',
  '珍贞真',
  '梅玫',
  '雪学',
  '凤奉',
  '宇雨羽',
  '东冬',
];
const traditional: Readonly<Record<string, string>> = {
  伟: '偉',
  国: '國',
  张: '張',
  陈: '陳',
  刘: '劉',
  杨: '楊',
  赵: '趙',
  吴: '吳',
  孙: '孫',
  马: '馬',
  罗: '羅',
  郑: '鄭',
  谢: '謝',
  许: '許',
  邓: '鄧',
  韩: '韓',
  冯: '馮',
  华: '華',
  丽: '麗',
  兰: '蘭',
  凤: '鳳',
  龙: '龍',
  军: '軍',
  东: '東',
  云: '雲',
  红: '紅',
  强: '強',
  辉: '輝',
  杰: '傑',
  静: '靜',
  艳: '艷',
  学: '學',
  长: '長',
  开: '開',
  万: '萬',
  兴: '興',
  荣: '榮',
  启: '啓',
  维: '維',
  峰: '峯',
  叶: '葉',
  苏: '蘇',
  钟: '鍾',
  吉: '𠮷',
  阳: '陽',
  轩: '軒',
  宁: '寧',
};
const lookAlikes = [
  '燕蒸',
  '秀季',
  '芳芬',
  '玲珍',
  '娜娣',
  '敏敬',
  '静净',
  '丽两',
  '桂柱',
  '英荚',
  '兰三',
  '梅海',
  '红虹',
  '云去',
  '莲连',
  '伟韦',
  '强疆',
  '军车',
  '勇男',
  '杰杏',
  '涛泽',
  '斌武',
  '刚网',
  '辉挥',
  '鹏鸟',
  '华毕',
  '平干',
  '亮高',
  '飞气',
  '波皮',
  '磊石',
  '建健',
  '国园',
  '文丈',
  '明朋',
  '永水',
  '德得',
  '世卅',
  '正止',
  '大太',
  '光先',
  '志忘',
  '天夭',
  '玉王',
  '朝潮',
  '家豪',
  '开井',
  '学字',
  '安按',
  '成戍',
  '吉古',
  '昌冒',
  '元无',
];

/** A character of the given name replaced by one of its group; by another character if it has no group. */
function exchangeCharacter(person: PersonRecord, groups: readonly string[], random: Random): PersonRecord {
  const signs = [...person.name];
  const places = [...signs.keys()].slice(1).filter((at) => groups.some((group) => group.includes(signs[at] ?? ' ')));
  const at = places.length === 0 ? signs.length - 1 : random.pick(places);
  const group = groups.find((each) => each.includes(signs[at] ?? ' ')) ?? '珏宸炀';
  signs[at] = random.pick([...group].filter((sign) => sign !== signs[at]));
  return { ...person, name: signs.join('') };
}

/** Changes the identity number where there is one, else the telephone. */
function onNumber(person: PersonRecord, change: (number: string) => string): PersonRecord {
  if (person.identityNumber !== '') return { ...person, identityNumber: change(person.identityNumber) };
  return { ...person, phone: person.phone === '' ? '' : change(person.phone.padEnd(18, '0')).slice(0, 11) };
}

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const birthOf = (person: PersonRecord): string =>
  person.birthDate === '' ? person.identityNumber.slice(6, 14).replace(/(....)(..)(..)/, '$1-$2-$3') : person.birthDate;

/** The kinds of error that weights and thresholds were tuned with. */
export const tuningErrors: Readonly<Record<string, ClerksError>> = {
  'number: one digit off': (person, random) => onNumber(person, (number) => otherDigit(random, number, 6, 17)),
  'number: two digits exchanged': (person, random) =>
    onNumber(person, (number) => exchangeDigits(random, number, 8, 17)),
  'number: of 15 digits': (person) => onNumber(person, (number) => number.slice(0, 6) + number.slice(8, 17)),
  'number: lacking': (person) => ({ ...person, identityNumber: '' }),
  'name: sounds alike': (person, random) => exchangeCharacter(person, homophones, random),
  'name: traditional': (person) => ({
    ...person,
    name: [...person.name].map((sign) => traditional[sign] ?? sign).join(''),
  }),
  'name: spaced, numbers full-width': (person) => ({
    ...person,
    name: [...person.name].join('　'),
    identityNumber: fullWidth(person.identityNumber),
    phone: fullWidth(person.phone),
  }),
  'birth: day and month exchanged': (person) => {
    const [year = '', month = '', day = ''] = birthOf(person).split('-');
    return {
      ...person,
      identityNumber: '',
      birthDate: day <= '12' ? `${year}-${day}-${month}` : `${year}年${month}月${day}日`,
    };
  },
  'birth: year off': (person, random) => {
    const birth = birthOf(person);
    if (birth === '') return person;
    return {
      ...person,
      identityNumber: '',
      birthDate: String(Number(birth.slice(0, 4)) + random.pick([-1, 1, 10])) + birth.slice(4),
    };
  },
  'phone: one digit off': (person, random) => ({
    ...person,
    phone: person.phone && otherDigit(random, person.phone, 3),
  }),
  'phone and account: new ones': (person, random) => ({
    ...person,
    phone: mobileOf(random),
    account: accountOf(random),
  }),
  'unit: short form': (person) => ({
    ...person,
    unit: person.unit.replace(/^..县/, '').replace('有限责任公司', '公司'),
  }),
  'sex: wrong, number lacking': (person) => ({ ...person, identityNumber: '', sex: person.sex === '男' ? '女' : '男' }),
  'another county, number lacking': (person, random) => {
    const county = random.pick(counties).name;
    return { ...person, county, identityNumber: '', region: placeIn(random, county), unit: unitIn(random, county) };
  },
};

/** The kinds of error that were looked at only when the tuning was over. */
export const heldOutErrors: Readonly<Record<string, ClerksError>> = {
  'number: one digit lost': (person, random) =>
    onNumber(person, (number) => {
      const at = 2 + random.below(14);
      return number.slice(0, at) + number.slice(at + 1);
    }),
  'number: two digits off': (person, random) =>
    onNumber(person, (number) => otherDigit(random, otherDigit(random, number, 6, 14), 14, 17)),
  'number: rounded by a spreadsheet': (person) => onNumber(person, (number) => `${number.slice(0, 15)}000`),
  'number: in scientific notation': (person) => ({
    ...person,
    identityNumber:
      person.identityNumber && Number(person.identityNumber.slice(0, 17)).toExponential(5).replace('e', 'E'),
  }),
  'number: middle hidden': (person) => onNumber(person, (number) => `${number.slice(0, 6)}********${number.slice(14)}`),
  'number: somebody else’s': (person, random) => {
    const birth = birthOf(person);
    if (birth === '') return person;
    return {
      ...person,
      birthDate: birth,
      identityNumber: numberOf(
        random.pick(counties).prefix,
        `19${60 + random.below(30)}-0${1 + random.below(9)}-1${random.below(10)}`,
        (person.sex || '男') as Sex,
        random.below(500),
      ),
    };
  },
  'number: letters for digits': (person) => ({
    ...person,
    identityNumber: person.identityNumber.replaceAll('0', 'O').replaceAll('1', 'l'),
  }),
  'name: looks alike': (person, random) => exchangeCharacter(person, lookAlikes, random),
  'name: one character lacking': (person) => {
    const signs = [...person.name];
    return { ...person, name: signs.length > 2 ? [...signs.slice(0, 1), ...signs.slice(2)].join('') : person.name };
  },
  'name: a sign for a rare character': (person) => ({ ...person, name: `${[...person.name].slice(0, -1).join('')}□` }),
  'name: given name backwards': (person) => {
    const [surname = '', ...given] = person.name;
    return { ...person, name: surname + given.reverse().join('') };
  },
  'name: with a note': (person) => ({ ...person, name: `${person.name}（户主）` }),
  'birth: lunar': (person) => {
    const birth = birthOf(person);
    if (birth === '') return person;
    const { lunarYear, lunarMon, lunarDay } = chineseDays.getLunarDate(birth);
    return { ...person, identityNumber: '', birthDate: `${lunarYear}-${lunarMon}-${lunarDay}` };
  },
  'birth: year and month only': (person) => ({
    ...person,
    identityNumber: '',
    birthDate: birthOf(person).slice(0, 7).replace('-', '.'),
  }),
  'birth: lacking, phone new': (person, random) => ({ ...person, birthDate: '', phone: mobileOf(random) }),
  'phone: landline': (person, random) => ({
    ...person,
    phone: `0854-8${String(random.below(1_000_000)).padStart(6, '0')}`,
  }),
  'phone: two, account grouped': (person, random) => ({
    ...person,
    phone: `${mobileOf(random)}/${person.phone}`,
    account: person.account.replaceAll(/(....)/g, '$1 ').trim(),
  }),
  'several: name and number': (person, random) =>
    exchangeCharacter(
      onNumber(person, (number) => otherDigit(random, number, 6, 17)),
      homophones,
      random,
    ),
  'several: moved, phone and account new': (person, random) => {
    const county = random.pick(counties).name;
    return {
      ...person,
      county,
      region: placeIn(random, county),
      unit: unitIn(random, county),
      phone: mobileOf(random),
      account: accountOf(random),
    };
  },
};

/** A pair that is one person, with the kind of error of its second entry. */
export interface PlantedPair {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
}

/** Enters some people of a register again, each with one kind of error in turn; everybody at most once. */
export function plantDuplicates(
  random: Random,
  register: readonly PersonRecord[],
  errors: Readonly<Record<string, ClerksError>>,
  pairs: number,
): { readonly people: readonly PersonRecord[]; readonly planted: readonly PlantedPair[] } {
  const kinds = Object.entries(errors);
  const chosen = new Set<number>();
  while (chosen.size < pairs) chosen.add(random.below(register.length));
  const added: PersonRecord[] = [];
  const planted: PlantedPair[] = [];
  for (const [nth, at] of [...chosen].entries()) {
    const person = register[at];
    const [kind, enter] = kinds[nth % kinds.length] ?? [];
    if (person === undefined || kind === undefined || enter === undefined) continue;
    const again = { ...enter(person, random), id: `d${nth}` };
    added.push(again);
    planted.push({ a: person.id, b: again.id, kind });
  }
  return { people: [...register, ...added], planted };
}
