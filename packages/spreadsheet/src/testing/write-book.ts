import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { columnLetters } from '../cell.ts';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A relationships part; `$` is replaced by the usual prefix of a type. */
export const relationships = (content: string): string =>
  `<Relationships>${content.replaceAll('$', REL)}</Relationships>`;

/** A sheet's XML around its rows. */
export const sheetOf = (data: string, head = '', tail = ''): string =>
  `<worksheet xmlns="${MAIN}">${head}<sheetData>${data}</sheetData>${tail}</worksheet>`;

/** The XML of a text cell. */
export const textCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The minimal parts of a workbook with one sheet; `parts` adds or replaces others. */
export function bookParts(sheet: string | Buffer, parts: Record<string, string> = {}): Record<string, string | Buffer> {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships('<Relationship Id="r" Type="$/officeDocument" Target="xl/workbook.xml"/>'),
    'xl/workbook.xml': `<workbook xmlns:r="${REL}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      '<Relationship Id="r1" Type="$/worksheet" Target="/xl/worksheets/sheet1.xml"/>' +
        '<Relationship Id="r2" Type="$/styles" Target="styles.xml"/>' +
        '<Relationship Id="r3" Type="$/sharedStrings" Target="sharedStrings.xml"/>',
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  };
}

/** Writes the parts of a workbook as a file. */
export async function writeBook(path: string, parts: Record<string, string | Buffer>): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [part, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), part);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** A sheet for a test: rows of texts, without blank ones. */
export type SheetToWrite = {
  readonly name: string;
  readonly state?: 'hidden';
  readonly rows: readonly (readonly string[])[];
};

/** Writes a workbook of several sheets of texts. */
export function writeSheets(path: string, sheets: readonly SheetToWrite[]): Promise<string> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships('<Relationship Id="r" Type="$/officeDocument" Target="xl/workbook.xml"/>'),
  };
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  parts['xl/workbook.xml'] = `<workbook xmlns:r="${REL}"><sheets>${listed.join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relationships(
    sheets
      .map((_, at) => `<Relationship Id="r${at + 1}" Type="$/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join(''),
  );
  for (const [at, { rows }] of sheets.entries()) {
    const data = rows.map((texts, row) => {
      const cells = texts.map((text, column) =>
        text === '' ? '' : textCell(`${columnLetters(column + 1)}${row + 1}`, text),
      );
      return `<row r="${row + 1}">${cells.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetOf(data.join(''));
  }
  return writeBook(path, parts);
}
