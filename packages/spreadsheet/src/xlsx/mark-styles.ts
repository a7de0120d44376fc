import type { Readable } from 'node:stream';
import { readXml } from './xml-part.ts';
import { rewriteXml, writeTag } from './rewrite-xml.ts';

/** The styles of a workbook, to which marked variants are added. */
export type MarkedStyles = {
  /** The style for a cell in a marked row that had the given style. */
  readonly twinOf: (style: number) => number;
  /** The style for a cell with reasons: coloured, with line breaks. */
  readonly reason: number;
};

/** The colour of marked rows (ARGB). */
export const MARK_COLOUR = 'FFFFE0B2';

type Counted = { readonly fills: number; readonly formats: number };

async function countStyles(part: Readable): Promise<Counted> {
  const counted = { fills: 0, formats: 0 };
  let inside = '';
  await readXml(part, 'styles', {
    open: (name) => {
      if (name === 'fills' || name === 'cellXfs') inside = name;
      else if (name === 'fill' && inside === 'fills') counted.fills++;
      else if (name === 'xf' && inside === 'cellXfs') counted.formats++;
    },
    close: (name) => {
      if (name === inside) inside = '';
    },
  });
  return counted;
}

/** Excel does not open a workbook with more cell formats than this. */
const MOST_FORMATS = 65_000;

/**
 * Plans the marked variants; undefined if the workbook has no fills or formats to extend (rows then stay uncoloured).
 */
export async function planMarkedStyles(part: Readable): Promise<{ styles: MarkedStyles; fill: number } | undefined> {
  const { fills, formats } = await countStyles(part);
  if (fills === 0 || formats === 0 || formats * 2 + 1 > MOST_FORMATS) return undefined;
  return { fill: fills, styles: { twinOf: (style) => formats + Math.min(style, formats - 1), reason: formats * 2 } };
}

/** Streams the styles with one more fill, a marked variant of every cell format, and the format of reasons. */
export function addMarkedStyles(part: Readable, fill: number): Readable {
  let inside = '';
  let twins = '';
  const marked = { fillId: String(fill), applyFill: '1' };
  return rewriteXml(part, 'styles', {
    open: (tag) => {
      if (tag.name === 'fills' || tag.name === 'cellXfs') {
        inside = tag.name;
        return writeTag(tag, { count: undefined });
      }
      if (inside === 'cellXfs') twins += tag.name === 'xf' ? writeTag(tag, marked) : writeTag(tag);
      return undefined;
    },
    close: ({ name, prefix, isSelfClosing }) => {
      if (inside === 'cellXfs' && name !== inside && !isSelfClosing) twins += `</${prefix}${name}>`;
      if (name !== inside) return undefined;
      inside = '';
      if (name === 'fills') {
        const solid =
          `<${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${MARK_COLOUR}"/>` +
          `<${prefix}bgColor indexed="64"/></${prefix}patternFill>`;
        return `<${prefix}fill>${solid}</${prefix}fill></${prefix}fills>`;
      }
      const reason =
        `<${prefix}xf numFmtId="0" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyFill="1" ` +
        `applyAlignment="1"><${prefix}alignment vertical="center" wrapText="1"/></${prefix}xf>`;
      return `${twins}${reason}</${prefix}${name}>`;
    },
  });
}
