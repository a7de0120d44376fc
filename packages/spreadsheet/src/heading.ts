import { cutText, withoutControls } from '@nuangong/primitives';

/** The possible headings of each field, the usual one first. */
export type Vocabulary<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Words that only suggest a field: 人均收入 does not say for which period. */
export type Hints<Field extends string> = { readonly [Name in Field]?: readonly string[] };

/** Headings with these words concern somebody other than the household's head. */
const SOMEONE_ELSE = new RegExp(
  '配偶|妻子|丈夫|爱人|成员(?!人?数|人口|总数|.*收入)|子女|儿子|女儿|孩子|学生|父亲|母亲|父母|家属|亲属|亲友|监护|关系|经办|经手|代领|代办|代收|代签|领取人|领款人|收款人' +
    '|联系人|联络人|审核|审批|填表|填报|制表|统计员|负责人|责任人|领导|主席|干部|法人|代表|担保|介绍人|推荐人|结对|帮扶人|走访|慰问人|开户[人名]',
);

/** Amounts for another period or in another unit, and attributes of a thing instead of the thing itself. */
const SOMETHING_ELSE = /年|季|旬|周|日|万|千|时间|期|金额|(?<!身份)证号|编号|复印|住址|地址|签|性质|类别|类型|是否属实/;

/** In brackets these indicate another amount or more people: 月人均收入(百元), (全家), (户). */
const ANOTHER_AMOUNT = /百|角|美|港|全家|户(?!主)|合计|总/;

/** A calendar year says when something was counted, not for which period: 2026年家庭月人均收入. */
const CALENDAR_YEAR = /(?:19|20)\d\d年(?:度)?/g;

/** Longer texts are notes, not headings. */
const LONGEST_HEADING = 200;

/**
 * A heading without white space, with half-width signs and lower-case letters, and without surrounding asterisks or
 * colons.
 */
export function normaliseHeading(heading: string): string {
  return cutText(withoutControls(heading), LONGEST_HEADING)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200B-\u200D\uFEFF_]/g, '')
    .replaceAll(/^[*:、.]+|[*:]+$/g, '');
}

const BRACKETS = /[([【〔{][^)\]】〕}]*[)\]】〕}]/g;

/** A heading without its brackets: 家庭月人均收入(元) → 家庭月人均收入. */
export function withoutBrackets(normalised: string): string {
  return normalised.replaceAll(BRACKETS, '').replaceAll(/[*:]+$/g, '');
}

/** Words without a calendar year. */
export const withoutCalendarYear = (words: string): string => words.replaceAll(CALENDAR_YEAR, '');

/** Whether words indicate a different meaning than the words around them: 年, 季, 代领, 经办, 监护, 联系人, 配偶. */
export function meansSomethingElse(words: string): boolean {
  const normalised = normaliseHeading(words);
  const bare = normalised.includes('月') ? withoutCalendarYear(normalised) : normalised;
  return SOMEONE_ELSE.test(bare) || SOMETHING_ELSE.test(bare);
}

/** Finds the field that a heading names by the vocabulary, ignoring brackets and units. */
export class HeadingDictionary<Field extends string> {
  private readonly exact = new Map<string, Field>();
  private readonly words: { readonly word: string; readonly field: Field }[] = [];

  constructor(vocabulary: Vocabulary<Field>, hints?: Hints<Field>) {
    this.learn(vocabulary, (word, field) => this.exact.set(word, field));
    if (hints !== undefined) this.learn(hints, () => undefined);
    this.words.sort((a, b) => b.word.length - a.word.length);
  }

  private learn(headings: Hints<Field>, keep: (word: string, field: Field) => void): void {
    for (const [field, names] of Object.entries(headings) as [Field, readonly string[]][]) {
      for (const heading of names) {
        const whole = normaliseHeading(heading);
        for (const word of new Set([whole, withoutBrackets(whole)])) {
          if (word === '' || this.exact.has(word)) continue;
          keep(word, field);
          this.words.push({ word, field });
        }
      }
    }
  }

  /** The field that a heading certainly names; text in brackets must not change the meaning: 人均收入(年). */
  find(heading: string): Field | undefined {
    const whole = normaliseHeading(heading);
    const named = this.exact.get(whole);
    if (named !== undefined) return named;
    const aside = (whole.match(BRACKETS) ?? []).join('');
    return meansSomethingElse(aside) || ANOTHER_AMOUNT.test(aside) ? undefined : this.exact.get(withoutBrackets(whole));
  }

  /**
   * The field whose longest word is part of the heading: 户主身份证号码 may be 身份证号码. A word within a longer word of another
   * field does not count: 身份证照片 is not 身份.
   */
  guess(heading: string, taken: ReadonlySet<Field>): Field | undefined {
    if (meansSomethingElse(heading)) return undefined;
    const bare = withoutBrackets(normaliseHeading(heading));
    const parts = this.words.filter(({ word }) => word.length >= 2 && bare.includes(word));
    return parts.find(
      ({ word, field }) =>
        !taken.has(field) &&
        !parts.some((longer) => longer.field !== field && longer.word !== word && longer.word.includes(word)),
    )?.field;
  }
}
