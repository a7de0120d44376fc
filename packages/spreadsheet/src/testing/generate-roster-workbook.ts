import { writeTable } from '../exceljs-writer.ts';
import type { TableColumn, TableValue } from '../table.ts';

const COLUMNS: readonly TableColumn[] = [
  { heading: '序号', format: 'integer', width: 6 },
  { heading: '姓名', format: 'text', width: 10 },
  { heading: '性别', format: 'text', width: 6 },
  { heading: '身份证号码', format: 'text', width: 20 },
  { heading: '工作单位', format: 'text', width: 20 },
  { heading: '家庭人口', format: 'integer', width: 8 },
  { heading: '家庭月人均收入(元)', format: 'integer', width: 10 },
  { heading: '致困原因', format: 'text', width: 18 },
  { heading: '是否低保', format: 'text', width: 8 },
  { heading: '是否农民工', format: 'text', width: 8 },
  { heading: '劳模', format: 'text', width: 8 },
  { heading: '联系电话', format: 'text', width: 14 },
  { heading: '银行卡号', format: 'text', width: 22 },
  { heading: '备注', format: 'text', width: 12 },
];

const REGIONS = ['522701', '522702', '522722', '522723', '522725', '522726', '522727', '522728', '522729', '522730'];
const SURNAMES = ['周', '谭', '熊', '秦', '董', '许', '万', '曾', '石', '毛', '苏', '孙', '陆', '陈', '史'];
const GIVEN = ['艳', '红', '霞', '凤', '盛', '超', '丽', '昌', '康', '清', '娜', '龙', '贵', '文', '英', '敏', '刚'];
const EMPLOYERS = ['县农机厂', '县建筑公司', '县第二中学', '县人民医院', '县酒厂', '县环卫站', '县水泥厂'];
const CAUSES = ['本人患大病', '子女上学', '意外灾害', '失业', '大病、子女上学'];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An invented identity number with a valid check digit, different for every number up to 2,400,000. */
export function inventedIdentityNumber(number: number): string {
  const day = Math.floor(number / 500) % 4_800;
  const born = new Date(Date.UTC(1962, 0, 1 + day * 3)).toISOString().slice(0, 10).replaceAll('-', '');
  const region = REGIONS[Math.floor(number / 2_400_000) % REGIONS.length]!;
  const seventeen = `${region}${born}${String((number % 500) + 100).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return `${seventeen}${'10X98765432'[sum % 11]!}`;
}

function rosterRow(number: number): TableValue[] {
  const identityNumber = inventedIdentityNumber(number);
  const pick = (from: readonly string[], step: number): string => from[Math.floor(number / step) % from.length]!;
  return [
    number,
    `${pick(SURNAMES, 1)}${pick(GIVEN, 3)}${pick(GIVEN, 41)}`,
    Number(identityNumber[16]) % 2 === 1 ? '男' : '女',
    identityNumber,
    pick(EMPLOYERS, 2),
    (number % 6) + 1,
    (number % 41) * 20,
    pick(CAUSES, 1),
    number % 3 === 0 ? '是' : '否',
    number % 5 === 0 ? '是' : '否',
    null,
    `185${String(10_000_000 + ((number * 7919) % 89_999_999))}`,
    `62744085${String(10_000_000_000 + number * 104_729)}`,
    null,
  ];
}

function* rosterRows(count: number): Generator<TableValue[], void> {
  for (let number = 1; number <= count; number++) yield rosterRow(number);
}

/**
 * Writes a roster of invented people in the 14 columns of a county's roster, headings in row 1, `rows` rows of data.
 * Every identity number is valid and unique, and matches the sex beside it.
 */
export function generateRosterWorkbook(path: string, rows: number): Promise<void> {
  return writeTable(path, { sheetName: '花名册', columns: COLUMNS, rows: rosterRows(rows) });
}
