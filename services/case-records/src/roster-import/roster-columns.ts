import type { Vocabulary } from '@nuangong/spreadsheet';
import { problem, type Problem } from '@nuangong/primitives';

export const rosterFields = [
  'NAME',
  'SEX',
  'IDENTITY',
  'UNIT',
  'HOUSEHOLD_SIZE',
  'INCOME',
  'CAUSES',
  'DIBAO',
  'MIGRANT',
  'MODEL_WORKER',
  'PHONE',
  'BANK_ACCOUNT',
  'REMARK',
] as const;
export type RosterField = (typeof rosterFields)[number];

/** What each field is called, and what counties write above its column. */
export const rosterVocabulary: Vocabulary<RosterField> = {
  NAME: ['姓名', '户主姓名', '困难职工姓名', '职工姓名', '申请人姓名'],
  SEX: ['性别'],
  IDENTITY: ['身份证号码', '身份证号', '居民身份证号码', '公民身份号码', '证件号码', '身份证'],
  UNIT: ['工作单位', '单位', '所在单位', '单位名称', '工作单位(住址)'],
  HOUSEHOLD_SIZE: ['家庭人口', '家庭人数', '家庭人口数', '人口'],
  INCOME: ['家庭月人均收入', '家庭人均月收入', '月人均收入', '人均月收入', '人均收入'],
  CAUSES: ['致困原因', '困难原因', '致贫原因', '主要困难原因'],
  DIBAO: ['是否低保', '低保', '低保情况', '低保户'],
  MIGRANT: ['是否农民工', '农民工'],
  MODEL_WORKER: ['劳模', '劳模级别', '劳动模范'],
  PHONE: ['联系电话', '电话', '手机号', '手机号码'],
  BANK_ACCOUNT: ['银行卡号', '银行账号', '开户账号', '账号', '卡号'],
  REMARK: ['备注', '说明'],
};

/** One column of a roster: where it stands (from 0), its heading, and the field it is read as. */
export interface RosterColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: RosterField | null;
}

/** The place (from 0) of each mapped field. */
export type RosterMapping = Readonly<Partial<Record<RosterField, number>>>;

const needed: readonly RosterField[] = ['NAME', 'IDENTITY', 'INCOME', 'CAUSES'];

export function mappingOf(columns: readonly RosterColumn[]): RosterMapping {
  return Object.fromEntries(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index]])));
}

/** Columns under the meanings that the clerk's organisation gave the same headings before; a field is taken once. */
export function withRememberedFields(
  columns: readonly RosterColumn[],
  remembered: ReadonlyMap<string, RosterField | null>,
): readonly RosterColumn[] {
  const known = columns.map((column) => ({ ...column, field: remembered.get(column.heading) ?? null }));
  const taken = new Set(known.flatMap(({ field }) => field ?? []));
  return columns.map((column, place) => {
    if (remembered.has(column.heading)) return known[place] ?? column;
    return column.field !== null && taken.has(column.field) ? { ...column, field: null } : column;
  });
}

/** What keeps a mapping from being used: fields that must be mapped, or a field given to two columns. */
export function mappingProblems(columns: readonly RosterColumn[]): readonly Problem[] {
  const fields = columns.flatMap(({ field }) => field ?? []);
  const missing = needed.filter((field) => !fields.includes(field));
  const doubled = rosterFields.filter((field) => fields.indexOf(field) !== fields.lastIndexOf(field));
  return [
    ...missing.map((field) =>
      problem(
        'COLUMN_MISSING',
        {
          zh: `没有指定“${rosterVocabulary[field][0]}”列，在表头上选定后导入`,
          en: `No column is chosen for ${field.toLowerCase()}. Choose it above the table.`,
        },
        field,
      ),
    ),
    ...doubled.map((field) =>
      problem(
        'COLUMN_DOUBLED',
        {
          zh: `“${rosterVocabulary[field][0]}”指定了两列，保留一列`,
          en: `Two columns are read as ${field.toLowerCase()}. Keep one.`,
        },
        field,
      ),
    ),
  ];
}
