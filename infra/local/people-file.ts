import { personFields, unreadableFields, type PersonField, type PersonRecord } from '@nuangong/duplicates';
import type { Bilingual } from '@nuangong/primitives';
import {
  findHeader,
  openWorkbook,
  SpreadsheetRefused,
  textOf,
  type Header,
  type Hints,
  type Row,
  type Sheet,
  type Vocabulary,
} from '@nuangong/spreadsheet';
import { Explained } from './explained.ts';

/** A row of a file that cannot be used as it is, in words; `leftOut` when it was not compared at all. */
export interface RowProblem extends Bilingual {
  /** From 1, the headings included. */
  readonly row: number;
  readonly leftOut: boolean;
}

/** The people of a file, and what could not be read. */
export interface PeopleFile {
  readonly people: readonly PersonRecord[];
  readonly problems: readonly RowProblem[];
}

const headings: Vocabulary<PersonField> = {
  id: ['id', '编号', '人员编号', '记录编号', '主键', 'record id', 'person id'],
  county: ['county', '县', '区县', '县区', '县市区', '县（市、区）', '所属区县', '登记县', '填报单位', '所属工会'],
  name: ['name', '姓名', '名字', '职工姓名', '人员姓名', 'full name'],
  birthDate: [
    'birthDate',
    '出生日期',
    '出生年月',
    '出生年月日',
    '生日',
    'birth date',
    'date of birth',
    'birthday',
    'dob',
  ],
  sex: ['sex', '性别', 'gender'],
  identityNumber: [
    'identityNumber',
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    '证件号码',
    '证件号',
    'identity number',
    'id number',
    'id card',
    'idcard',
  ],
  phone: [
    'phone',
    '电话',
    '联系电话',
    '手机',
    '手机号',
    '手机号码',
    '电话号码',
    '联系方式',
    'telephone',
    'mobile',
    'phone number',
  ],
  account: [
    'account',
    '银行账号',
    '银行卡号',
    '账号',
    '卡号',
    '开户账号',
    '银行帐号',
    '帐号',
    'bank account',
    'account number',
  ],
  region: [
    'region',
    '地区',
    '乡镇',
    '所在地区',
    '街道',
    '乡镇街道',
    '住址',
    '地址',
    '家庭住址',
    '社区',
    '村',
    '所属地区',
    '所在地',
    'address',
    'township',
  ],
  unit: ['unit', '单位', '工作单位', '所在单位', '单位名称', 'employer', 'company', 'work unit'],
};
/** A row's number names it only where the table has nothing better. */
const hints: Hints<PersonField> = { id: ['序号', 'number', 'no'] };
const fieldNames: Readonly<Record<PersonField, string>> = {
  id: '编号',
  county: '区县',
  name: '姓名',
  birthDate: '出生日期',
  sex: '性别',
  identityNumber: '身份证号',
  phone: '电话',
  account: '银行账号',
  region: '地区',
  unit: '单位',
};
/** 250 MB: a million people. */
const mostBytes = 250 * 1024 * 1024;

/**
 * Reads people from a table of any column order with English or Chinese headings. Throws an explanation if the file is
 * no such table; a row without an id, or with the id of an earlier one, is left out and named.
 */
export async function readPeopleFile(path: string): Promise<PeopleFile> {
  const opened = await openWorkbook(path, { fileBytes: mostBytes }).catch((error: unknown) => {
    throw notOpened(path, error);
  });
  if (!opened.ok) throw explainedBy(opened.problems[0]?.message);
  try {
    const [sheet] = opened.value.sheets;
    if (sheet === undefined) throw noHeadings();
    return await readSheet(sheet);
  } catch (error) {
    throw error instanceof SpreadsheetRefused ? explainedBy(error.problem.message) : error;
  } finally {
    await opened.value.close();
  }
}

async function readSheet(sheet: Sheet): Promise<PeopleFile> {
  const header = await findHeader(sheet.rows(), headings, hints);
  if (header === undefined) throw noHeadings();
  const { mapping, columns, headerRow } = header;
  const doubled = columns.find(({ doubled: field }) => field !== undefined);
  if (doubled !== undefined) throw twoColumns(header, doubled.doubled ?? 'id');
  if (mapping.id === undefined) throw noIds();
  const people: PersonRecord[] = [];
  const problems: RowProblem[] = [];
  const rowOf = new Map<string, number>();
  for await (const row of sheet.rows()) {
    if (row.number <= headerRow) continue;
    const person = personOf(row, mapping);
    const trouble = troubleOf(row.number, person, rowOf);
    if (trouble === 'BLANK') continue;
    if (trouble !== undefined) problems.push(trouble);
    if (trouble?.leftOut === true) continue;
    rowOf.set(person.id, row.number);
    people.push(person);
  }
  return { people, problems };
}

function personOf(row: Row, mapping: Header<PersonField>['mapping']): PersonRecord {
  const cells = personFields.map((field) => {
    const column = mapping[field];
    const cell = column === undefined ? undefined : row.cells[column - 1];
    return [field, cell === undefined ? '' : textOf(cell).trim()] as const;
  });
  return Object.fromEntries(cells) as unknown as PersonRecord;
}

function troubleOf(
  row: number,
  person: PersonRecord,
  rowOf: ReadonlyMap<string, number>,
): RowProblem | 'BLANK' | undefined {
  if (personFields.every((field) => person[field] === '')) return 'BLANK';
  if (person.id === '') {
    return { row, leftOut: true, zh: '没有编号，未参加比对；补上编号', en: 'no id, not compared; give it one' };
  }
  const before = rowOf.get(person.id);
  if (before !== undefined) {
    return {
      row,
      leftOut: true,
      zh: `编号 ${person.id} 与第 ${before} 行相同，未参加比对；改为不同的编号`,
      en: `id ${person.id} is that of row ${before}, not compared; give it another`,
    };
  }
  const unreadable = unreadableFields(person);
  if (unreadable.length === 0) return undefined;
  return {
    row,
    leftOut: false,
    zh: `${unreadable.map((field) => fieldNames[field]).join('、')}读不出，按空白比对`,
    en: `${unreadable.join(', ')} cannot be read, compared as empty`,
  };
}

const explainedBy = (message: Bilingual | undefined): Explained =>
  new Explained(message?.zh ?? '文件无法读取', message?.en ?? 'The file cannot be read.');

function notOpened(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new Explained(`没有这个文件：${path}`, `There is no file ${path}`);
  if (code === 'EISDIR')
    return new Explained(`${path} 是文件夹，给出其中的文件`, `${path} is a folder; name a file in it`);
  if (code === 'EACCES') return new Explained(`没有读取 ${path} 的权限`, `${path} may not be read by this user`);
  return error;
}

const noHeadings = (): Explained =>
  new Explained(
    `前 60 行没有找到表头。第一行写列名：${personFields.join(',')}，或 ${Object.values(fieldNames).join('、')}`,
    `No headings were found in the first 60 rows. The first row names the columns: ${personFields.join(', ')}`,
  );

const noIds = (): Explained =>
  new Explained(
    '表头没有“id”（编号）一列，无法指明是哪一行；补上后再试',
    'There is no column id to name the rows by; add one.',
  );

const twoColumns = ({ columns }: Header<PersonField>, field: PersonField): Explained => {
  const names = columns.filter(({ doubled }) => doubled === field).map(({ heading }) => heading);
  return new Explained(
    `“${names.join('”和“')}”两列都是${fieldNames[field]}；只留一列`,
    `The columns ${names.join(' and ')} are both ${field}; keep one of them.`,
  );
};
