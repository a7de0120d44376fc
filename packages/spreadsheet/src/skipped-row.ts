import type { Bilingual } from '@nuangong/primitives';

/** Why a row is not data. */
export type SkipReason =
  | 'TITLE'
  | 'BLANK'
  | 'NUMBER_ONLY'
  | 'REPEATED_HEADING'
  | 'SECTION'
  | 'TOTAL'
  | 'NOTE'
  | 'SIGNATURE'
  | 'PAGE_FOOTER';

/** A skipped row and the reason. */
export type SkippedRow = { readonly row: number; readonly why: SkipReason };

/** Describes the reason, for the summary of how a file was read. */
export function describeSkip(why: SkipReason): Bilingual {
  switch (why) {
    case 'TITLE':
      return { zh: '表头之上的标题', en: 'title above the headings' };
    case 'BLANK':
      return { zh: '空行', en: 'blank row' };
    case 'NUMBER_ONLY':
      return { zh: '只有序号', en: 'only a serial number' };
    case 'REPEATED_HEADING':
      return { zh: '重复的表头', en: 'headings repeated' };
    case 'SECTION':
      return { zh: '分组标题', en: 'section title' };
    case 'TOTAL':
      return { zh: '合计行', en: 'totals row' };
    case 'NOTE':
      return { zh: '表下说明', en: 'note under the table' };
    case 'SIGNATURE':
      return { zh: '签字行', en: 'signature row' };
    case 'PAGE_FOOTER':
      return { zh: '页脚', en: 'page footer' };
  }
}
