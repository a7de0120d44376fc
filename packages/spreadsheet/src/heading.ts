/** The headings each field may stand under, the usual one first. */
export type Vocabulary<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** How surely a heading names a field: the words of the vocabulary, or only words among others. */
export type HeadingMatch<Field extends string> = { readonly field: Field; readonly sure: boolean };

/** Headings of these persons are of someone else than the household's head, and never guessed. */
const SOMEONE_ELSE = /配偶|子女|儿子|女儿|父亲|母亲|家属|亲属|监护人|经办|审核|填表/;

/** Longer texts are notes, not headings. */
const LONGEST_HEADING = 200;

/** A heading without white space, with half-width signs, small letters, and no asterisk or colon around it. */
export function normaliseHeading(heading: string): string {
  return heading
    .slice(0, LONGEST_HEADING)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200B-\u200D\uFEFF_]/g, '')
    .replaceAll(/^[*:、.]+|[*:]+$/g, '');
}

/** A heading without what stands in brackets: 家庭月人均收入(元) → 家庭月人均收入. */
export function withoutBrackets(normalised: string): string {
  return normalised.replaceAll(/[([【〔{][^)\]】〕}]*[)\]】〕}]/g, '').replaceAll(/[*:]+$/g, '');
}

/** Finds the field that a heading names by the vocabulary's own words, brackets and units aside. */
export class HeadingDictionary<Field extends string> {
  private readonly exact = new Map<string, Field>();
  private readonly words: { readonly word: string; readonly field: Field }[] = [];

  constructor(vocabulary: Vocabulary<Field>) {
    for (const [field, headings] of Object.entries(vocabulary) as [Field, readonly string[]][]) {
      for (const heading of headings) {
        const whole = normaliseHeading(heading);
        const bare = withoutBrackets(whole);
        for (const word of new Set([whole, bare])) {
          if (word === '' || this.exact.has(word)) continue;
          this.exact.set(word, field);
          this.words.push({ word, field });
        }
      }
    }
    this.words.sort((a, b) => b.word.length - a.word.length);
  }

  /** The field a heading surely names. */
  find(heading: string): Field | undefined {
    const whole = normaliseHeading(heading);
    return this.exact.get(whole) ?? this.exact.get(withoutBrackets(whole));
  }

  /** The field whose longest word is part of the heading: 户主身份证号码 may be 身份证号码. */
  guess(heading: string, taken: ReadonlySet<Field>): Field | undefined {
    const bare = withoutBrackets(normaliseHeading(heading));
    if (SOMEONE_ELSE.test(bare)) return undefined;
    return this.words.find(({ word, field }) => word.length >= 2 && bare.includes(word) && !taken.has(field))?.field;
  }
}
