import { problem } from '@nuangong/primitives';
import type { Bilingual, Problem } from '@nuangong/primitives';

/** Thrown while rows are streamed, when a Result can no longer be returned; carries the problem. */
export class SpreadsheetRefused extends Error {
  readonly problem: Problem;

  constructor(why: Problem) {
    super(`${why.code}: ${why.message.en}`);
    this.name = 'SpreadsheetRefused';
    this.problem = why;
  }
}

const megabytes = (bytes: number): string => String(Math.max(1, Math.floor(bytes / 1024 / 1024)));

/** The file exceeds the upload limit; sizes in bytes. */
export const fileTooLarge = (bytes: number, limit: number): Problem =>
  problem('FILE_TOO_LARGE', {
    zh: `文件有 ${megabytes(bytes)} MB，上限是 ${megabytes(limit)} MB。删去图片和多余的工作表，或分成几个文件上传。`,
    en: `The file has ${megabytes(bytes)} MB; the limit is ${megabytes(limit)} MB. Remove pictures and unused sheets, or upload it as several files.`,
  });

/** The content is not a spreadsheet, regardless of the name; `what` is its actual type. */
export const notASpreadsheet = (what: Bilingual): Problem =>
  problem('NOT_A_SPREADSHEET', {
    zh: `此文件不是表格，而是${what.zh}。用 WPS 或 Excel 打开原表，另存为 .xlsx 或 .csv 后上传。`,
    en:
      `This file is not a spreadsheet but ${what.en}. Open the original in WPS or Excel, save it as .xlsx or .csv, ` +
      'and upload that.',
  });

/** The file is empty. */
export const emptyFile = (): Problem =>
  problem('EMPTY_FILE', {
    zh: '文件是空的。确认表格已保存，再上传有内容的文件。',
    en: 'The file is empty. Check that the table was saved and upload the file with its content.',
  });

/** The file is encrypted. */
export const passwordProtected = (): Problem =>
  problem('PASSWORD_PROTECTED', {
    zh: '文件设有打开密码。在 WPS 或 Excel 中打开，于“文件 → 文档加密”中清除密码，保存后上传。',
    en:
      'The file is protected by a password. Open it in WPS or Excel, remove the password under File → Info → ' +
      'Protect (文档加密), save it, and upload it again.',
  });

/** An unsupported format: .xls, .et, .xlsb, .ods and the like. */
export const oldFormat = (): Problem =>
  problem('OLD_FORMAT', {
    zh: '文件是旧版或其他格式的表格（如 .xls、.et、.xlsb、.ods）。用 WPS 或 Excel 打开，另存为 .xlsx 后上传。',
    en:
      'The file is a spreadsheet of an older or other format (such as .xls, .et, .xlsb, .ods). ' +
      'Open it in WPS or Excel, save it as .xlsx, and upload that.',
  });

/** The file unzips to far more than a table needs. */
export const zipBomb = (): Problem =>
  problem('ZIP_BOMB', {
    zh: '文件解压后异常庞大，未予读取。把数据复制到新建的表格中，另存为 .xlsx 后上传。',
    en:
      'The file unzips to an abnormal size and was not read. Copy the data into a new table, save it as .xlsx, ' +
      'and upload that.',
  });

/** The file declares XML entities, which spreadsheet programs do not write. */
export const entitiesDeclared = (): Problem =>
  problem('XML_ENTITIES', {
    zh: '文件内含实体声明，表格软件不会这样保存，未予读取。把数据复制到新建的表格中，另存为 .xlsx 后上传。',
    en:
      'The file declares XML entities, which no spreadsheet program writes, and was not read. ' +
      'Copy the data into a new table, save it as .xlsx, and upload that.',
  });

/** Parts are missing, truncated, or not well formed. */
export const damaged = (part: string): Problem =>
  problem('DAMAGED_WORKBOOK', {
    zh: `文件已损坏（${part}）。用 WPS 或 Excel 打开检查，另存为新的 .xlsx 后上传。`,
    en: `The file is damaged (${part}). Open it in WPS or Excel, check it, save it as a new .xlsx, and upload that.`,
  });

/**
 * One cell has more text than Excel can write; named by its reference, such as G5, and the sheet if there are several.
 */
export const cellTooLong = (limit: number, cell: string, sheet?: string): Problem =>
  problem('CELL_TOO_LONG', {
    zh: `${sheet === undefined ? '' : `工作表“${sheet}”`}单元格 ${cell} 的文字超过 ${limit} 个字符。缩短该单元格后上传。`,
    en:
      `Cell ${cell}${sheet === undefined ? '' : ` of sheet “${sheet}”`} has more than ${limit} characters. ` +
      'Shorten it and upload the file again.',
  });

/** A value below the last row that is read. */
export const tooManyRows = (limit: number): Problem =>
  problem('TOO_MANY_ROWS', {
    zh: `表格超过 ${limit} 行。分成几个文件上传。`,
    en: `The table has more than ${limit} rows. Upload it as several files.`,
  });

/** A value to the right of the last column that is read. */
export const tooManyColumns = (limit: number, row: number): Problem =>
  problem('TOO_MANY_COLUMNS', {
    zh: `第 ${row} 行在第 ${limit} 列之后还有内容。删去多余的列后上传。`,
    en: `Row ${row} has values beyond column ${limit}. Remove the extra columns and upload the file again.`,
  });

/** Text whose encoding cannot be detected. */
export const unknownEncoding = (): Problem =>
  problem('UNKNOWN_ENCODING', {
    zh: '文本编码不是 UTF-8、GB18030 或带 BOM 的 UTF-16。用 WPS 或 Excel 打开，另存为“CSV UTF-8”或 .xlsx 后上传。',
    en:
      'The text is not in UTF-8, GB18030, or UTF-16 with a byte order mark. Open it in WPS or Excel, save it as ' +
      '"CSV UTF-8" or .xlsx, and upload that.',
  });

/** A quotation mark is not closed. */
export const quoteNotClosed = (row: number): Problem =>
  problem('QUOTE_NOT_CLOSED', {
    zh: `第 ${row} 行之后有引号没有成对。补上或删去该引号，或另存为 .xlsx 后上传。`,
    en: `After row ${row} a quotation mark is not closed. Add or remove it, or save the table as .xlsx, and upload the file again.`,
  });

/** Every sheet of the workbook is hidden or a chart. */
export const noVisibleSheet = (): Problem =>
  problem('NO_VISIBLE_SHEET', {
    zh: '工作簿中没有可见的数据工作表。取消隐藏要上传的工作表，保存后上传。',
    en: 'The workbook has no visible sheet with data. Unhide the sheet to be uploaded, save, and upload it again.',
  });
