import type { Readable } from 'node:stream';
import type { NumberFormat } from '../cell.ts';
import { isBuiltInDate, showsDate } from './date-formats.ts';
import { readXml } from './xml-part.ts';

/** How cells of one style show their values; both are missing under the general format. */
export type CellFormat = { readonly isDate?: true; readonly number?: NumberFormat };

/** For cells without a style, and those with the general format. */
const GENERAL: CellFormat = {};

/** Built-in formats with a fixed number of decimals (ECMA-376 18.8.30). */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map(
  Object.entries({ 0: [1, 3, 5, 6, 37, 38, 41, 42], 2: [2, 4, 7, 8, 39, 40, 43, 44] }).flatMap(([decimals, ids]) =>
    ids.map((id): [number, NumberFormat] => [id, { decimals: Number(decimals) }]),
  ),
)
  .set(9, { decimals: 0, percent: true })
  .set(10, { decimals: 2, percent: true });

/** The longest format code that Excel writes, in characters. */
const LONGEST_FORMAT = 255;

/** Literal or invisible parts of a format code: quoted, escaped (Chinese Excel writes !), colours, currencies. */
const LITERAL = /"[^"]*"|\[[^\]]*\]|[\\!_*]./g;

/**
 * The decimals, per cent, words and zeros of a number's format code. Undefined if it fixes no decimals: General, text,
 * fractions, powers of ten, and codes that scale by thousands.
 */
export function numberFormatOf(formatCode: string): NumberFormat | undefined {
  const code = formatCode.slice(0, LONGEST_FORMAT);
  const [section = ''] = code.replaceAll(LITERAL, '').split(';');
  const digits = /[#0?][#0?,]*(\.[#0?]*)?(,*)/.exec(section);
  if (digits === null || /general|@|\/|e[+-]/i.test(section)) return undefined;
  const whole = digits[0].replace(/\..*$/, '');
  if (whole.endsWith(',') || digits[2] !== '') return undefined;
  const zeros = whole.replaceAll(',', '').length;
  const words = wordsIn(code);
  return {
    decimals: Math.max(0, (digits[1] ?? '').length - 1),
    ...(section.includes('%') && { percent: true }),
    ...(words !== '' && { words }),
    ...(/^0{2,}$/.test(whole) && !section.includes('-') && { digits: zeros }),
  };
}

/** The letters and currencies that the first section of a format code adds to a number, except ¥. */
function wordsIn(code: string): string {
  const shown = code
    .replaceAll(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replaceAll(/\[[^\]]*\]|[_*]./g, '')
    .replaceAll(/"([^"]*)"|[\\!](.)/g, (_, quoted?: string, escaped?: string) =>
      (quoted ?? escaped ?? '').replaceAll(';', ''),
    );
  const words = (shown.split(';')[0] ?? '').replaceAll(/[^\p{L}/$€£]/gu, '');
  return /[\p{L}$€£]/u.test(words) ? words : '';
}

/** The format of each cell style, by its number. */
export async function readCellFormats(part: Readable): Promise<readonly CellFormat[]> {
  const custom = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  let inCellFormats = false;
  await readXml(part, 'styles', {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), formatOf(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(custom.get(id) ?? builtIn(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}

function formatOf(formatCode: string): CellFormat {
  if (showsDate(formatCode)) return { isDate: true };
  const number = numberFormatOf(formatCode);
  return number === undefined ? GENERAL : { number };
}

function builtIn(id: number): CellFormat {
  if (isBuiltInDate(id)) return { isDate: true };
  const number = BUILT_IN.get(id);
  return number === undefined ? GENERAL : { number };
}
