import { addDays, checkCharacterOf, fitsCheckDigit, localDate } from '@nuangong/primitives';
import { counties, type CityOrganization } from './organizations.ts';

/** An invented family, as a county's roster names it. */
export interface CityFamily {
  readonly name: string;
  readonly identityNumber: string;
  readonly unit: string;
  readonly size: number;
  /** Yuan a head and month. */
  readonly income: number;
  readonly causes: string;
  readonly dibao: '是' | '否' | '边缘户';
  readonly migrant: boolean;
  readonly honour: '' | '市级' | '省级';
  readonly phone: string;
  readonly account: string;
}

/** A county in whose register households stand, and how many. */
export interface RegisterCounty {
  readonly organization: CityOrganization;
  readonly households: number;
}

const sizes: Readonly<Record<string, number>> = {
  '510102': 360,
  '510103': 310,
  '510104': 270,
  '510105': 230,
  '510106': 190,
  '510107': 140,
};

/** The six counties in use, 1,500 households together; the first county stays empty for whoever tries the system. */
export const registerCounties: readonly RegisterCounty[] = counties.flatMap((organization) => {
  const households = sizes[organization.code];
  return households === undefined ? [] : [{ organization, households }];
});

/** The county of the register with a code; throws for another one. */
export function registerCounty(code: string): CityOrganization {
  const found = registerCounties.find(({ organization }) => organization.code === code);
  if (found === undefined) throw new Error(`${code} keeps no register in the demonstration`);
  return found.organization;
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const givenFirst = [...'建国秀英志强丽华永福桂兰德明玉珍文军春梅海燕晓东立新'];
const givenSecond = [...'平芳军梅林英辉霞勇敏刚红亮娟峰琴斌洁涛'];
const units = ['机械厂', '化肥厂', '棉纺织厂', '水泥厂', '公交公司', '环卫所', '建筑公司', '粮油公司', '农机站'];
const causes = ['患大病', '残疾', '子女上学', '意外事故', '失业下岗', '患病、子女上学', '火灾', '单亲', '拖欠工资'];

/**
 * The head of one family, whom another county entered too, under another number and with a mistyped telephone: the
 * nightly comparison finds them.
 */
const enteredTwice = { first: { code: '510102', place: 12 }, again: { code: '510105', place: 30 } };

/** The family at a place (from 0) of a county's roster. Everything about it is invented and follows from the place. */
export function familyOf(organization: CityOrganization, place: number): CityFamily {
  const { first, again } = enteredTwice;
  const family = inventedFamily(organization, place);
  if (organization.code !== again.code || place !== again.place) return family;
  const { name, identityNumber, phone } = inventedFamily(registerCounty(first.code), first.place);
  const mistyped = `${phone.slice(0, -1)}${(Number(phone.slice(-1)) + 3) % 10}`;
  return { ...family, name, identityNumber: numberOf(again.code, bornIn(identityNumber), place), phone: mistyped };
}

const bornIn = (identityNumber: string): string => identityNumber.slice(6, 14);

function inventedFamily({ code, name }: CityOrganization, place: number): CityFamily {
  const county = Number(code) % 100;
  const seed = (county * 977 + place * 131) % 100_003;
  const pick = <T>(from: readonly T[], step: number): T => from[Math.floor(seed / step) % from.length] as T;
  return {
    name: `${surnames[(place * 7 + county) % surnames.length]}${pick(givenFirst, 3)}${pick(givenSecond, 11)}`,
    identityNumber: identityNumberOf(county, place),
    unit: `${name.replace('总工会', '')}${pick(units, 5)}工会`,
    size: 1 + (place % 5),
    income: 260 + ((place * 37 + county * 11) % 480),
    causes: causes[(place + county) % causes.length] as string,
    dibao: place % 4 === 0 ? '是' : place % 4 === 1 ? '边缘户' : '否',
    migrant: place % 6 === 5,
    honour: place % 41 === 7 ? '市级' : place % 97 === 13 ? '省级' : '',
    phone: `199${String(county).padStart(2, '0')}${String((place * 7919 + 1013) % 1_000_000).padStart(6, '0')}`,
    account: accountOf(county, place),
  };
}

function identityNumberOf(county: number, place: number): string {
  const born = addDays(localDate('1958-01-03'), (place * 37 + county * 5) % 13_000).replaceAll('-', '');
  return numberOf(String(county), born, place);
}

/** A number that nobody has: its region code, 51019x, was never given out. */
function numberOf(county: string, born: string, place: number): string {
  const first17 = `51019${county.slice(-1)}${born}${String(100 + (place % 800)).padStart(3, '0')}`;
  return `${first17}${checkCharacterOf(first17)}`;
}

function accountOf(county: number, place: number): string {
  const body = String((place * 7_368_787 + county * 104_729) % 1_000_000_000).padStart(9, '0');
  const first18 = `6217008${String(county).padStart(2, '0')}${body}`;
  return [...'0123456789'].map((digit) => `${first18}${digit}`).find(fitsCheckDigit) ?? first18;
}

const headings = '姓名,身份证号码,工作单位,家庭人口,家庭月人均收入,致困原因,是否低保,是否农民工,劳模,联系电话,银行卡号';

/** A roster of a county as separated text: the families from one place to another (excluded), after a line of headings. */
export function rosterOf(organization: CityOrganization, from: number, to: number): string {
  const rows = Array.from({ length: to - from }, (_, row) => {
    const family = familyOf(organization, from + row);
    return [
      family.name,
      family.identityNumber,
      family.unit,
      family.size,
      family.income,
      family.causes,
      family.dibao,
      family.migrant ? '是' : '否',
      family.honour,
      family.phone,
      family.account,
    ].join(',');
  });
  return `${[headings, ...rows].join('\n')}\n`;
}
