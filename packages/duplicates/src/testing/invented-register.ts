import { checkCharacterOf } from '@nuangong/primitives';
import type { PersonRecord } from '../person-record.ts';
import type { Random } from './random.ts';

/** Surnames by frequency: the first are the most common. */
const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  '欧阳',
  '令狐',
];
const generations = [...'建国文明永德世正大光志天玉朝家开万学廷长安兴荣成吉启维昌元启'];
const male = [...'伟强军勇杰涛斌刚辉鹏华平亮飞龙波磊峰毅超浩林海东昊宇轩阳博俊凯健翔旭宁洋'];
const female = [...'芳娜敏静丽艳娟霞燕玲桂英秀兰珍梅红云莲琴凤琼莉萍雪倩颖婷欣怡菲洁琳妍瑶'];
const townships = [...'城东南西北中上下新老'].flatMap((first) =>
  ['关镇', '河乡', '坪镇', '山乡'].map((end) => `${first}${end}`),
);
const trades = [
  '机械',
  '化肥',
  '棉纺织',
  '水泥',
  '公共交通',
  '环卫',
  '建筑安装',
  '粮油',
  '农机',
  '煤矿',
  '印刷',
  '百货',
  '食品',
  '电力',
  '自来水',
  '酒业',
];
const ends = ['厂', '总公司', '有限责任公司', '管理所', '站'];
export const counties = Array.from({ length: 12 }, (_, at) => ({
  name: `${'青白云永安平长清金石双龙'[at] ?? ''}${'禾水山川江溪原谷沙桥流泉'[at] ?? ''}县`,
  prefix: String(522_701 + at),
  areaCode: '0854',
}));

export type Sex = '男' | '女';

/** A number of a person of a region, born on a day; `order` from 0 to 499. */
export function numberOf(prefix: string, birthDate: string, sex: Sex, order: number): string {
  const first17 = `${prefix}${birthDate.replaceAll('-', '')}${String((order % 500) * 2 + (sex === '男' ? 1 : 0)).padStart(3, '0')}`;
  return first17 + checkCharacterOf(first17);
}

export function dayIn(random: Random, year: number): string {
  const day = new Date(Date.UTC(year, 0, 1 + random.below(365)));
  return day.toISOString().slice(0, 10);
}

export const mobileOf = (random: Random): string =>
  `1${random.pick(['38', '39', '50', '58', '85', '86', '77', '99'])}${String(random.below(100_000_000)).padStart(8, '0')}`;

export const accountOf = (random: Random): string =>
  `${random.pick(['621700', '622848', '621799', '6217'])}${String(random.below(1_000_000_000)).padStart(9, '0')}${String(random.below(10_000)).padStart(4, '0')}`;

export const placeIn = (random: Random, county: string): string => `${county}${random.pick(townships)}`;
export const unitIn = (random: Random, county: string): string => `${county}${random.pick(trades)}${random.pick(ends)}`;

/** A given name of one or two characters; `generation` is shared by siblings. */
export function givenName(random: Random, sex: Sex, generation: string | undefined): string {
  const from = sex === '男' ? male : female;
  const last = random.pick(from);
  if (generation !== undefined) return generation + last;
  return random.chance(0.15) ? last : random.pick([...from, ...generations]) + last;
}

/** A surname: a few are borne by many. */
export const surnameOf = (random: Random): string =>
  surnames[Math.floor(surnames.length * random.next() ** 2.2)] ?? '王';

interface Home {
  readonly county: (typeof counties)[number];
  readonly surname: string;
  readonly region: string;
  readonly unit: string;
  readonly phone: string;
  readonly account: string;
}

/** Builds one person of a home, sharing what families share. */
function personOf(
  random: Random,
  home: Home,
  given: { name: string; sex: Sex; birthDate: string; order?: number },
): PersonRecord {
  const { county, region } = home;
  return {
    id: '',
    county: county.name,
    name: given.name,
    birthDate: given.birthDate,
    sex: given.sex,
    identityNumber: numberOf(county.prefix, given.birthDate, given.sex, given.order ?? random.below(500)),
    phone: random.chance(0.4) ? home.phone : mobileOf(random),
    account: random.chance(0.2) ? home.account : accountOf(random),
    region,
    unit: random.chance(0.5) ? home.unit : unitIn(random, county.name),
  };
}

function childrenOf(random: Random, home: Home, parentYear: number): PersonRecord[] {
  const generation = random.chance(0.6) ? random.pick(generations) : undefined;
  const firstYear = parentYear + 20 + random.below(12);
  if (random.chance(0.08)) {
    const [birthDate, sex, order] = [dayIn(random, firstYear), random.pick<Sex>(['男', '女']), random.below(490)];
    return [0, 1].map((twin) =>
      personOf(random, home, {
        name: home.surname + givenName(random, sex, generation),
        sex,
        birthDate,
        order: order + twin,
      }),
    );
  }
  return Array.from({ length: random.below(3) }, (_, at) => {
    const sex = random.pick<Sex>(['男', '女']);
    const birthDate = dayIn(random, firstYear + 2 * at);
    return personOf(random, home, { name: home.surname + givenName(random, sex, generation), sex, birthDate });
  });
}

/** A household of one to four: spouses, children with one generation character, now and then twins. */
function householdOf(random: Random): PersonRecord[] {
  const county = random.pick(counties);
  const home: Home = {
    county,
    surname: surnameOf(random),
    region: placeIn(random, county.name),
    unit: unitIn(random, county.name),
    phone: mobileOf(random),
    account: accountOf(random),
  };
  const year = 1940 + random.below(50);
  const sex = random.pick<Sex>(['男', '女']);
  const head = personOf(random, home, {
    name: home.surname + givenName(random, sex, undefined),
    sex,
    birthDate: dayIn(random, year),
  });
  const people = [head];
  if (random.chance(0.4)) {
    const other: Sex = sex === '男' ? '女' : '男';
    const name = surnameOf(random) + givenName(random, other, undefined);
    people.push(personOf(random, home, { name, sex: other, birthDate: dayIn(random, year + random.below(5)) }));
  }
  if (random.chance(0.5)) people.push(...childrenOf(random, home, year));
  if (random.chance(0.03)) people.push(namesakeOf(random, head, home));
  return people;
}

/** Somebody of the same village with the same name. */
function namesakeOf(random: Random, head: PersonRecord, home: Home): PersonRecord {
  const sex = head.sex as Sex;
  const away = { ...home, phone: mobileOf(random), account: accountOf(random) };
  return personOf(random, away, { name: head.name, sex, birthDate: dayIn(random, 1945 + random.below(55)) });
}

/** A register of households; each cell but id, county and name is empty with the chance `empty`. */
export function inventRegister(random: Random, people: number, empty: number): PersonRecord[] {
  const register: PersonRecord[] = [];
  while (register.length < people) register.push(...householdOf(random));
  return register.slice(0, people).map((person, at) => withGaps(random, { ...person, id: `p${at}` }, empty));
}

function withGaps(random: Random, person: PersonRecord, empty: number): PersonRecord {
  const gap = (text: string): string => (random.chance(empty) ? '' : text);
  return {
    ...person,
    birthDate: gap(person.birthDate),
    sex: gap(person.sex),
    identityNumber: gap(person.identityNumber),
    phone: gap(person.phone),
    account: gap(person.account),
    region: gap(person.region),
    unit: gap(person.unit),
  };
}
