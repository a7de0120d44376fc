import { ok, plainText, problem, refuse, type Bilingual, type Problem, type Result } from '@nuangong/primitives';

/** Criteria that a vacancy must not select people by. */
export type UnlawfulCriterion =
  | 'SEX'
  | 'MARRIAGE_OR_CHILDREN'
  | 'AGE'
  | 'UNDER_SIXTEEN'
  | 'ETHNICITY'
  | 'RELIGION'
  | 'HOUSEHOLD_REGISTRATION'
  | 'DISABILITY'
  | 'INFECTION_CARRIER';

/** A criterion found in a text, with the words that state it. */
export interface FoundCriterion {
  readonly criterion: UnlawfulCriterion;
  readonly words: string;
}

/** The law that forbids each criterion, and what may be written instead. */
const grounds: Readonly<
  Record<UnlawfulCriterion, { readonly name: Bilingual; readonly law: Bilingual; readonly mend: Bilingual }>
> = {
  SEX: {
    name: { zh: '限定性别', en: 'sex' },
    law: {
      zh: '就业促进法第三条、第二十六条、第二十七条，妇女权益保障法第四十三条',
      en: 'Employment Promotion Law arts 3, 26 and 27; Law on the Protection of Women art. 43',
    },
    mend: { zh: '删去性别要求，写明岗位所需的技能', en: 'State the skills that the work needs' },
  },
  MARRIAGE_OR_CHILDREN: {
    name: { zh: '限定婚育状况', en: 'marriage or children' },
    law: {
      zh: '就业促进法第二十七条，妇女权益保障法第四十三条',
      en: 'Employment Promotion Law art. 27; Law on the Protection of Women art. 43',
    },
    mend: { zh: '删去婚育要求', en: 'Leave it out' },
  },
  AGE: {
    name: { zh: '法定范围以外的年龄限制', en: 'age beyond the legal limits' },
    law: { zh: '就业促进法第二十六条，劳动法第十五条', en: 'Employment Promotion Law art. 26; Labour Law art. 15' },
    mend: {
      zh: '改为“年满十六周岁”“年满十八周岁”或“未达法定退休年龄”',
      en: 'Use only the legal ages: 16, 18, or below retirement age',
    },
  },
  UNDER_SIXTEEN: {
    name: { zh: '招用未满十六周岁的人', en: 'people under sixteen' },
    law: {
      zh: '劳动法第十五条，禁止使用童工规定第二条',
      en: 'Labour Law art. 15; Provisions on the Prohibition of Child Labour art. 2',
    },
    mend: { zh: '改为“年满十六周岁”', en: 'Write “sixteen or older”' },
  },
  ETHNICITY: {
    name: { zh: '限定民族', en: 'ethnicity' },
    law: {
      zh: '就业促进法第三条、第二十八条，劳动法第十二条',
      en: 'Employment Promotion Law arts 3 and 28; Labour Law art. 12',
    },
    mend: { zh: '删去民族要求', en: 'Leave it out' },
  },
  RELIGION: {
    name: { zh: '限定宗教信仰', en: 'religion' },
    law: {
      zh: '就业促进法第三条、第二十六条，劳动法第十二条',
      en: 'Employment Promotion Law arts 3 and 26; Labour Law art. 12',
    },
    mend: { zh: '删去宗教信仰要求', en: 'Leave it out' },
  },
  HOUSEHOLD_REGISTRATION: {
    name: { zh: '限定户籍或来源地', en: 'household registration or origin' },
    law: { zh: '就业促进法第二十六条、第三十一条', en: 'Employment Promotion Law arts 26 and 31' },
    mend: { zh: '删去户籍要求', en: 'Leave it out' },
  },
  DISABILITY: {
    name: { zh: '排斥残疾人', en: 'disability' },
    law: {
      zh: '就业促进法第二十九条，残疾人保障法第三十八条',
      en: 'Employment Promotion Law art. 29; Law on the Protection of Disabled Persons art. 38',
    },
    mend: { zh: '写明岗位所需的能力', en: 'State the abilities that the work needs' },
  },
  INFECTION_CARRIER: {
    name: { zh: '排斥传染病病原携带者', en: 'carriers of an infection' },
    law: { zh: '就业促进法第三十条', en: 'Employment Promotion Law art. 30' },
    mend: {
      zh: '删去此项；法律禁止从事的易使疾病扩散的工作，写“持有效健康证”',
      en: 'Leave it out; if the law requires it, write “with a valid health certificate”',
    },
  },
};

/** Phrases that open a criterion to everyone, or describe people cared for rather than employed; they select nobody. */
const harmless = [
  /(?:男女|性别|年龄|民族|户籍|户口|婚否|婚育|地域|(?:本地|外地|城镇|农村|[本外][省市县])+(?:户籍|户口|人))(?:情况|要求)?[:]?(?:不限|不拘|均可|皆可|亦可|都可)/g,
  /不限(?:男女|性别|年龄|民族|户籍|户口|婚否|婚育|地域)/g,
  /男女(?:平等|同工同酬)/g,
  /\d{1,3}(?:周?岁)?(?:[-~至到]\d{1,3})?周?岁?(?:以上|以下|以内|左右)?的?(?:儿童|幼儿|婴儿|孩子|小孩|学生|老人|长者|老年人)/g,
  /(?:少数民族|残疾人?|妇女|女性|下岗职工|困难职工)(?:同等条件下)?优先/g,
];

const patterns: readonly (readonly [UnlawfulCriterion, RegExp])[] = [
  ['SEX', /(?:限|仅|只|谢绝|不要|不招|不收)(?:限|招|收|要|聘|用|录)*[男女]/],
  ['SEX', /(?:招|聘|要|性别|需)(?:聘|收|用|求)?[:为]?[男女](?!装|鞋|裤|袜|包|工部)/],
  ['SEX', /[男女](?:性|士|生|的|工|职工|员工)?(?:优先|为主|若干|勿扰|免谈|\d+[名人]|[一二三四五六七八九十]+[名人])/],
  ['SEX', /(?:^|[,;、。 (/])(?:男|女|男性|女性|男士|女士|男生|女生)(?=$|[,;、。 )/])/],
  [
    'SEX',
    /[男女](?:性|士)?(?:服务员|保安|保洁|收银员|营业员|普工|技工|导购|文员|前台|司机|厨师|工人|员工|教师|护士|保管员|会计|出纳|客服|助理|秘书|门卫|操作工|焊工|钳工|电工|缝纫工|销售)/,
  ],
  [
    'MARRIAGE_OR_CHILDREN',
    /未婚|已婚|已育|未育|未孕|(?:不得|不能|不准|不可)(?:怀孕|结婚|生育|恋爱)|无(?:生育|结婚|怀孕)计划|[一二两三\d]年内不(?:婚|育|孕|生|结婚|怀孕)/,
  ],
  [
    'ETHNICITY',
    /汉族|(?:限|仅|只|不要|不招|不收|不用|谢绝)(?:限|招|收|要|聘|用)*(?:少数民族|[\u4e00-\u9fff]{1,4}族)|民族(?:要求)?[:为]\s?[\u4e00-\u9fff]/,
  ],
  [
    'RELIGION',
    /(?:不信|无|非|不要|不招|谢绝|限|仅限|只招|必须|须)(?:任何)?(?:信?教|宗教|宗教信仰|佛教徒?|信教人员|穆斯林|基督徒|教徒)(?!师|育|学|练|材|具|务|案)/,
  ],
  [
    'HOUSEHOLD_REGISTRATION',
    /(?:本地|本市|本县|本区|本省|本镇|本村|当地|外地|外省|城镇|城市|农村|农业|非农业?|市区|[\u4e00-\u9fff]{1,4}[省市县区])(?:居民)?(?:常住)?(?:户口|户籍)/,
  ],
  ['HOUSEHOLD_REGISTRATION', /(?:户口|户籍)(?:要求|所在地)?[:为限在须]/],
  [
    'HOUSEHOLD_REGISTRATION',
    /(?:限|仅|只|不要|不招|不收|谢绝)(?:限|招|收|要|聘|用)*(?:本地|本市|本县|本省|当地|城里|外地|外省|外来|农村|城镇|[\u4e00-\u9fff]{2}籍)/,
  ],
  ['HOUSEHOLD_REGISTRATION', /(?:外地|外省|农村)(?:人|人员|籍)?(?:勿扰|免谈|除外)|本(?:地|市|县|省)(?:人|籍)优先/],
  ['DISABILITY', /(?:不要|不招|不收|不用|谢绝|限非|非)残[疾障]|无残[疾障]/],
  ['INFECTION_CARRIER', /乙肝|乙型肝炎|大三阳|小三阳|艾滋|HIV|(?:不要|不招|不收|无)传染病病?原?携带/i],
];

const chineseDigits = '零一二三四五六七八九';

/** Finds the criteria in a text that the law forbids, each with its first matching words. */
export function findUnlawfulCriteria(text: string): readonly FoundCriterion[] {
  const plain = withAgesInDigits(
    plainText(text.replace(/[\r\n]+/g, ';'))
      .replace(/[，、]/g, ',')
      .replace(/；/g, ';'),
  );
  const judged = harmless.reduce((rest, words) => rest.replace(words, '·'), plain);
  const found = new Map<UnlawfulCriterion, string>();
  const underground = /井下|矿山/.test(judged);
  for (const [criterion, pattern] of patterns) {
    const words = pattern.exec(judged)?.[0];
    if (words === undefined || found.has(criterion) || (underground && criterion === 'SEX' && words.includes('男')))
      continue;
    found.set(criterion, words.replace(/^[,;、。 (/]+/, ''));
  }
  for (const { criterion, words } of ageCriteria(judged)) if (!found.has(criterion)) found.set(criterion, words);
  return [...found].map(([criterion, words]) => ({ criterion, words }));
}

/** Refuses with UNLAWFUL_CRITERION at each field, once for each criterion, naming the words and the law. */
export function refuseUnlawfulCriteria(fields: Readonly<Record<string, string>>): Result<true> {
  const problems = Object.entries(fields).flatMap(([field, text]) =>
    findUnlawfulCriteria(text).map((found) => unlawful(found, field)),
  );
  return problems.length === 0 ? ok(true) : refuse(...problems);
}

function unlawful({ criterion, words }: FoundCriterion, field: string): Problem {
  const { name, law, mend } = grounds[criterion];
  const zh = `“${words}”属于${name.zh}，依据${law.zh}不得作为招用条件；${mend.zh}`;
  const en = `“${words}” chooses by ${name.en}, which is unlawful (${law.en}). ${mend.en}`;
  return problem('UNLAWFUL_CRITERION', { zh, en }, field);
}

/** Ages stated as conditions. Lawful are a minimum of 16 or 18, and a maximum not below the retirement age. */
function ageCriteria(text: string): readonly FoundCriterion[] {
  return [
    ...text.matchAll(
      /(\d{1,2})(?:周?岁)?(?:[-~至到—](\d{1,2}))?周?岁(?:及?以上|以下|以内|之内|左右|内)?|年龄[^,;。\d]{0,6}\d{2}[^,;。]{0,8}/g,
    ),
  ]
    .map(([words, lowest, highest]) => ({ words, lowest, highest }))
    .flatMap(({ words, lowest, highest }): FoundCriterion[] => {
      const least = /以下|以内|之内|内$/.test(words) ? undefined : Number(lowest ?? Number.NaN);
      if (least !== undefined && least < 16) return [{ criterion: 'UNDER_SIXTEEN', words }];
      const lawful = highest === undefined && (least === 16 || least === 18) && !words.includes('左右');
      const highestAllowed = least === undefined && Number(lowest) >= latestRetirementAge;
      return lawful || highestAllowed ? [] : [{ criterion: 'AGE', words }];
    });
}

/** The latest retirement age of 关于实施渐进式延迟法定退休年龄的决定 (2024): 63. */
const latestRetirementAge = 63;

/** 三十五岁 → 35岁, 十八周岁 → 18周岁. */
function withAgesInDigits(text: string): string {
  return text.replace(
    /([一二三四五六七八九]?)十([一二三四五六七八九]?)(?=周?岁|[至到-])/g,
    (_words, tens: string, ones: string) =>
      String((tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 + Math.max(chineseDigits.indexOf(ones || '零'), 0)),
  );
}
