import { isBlank, textOf } from './cell.ts';
import type { Row } from './cell.ts';
import type { Header } from './find-header.ts';
import { normaliseHeading, withoutBrackets } from './heading.ts';
import type { SkipReason } from './skipped-row.ts';

/** Columns (from 1) that identify a person's row, if the caller knows them. */
export type PersonColumns = { readonly name?: number | undefined; readonly identity?: number | undefined };

type Filled = { readonly column: number; readonly text: string };

const SUM = '(合计|总计|小计|共计|累计|合計|總計)';
const TOTAL = new RegExp(
  `^(本页|本表|本单位|全县|全市|全区|全州|全乡|全镇)?${SUM}([::(（].*|\\d.*|共.*|[户人行页]数?)?$`,
);
/** 城关镇小计: the total of a group named earlier. */
const TOTAL_OF_GROUP = new RegExp(`^.{1,20}${SUM}([::(（].*|\\d.*|共.*)?$`);
/** Only notes follow these, while the total of a part may be followed by another part of the table. */
const WHOLE = /合计|总计|共计|合計|總計/;
const NOTE = /^(备注|备考|说明|填表说明|填报说明|编制说明|附注|注|注释|注意事项)\d*([::、.(].*)$/;
const SIGNATURE = new RegExp(
  '^(单位负责人|部门负责人|负责人|分管领导|主管领导|主管|领导|工会主席|主席|审核人|审核|审批人|复核人|复核|初审人|填表人|填报人|制表人|制表|' +
    '经办人|经手人|统计人|联系人|联系电话|填报单位|填表单位|填报时间|填报日期|填表时间|填表日期|制表日期|上报时间|日期|签字|签章|盖章|单位盖章)' +
    '(\\([^)]*\\))*:',
);
const SECTION = /^([(]?[一二三四五六七八九十]+[)、.].*|第[一二三四五六七八九十\d]+(部分|类).*)$/;
const PAGE_FOOTER = /^(第?\d+页.*|共\d+页.*|第\d+\/\d+页|page\d+.*|[-~]+\d+[-~]+|打印(时间|日期|人).*)$/i;
/** 共12户: the size of a group, beside its name. */
const HEAD_COUNT = /^共?\d+(户|人|名)$/;
const NUMBERING = /^(序号|编号|序|行号|行次|no|number|#)$/;
const PLACE = /(省|市|县|区|镇|乡|村|街道|社区|公司|集团|厂|矿|局|委|站|所|队|学校|医院|工会|组|类|片区)$/;
/** Sentences, and texts that are longer than any name. */
const SENTENCE = /[,，。;；!！?？:：]|.{21}/;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** Whether a single text is more likely a person's name than the title of a group: 周艳明, 古丽·阿不都, not 城关镇. */
function looksLikeName(text: string): boolean {
  if (text.includes('·')) return true;
  return /^\p{Script=Han}{2,4}$/u.test(text) && !(text.length > 2 && PLACE.test(text));
}

/** Distinguishes rows of data from other rows by what a clerk would see in them. */
export class ClerkEye {
  private readonly numbering: ReadonlySet<number>;
  private readonly headings: ReadonlyMap<number, string>;
  private readonly headerRows: ReadonlySet<number>;
  private readonly firstColumn: number;
  private readonly columns: PersonColumns;
  private readonly titles = new Set<string>();
  private readonly headingRows: Filled[][] = [];
  private ended = false;

  constructor(header: Header<string>, columns: PersonColumns) {
    const isNumbering = (heading: string): boolean => NUMBERING.test(withoutBrackets(normaliseHeading(heading)));
    this.numbering = new Set(header.columns.filter(({ heading }) => isNumbering(heading)).map(({ column }) => column));
    this.headings = new Map(header.columns.map(({ column, heading }) => [column, normaliseHeading(heading)]));
    this.headerRows = new Set(header.headerRows);
    this.firstColumn = header.columns[0]?.column ?? 1;
    this.columns = columns;
  }

  /** Remembers the text above the data, which is repeated on each page. */
  seeAbove(row: Row): void {
    const filled = filledOf(row);
    if (this.headerRows.has(row.number)) this.headingRows.push(filled);
    else for (const { text } of filled) this.titles.add(text);
  }

  /** Why a row is not data; undefined if it is. */
  whySkip(row: Row): SkipReason | undefined {
    const filled = filledOf(row);
    const [first, second] = filled;
    if (first === undefined) return 'BLANK';
    if (this.repeatsHeadings(filled)) return 'REPEATED_HEADING';
    if (numbersColumns(filled)) return 'NUMBER_ONLY';
    if (this.namesPerson(filled)) return undefined;
    if (filled.every(({ column }) => this.numbering.has(column)) && /^\d*$/.test(first.text)) return 'NUMBER_ONLY';
    if (filled.every(({ text }) => PAGE_FOOTER.test(text))) return 'PAGE_FOOTER';
    if (isTotal(first) || (second !== undefined && TOTAL.test(second.text))) return this.total(filled);
    if (SIGNATURE.test(first.text)) return this.end('SIGNATURE');
    if (NOTE.test(first.text)) return this.end('NOTE');
    if (PAGE_FOOTER.test(first.text)) return 'PAGE_FOOTER';
    if (second !== undefined) return this.countedSection(filled) ? 'SECTION' : undefined;
    return this.lone(first);
  }

  private namesPerson(filled: readonly Filled[]): boolean {
    const { name, identity } = this.columns;
    const has = (column: number | undefined): boolean => filled.some((each) => each.column === column);
    return (
      filled.some(({ column, text }) => column === identity && /^\d{14,17}[\dx]$/i.test(text)) ||
      (has(name) && has(identity))
    );
  }

  private total(filled: readonly Filled[]): SkipReason {
    if (filled.slice(0, 2).some(({ text }) => WHOLE.test(text))) this.ended = true;
    return 'TOTAL';
  }

  private countedSection([first, second, ...rest]: readonly Filled[]): boolean {
    if (first === undefined || second === undefined || rest.length > 0) return false;
    return HEAD_COUNT.test(second.text) && !/^\d+$/.test(first.text);
  }

  /** A row with one text only: a title, a note, or a row in which only one cell was filled in. */
  private lone({ column, text }: Filled): SkipReason | undefined {
    if (this.titles.has(text)) return 'TITLE';
    if (SECTION.test(text)) return 'SECTION';
    if (/^\d+$/.test(text)) return undefined;
    const numbered = this.numbering.has(column);
    const atStart = numbered || column <= this.firstColumn;
    const isName = numbered ? false : looksLikeName(text) || (column === this.columns.name && !atStart);
    if (isName && !SENTENCE.test(text)) return undefined;
    if (this.ended || SENTENCE.test(text)) return 'NOTE';
    return atStart ? 'SECTION' : undefined;
  }

  private end(why: SkipReason): SkipReason {
    this.ended = true;
    return why;
  }

  private repeatsHeadings(filled: readonly Filled[]): boolean {
    if (filled.length < 2) return false;
    if (filled.every(({ column, text }) => this.headings.get(column) === normaliseHeading(text))) return true;
    return this.headingRows.some((row) =>
      filled.every(({ column, text }) => row.some((cell) => cell.column === column && cell.text === text)),
    );
  }
}

/** Column numbers under the headings: 1 2 3, (1) (2) (3) or 甲 乙 1 2. */
function numbersColumns(filled: readonly Filled[]): boolean {
  const texts = filled.map(({ text }) => text.replaceAll(/[()]/g, ''));
  const stems = texts.findIndex((text, at) => text !== '甲乙丙丁戊己庚辛壬癸'.charAt(at));
  return texts.length >= 3 && stems >= 0 && texts.slice(stems).every((text, at) => text === String(at + 1));
}

const isTotal = ({ text }: Filled): boolean => TOTAL.test(text) || TOTAL_OF_GROUP.test(text);

function filledOf(row: Row): Filled[] {
  return row.cells.flatMap((cell, at) => (isBlank(cell) ? [] : [{ column: at + 1, text: plain(textOf(cell)) }]));
}
