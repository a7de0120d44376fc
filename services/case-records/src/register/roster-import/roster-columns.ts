import type { Header, Hints, Vocabulary } from '@nuangong/spreadsheet';
import { problem, type Problem } from '@nuangong/primitives';

export const rosterFields = [
  'NAME',
  'SEX',
  'IDENTITY',
  'RELATION',
  'UNIT',
  'HOUSEHOLD_SIZE',
  'INCOME',
  'INCOME_YEARLY',
  'CAUSES',
  'DIBAO',
  'STANDING',
  'MIGRANT',
  'MODEL_WORKER',
  'PHONE',
  'BANK_ACCOUNT',
  'REMARK',
] as const;
export type RosterField = (typeof rosterFields)[number];

/** The name of each field, and the headings that counties use for it. */
export const rosterVocabulary: Vocabulary<RosterField> = {
  NAME: ['姓名', '户主姓名', '困难职工姓名', '职工姓名', '申请人姓名'],
  SEX: ['性别'],
  IDENTITY: [
    '身份证号码',
    '身份证号',
    '居民身份证号码',
    '居民身份证号',
    '公民身份号码',
    '证件号码',
    '身份证',
    '身份证件号码',
    '公民身份证号码',
    '居民身份证',
  ],
  RELATION: [
    '与户主关系',
    '与户主的关系',
    '户主关系',
    '家庭关系',
    '与本人关系',
    '与职工关系',
    '与困难职工关系',
    '与申请人关系',
    '户主与本人关系',
    '关系',
  ],
  UNIT: ['工作单位', '单位', '所在单位', '单位名称', '工作单位(住址)', '工作单位名称', '所在企业', '企业名称'],
  HOUSEHOLD_SIZE: ['家庭人口', '家庭人数', '家庭人口数', '家庭成员数', '人口'],
  INCOME: ['家庭月人均收入', '家庭人均月收入', '月人均收入', '人均月收入'],
  INCOME_YEARLY: [],
  CAUSES: ['致困原因', '困难原因', '致贫原因', '主要困难原因', '主要致困原因'],
  DIBAO: ['是否低保', '低保', '低保情况', '低保户', '是否低保户', '享受低保', '是否享受低保'],
  STANDING: ['职工身份', '身份', '人员身份', '人员类别', '职工类别', '身份类别'],
  MIGRANT: ['是否农民工', '农民工', '是否为农民工'],
  MODEL_WORKER: ['劳模', '劳模级别', '劳动模范', '荣誉称号', '劳模称号', '劳模荣誉'],
  PHONE: ['联系电话', '电话', '手机号', '手机号码', '手机', '电话号码', '联系方式', '联系手机', '本人电话'],
  BANK_ACCOUNT: ['银行卡号', '银行账号', '开户账号', '账号', '卡号', '银行卡', '银行卡账号', '银行帐号', '帐号'],
  REMARK: ['备注', '说明'],
};

/** The display name of a field. */
export const rosterFieldName = (field: RosterField): string =>
  field === 'INCOME_YEARLY' ? '家庭年人均收入' : (rosterVocabulary[field][0] ?? field);

/** Headings that are only guesses: they leave open whether an amount is per month or year, or per head. */
export const rosterHints: Hints<RosterField> = { INCOME: ['人均收入', '月人均'] };

/** The heading of members' own columns; a relation column next to them is about the members. */
const ofMember = /(?:成员|家属|亲属)(?:的)?姓名/;

/**
 * One column of a roster: its position (from 0), heading and field. A guess must be confirmed. If several headings name
 * one field, none of them has it until the clerk decides.
 */
export interface RosterColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: RosterField | null;
  readonly guessed?: true;
  readonly doubled?: RosterField;
  /** The column is hidden in the workbook. */
  readonly hidden?: true;
}

/** The position (from 0) of each mapped field. */
export type RosterMapping = Readonly<Partial<Record<RosterField, number>>>;

const needed: readonly RosterField[] = ['NAME', 'IDENTITY', 'INCOME', 'CAUSES'];

export function mappingOf(columns: readonly RosterColumn[]): RosterMapping {
  return Object.fromEntries(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index]])));
}

/** A sheet's columns as proposed from its headings. */
export function proposedColumns(header: Header<RosterField>): readonly RosterColumn[] {
  const hasMembers = header.columns.some(({ heading }) => ofMember.test(heading.replaceAll(/\s/g, '')));
  return header.columns.map(({ column, heading, field, sure, doubled }) => ({
    index: column - 1,
    heading,
    field: field === undefined || (field === 'RELATION' && hasMembers) ? null : field,
    ...(field !== undefined && !sure && { guessed: true }),
    ...(doubled !== undefined && { doubled }),
  }));
}

/**
 * The keys under which the meanings of columns are remembered: the heading, with its position among equal ones if a
 * file has it more than once. In the order of the columns.
 */
export function rememberedKeys(columns: readonly Pick<RosterColumn, 'heading'>[]): readonly string[] {
  const count = new Map<string, number>();
  for (const { heading } of columns) count.set(heading, (count.get(heading) ?? 0) + 1);
  const seen = new Map<string, number>();
  return columns.map(({ heading }) => {
    const occurrence = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, occurrence);
    const of = count.get(heading) ?? 1;
    return of === 1 ? heading : `${heading} ${occurrence}/${of}`;
  });
}

/**
 * Applies the meanings that the organisation gave the same headings before; each field is used once. A heading skipped
 * in another file still gets its field here if no other column has it.
 */
export function withRememberedFields(
  columns: readonly RosterColumn[],
  remembered: ReadonlyMap<string, RosterField | null>,
): readonly RosterColumn[] {
  const keys = rememberedKeys(columns);
  const given = columns.map((_, place) => remembered.get(keys[place] ?? ''));
  const taken = new Set(given.flatMap((field) => field ?? []));
  return columns.map((column, place) => {
    const known = given[place];
    if (known === null && isWanted(column, taken)) return column;
    if (known !== undefined) return withField(column, known);
    return column.field !== null && taken.has(column.field) ? withField(column, null) : column;
  });
}

/** A column with its field decided; clears open questions about it. */
export function withField(
  { guessed: _guess, doubled: _doubled, ...column }: RosterColumn,
  field: RosterField | null,
): RosterColumn {
  return { ...column, field };
}

/** Whether a column that was skipped in another file is the only certain one for a required field here. */
function isWanted({ field, guessed }: RosterColumn, taken: ReadonlySet<RosterField>): boolean {
  if (field === null || guessed === true || taken.has(field)) return false;
  return needed.includes(field) || field === 'HOUSEHOLD_SIZE';
}

const isNeeded = (field: RosterField, fields: readonly RosterField[]): boolean =>
  !fields.includes(field) && !(field === 'INCOME' && fields.includes('INCOME_YEARLY'));

/** What makes a mapping unusable: required fields without a column, or a field with two. */
export function mappingProblems(columns: readonly RosterColumn[]): readonly Problem[] {
  const fields = columns.flatMap(({ field }) => field ?? []);
  const missing = needed.filter((field) => isNeeded(field, fields));
  const doubled = rosterFields.filter((field) => fields.indexOf(field) !== fields.lastIndexOf(field));
  const bothIncomes = fields.includes('INCOME') && fields.includes('INCOME_YEARLY');
  return [
    ...missing.map((field) =>
      problem(
        'COLUMN_MISSING',
        {
          zh: `没有指定“${rosterFieldName(field)}”列，在表头上选定后导入`,
          en: `No column is chosen for ${field.toLowerCase()}. Choose it above the table.`,
        },
        field,
      ),
    ),
    ...[...doubled, ...(bothIncomes ? (['INCOME_YEARLY'] as const) : [])].map((field) =>
      problem(
        'COLUMN_DOUBLED',
        {
          zh: `“${rosterFieldName(field)}”指定了两列，保留一列`,
          en: `Two columns are matched to ${field.toLowerCase()}. Keep one.`,
        },
        field,
      ),
    ),
  ];
}

/**
 * What the clerk must answer before an import starts: guesses, headings that name one field twice, and the household
 * size.
 */
export function openQuestions(columns: readonly RosterColumn[], householdSize: number | null): readonly Problem[] {
  const guessed = columns.filter((column) => column.guessed === true);
  const doubled = new Set(columns.flatMap((column) => column.doubled ?? []));
  const hasSize = householdSize !== null || columns.some(({ field }) => field === 'HOUSEHOLD_SIZE');
  return [
    ...guessed.map(({ heading, field }) =>
      problem(
        'COLUMN_GUESSED',
        {
          zh: `“${heading}”只是猜作“${rosterFieldName(field ?? 'NAME')}”，在表头上核对并确认后导入`,
          en: `“${heading}” was guessed to be ${(field ?? '').toLowerCase()}. Check and confirm it above the table.`,
        },
        field ?? undefined,
      ),
    ),
    ...[...doubled].map((field) =>
      problem(
        'COLUMN_TWICE',
        {
          zh: `有两列的表头都像“${rosterFieldName(field)}”，在表头上选定用哪一列`,
          en: `Two headings match ${field.toLowerCase()}. Choose one above the table.`,
        },
        field,
      ),
    ),
    ...(hasSize ? [] : [householdSizeMissing()]),
  ];
}

const householdSizeMissing = (): Problem =>
  problem(
    'COLUMN_MISSING',
    {
      zh: '没有指定“家庭人口”列；在表头上选定，文件中没有的，填写每户人口后导入',
      en: 'No column is chosen for household size. Choose it above the table, or enter one size for all rows.',
    },
    'HOUSEHOLD_SIZE',
  );
