import type { Bilingual } from './result.ts';

/** A provision of a document, as policies name it: `《县级冬春救助工作方案》篇1 三、2`, `《帮扶中心工作方案》三（二）1`. */
const provision =
  /^《(?<document>[^》]+)》(?:篇(?<part>\d+))?\s*(?<section>[一二三四五六七八九十]+)?、?(?:（(?<sub>[一二三四五六七八九十]+)）)?(?<item>\d+)?$/u;

const numerals = '一二三四五六七八九十';

/**
 * A source as people cite it: the document's name and the article, `《县级冬春救助工作方案》第一篇第三条第2项`, in English
 * `《县级冬春救助工作方案》, part 1, article 3, item 2` (a document keeps its name). A source that is not written as
 * `provision` has it stays as it is.
 */
export function citeSource(source: string): Bilingual {
  const { document, part, section, sub, item } = provision.exec(source)?.groups ?? {};
  if (document === undefined) return { zh: source, en: source };
  const zh = [
    part === undefined ? '' : `第${numerals.charAt(Number(part) - 1)}篇`,
    section === undefined ? '' : `第${section}条`,
    sub === undefined ? '' : `（${sub}）`,
    item === undefined ? '' : `第${item}项`,
  ];
  const en = [
    part === undefined ? '' : `part ${part}`,
    section === undefined ? '' : `article ${numberOf(section)}${sub === undefined ? '' : `(${numberOf(sub)})`}`,
    item === undefined ? '' : `item ${item}`,
  ];
  return {
    zh: `《${document}》${zh.join('')}`,
    en: [`《${document}》`, ...en.filter((each) => each !== '')].join(', '),
  };
}

/** A clause as people cite it: its title, then its source in brackets; of a source that is not known, the title alone. */
export function citeClause(clause: { readonly title: string; readonly source?: string | undefined }): string {
  return clause.source === undefined ? clause.title : `${clause.title}（${citeSource(clause.source).zh}）`;
}

/** Ten at most is written with one numeral, up to ninety-nine with 十 between tens and ones. */
function numberOf(written: string): number {
  const [tens = '', ones] = written.includes('十') ? written.split('十') : ['0', written];
  const ten = tens === '0' ? 0 : tens === '' ? 1 : numerals.indexOf(tens) + 1;
  return 10 * ten + (ones === undefined || ones === '' ? 0 : numerals.indexOf(ones) + 1);
}
