import { z } from 'zod';
import type { Bilingual } from '@nuangong/primitives';
import { dimensionOf, findFactKind, type FactKindDefinition } from '../../fact/fact/fact-kinds.ts';

/** A message of a schema in both languages; `wordsOfIssue` takes it apart. */
export const inBoth = (zh: string, en: string): string => `${zh}${between}${en}`;
const between = ' · ';

/** A schema's message in both languages: its own words, or those of its library. */
export function wordsOfIssue(chinese: string, english: string): Bilingual {
  const [zh, en] = chinese.split(between);
  return { zh: zh ?? chinese, en: en ?? english };
}

/** No control characters: neither the database nor a workbook takes them. */
export const withoutControls = /^\P{Cc}*$/u;
export const controls = inBoth('含有控制字符，删去后再载入', 'remove the control characters');

/** A text that is printed: not blank, no control characters. */
export const printedText = (most: number) =>
  z.string().max(most).regex(/\S/, inBoth('不能为空', 'must not be blank')).regex(withoutControls, controls);

/** Words in both languages. */
export const bilingual = z.strictObject({ zh: printedText(2000), en: printedText(2000) });

/**
 * A condition on a fact, besides its kind and its day:
 *
 * - ONE_OF: a dimension has one of these codes.
 * - FLAG: a dimension is true.
 * - BOOKED_OR_FLAG: the fact is booked to a campaign, or the dimension is true.
 * - FROM_OUTSIDE: a transfer comes from outside the unit's own subtree.
 * - HOUSEHOLD_WITH_WORKER: the household has a worker among its members; true unless its file says that it has none.
 * - ON_REGISTER: the household is on the register on the fact's day; its persons are then limited to its workers.
 */
export const condition = z.discriminatedUnion('test', [
  z.strictObject({
    test: z.literal('ONE_OF'),
    dimension: z.string(),
    values: z
      .array(z.string().regex(/^[A-Z][A-Z_]*$/))
      .min(1)
      .max(100),
  }),
  z.strictObject({ test: z.literal('FLAG'), dimension: z.string() }),
  z.strictObject({ test: z.literal('BOOKED_OR_FLAG'), dimension: z.string() }),
  z.strictObject({ test: z.literal('FROM_OUTSIDE') }),
  z.strictObject({ test: z.literal('HOUSEHOLD_WITH_WORKER') }),
  z.strictObject({ test: z.literal('ON_REGISTER') }),
]);

/**
 * How the facts of a rule are measured: their number, the distinct households or persons among them, or the sum of
 * their counts, persons, migrant workers or fen. Distinct means distinct within the organisation that owns the record:
 * a household or person in two organisations counts twice above them, as on paper.
 */
export const measure = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('FACTS') }),
  z.strictObject({ of: z.literal('DISTINCT'), who: z.enum(['HOUSEHOLD', 'PERSON']) }),
  z.strictObject({ of: z.literal('SUM'), what: z.enum(['COUNT', 'PERSONS', 'MIGRANT_PERSONS', 'AMOUNT']) }),
]);

/**
 * Which days of a fact count:
 *
 * - IN_PERIOD: it happened in the period; facts booked to the table's campaign count up to the last day.
 * - IN_YEAR: it happened in the calendar year of the first day.
 * - ANY_DAY: the state held on any day of the period, and is read as of the last of these days.
 * - LAST_DAY: the state held on the last day.
 */
export const countedDays = z.enum(['IN_PERIOD', 'IN_YEAR', 'ANY_DAY', 'LAST_DAY']);

/** A rule over facts, as forms hold it: which kinds, on which days, under which conditions, how measured. */
export const ruleSchema = z.strictObject({
  kinds: z.array(z.string()).min(1).max(100),
  when: countedDays,
  where: z.array(condition).max(50),
  measure,
  /** The rule as shown to the reader of the table. */
  words: bilingual,
});

export type Rule = z.output<typeof ruleSchema>;
export type Condition = z.output<typeof condition>;
export type Measure = z.output<typeof measure>;
export type CountedDays = z.output<typeof countedDays>;

/** Whether a rule has a condition of this test. */
export const tests = (rule: Rule, test: Condition['test']): boolean => rule.where.some((each) => each.test === test);

/** The faults in a rule: kinds that no event records, and questions that its kinds cannot answer. */
export function faultsOfRule(rule: Rule): readonly Bilingual[] {
  return rule.kinds.flatMap((name) => {
    const kind = findFactKind(name);
    if (kind === undefined) return [{ zh: `没有记录 ${name} 的业务`, en: `no event records ${name}` }];
    return [
      ...dayFaults(name, kind, rule.when),
      ...measureFaults(name, kind, rule.measure),
      ...rule.where.flatMap((each) => conditionFaults(name, kind, each)),
    ];
  });
}

function dayFaults(name: string, { tells }: FactKindDefinition, when: CountedDays): readonly Bilingual[] {
  const ofStates = when === 'ANY_DAY' || when === 'LAST_DAY';
  if (ofStates === (tells === 'STATE')) return [];
  return [
    ofStates
      ? { zh: `${name} 不是状态，when 用 IN_PERIOD 或 IN_YEAR`, en: `${name} is not a state: use IN_PERIOD or IN_YEAR` }
      : { zh: `${name} 是状态，when 用 ANY_DAY 或 LAST_DAY`, en: `${name} is a state: use ANY_DAY or LAST_DAY` },
  ];
}

function measureFaults(name: string, kind: FactKindDefinition, by: Measure): readonly Bilingual[] {
  switch (by.of) {
    case 'FACTS':
      return [];
    case 'DISTINCT':
      return kind.distinct.includes(by.who)
        ? []
        : [{ zh: `${name} 不记 ${by.who}`, en: `${name} does not record ${by.who}` }];
    case 'SUM':
      return kind.measures.includes(by.what)
        ? []
        : [{ zh: `${name} 不记 ${by.what}`, en: `${name} does not record ${by.what}` }];
  }
}

function conditionFaults(name: string, kind: FactKindDefinition, asked: Condition): readonly Bilingual[] {
  switch (asked.test) {
    case 'ONE_OF': {
      const codes = dimensionOf(kind, asked.dimension);
      if (codes === undefined || codes === 'FLAG')
        return [{ zh: `${name} 没有 ${asked.dimension} 这一分类`, en: `${name} has no code ${asked.dimension}` }];
      return asked.values
        .filter((value) => !codes.includes(value))
        .map((value) => ({
          zh: `${name} 的 ${asked.dimension} 没有 ${value} 这一项`,
          en: `${asked.dimension} of ${name} is never ${value}`,
        }));
    }
    case 'FLAG':
    case 'BOOKED_OR_FLAG':
      return dimensionOf(kind, asked.dimension) === 'FLAG'
        ? []
        : [{ zh: `${name} 没有 ${asked.dimension} 这一标记`, en: `${name} has no flag ${asked.dimension}` }];
    case 'FROM_OUTSIDE':
      return kind.measures.includes('AMOUNT')
        ? []
        : [{ zh: `${name} 不是资金往来`, en: `${name} is not a money movement` }];
    case 'HOUSEHOLD_WITH_WORKER':
    case 'ON_REGISTER':
      return kind.distinct.includes('HOUSEHOLD')
        ? []
        : [{ zh: `${name} 不涉及家庭`, en: `${name} does not concern households` }];
  }
}
