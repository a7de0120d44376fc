import { z } from 'zod';
import { formatYuanGrouped, isLocalDate, parseYuan, valueOf, type Bilingual } from '@nuangong/primitives';

/** The type of a fact's value. Money and factors are decimal text; days are 'YYYY-MM-DD'. */
export const policyFactTypes = [
  'BOOLEAN',
  'INTEGER',
  'YUAN',
  'DECIMAL',
  'DATE',
  'CHOICE',
  'TEXT',
  'CHOICES',
  'DATES',
  'PERSON',
  'ENTRIES',
] as const;
export type PolicyFactType = (typeof policyFactTypes)[number];

/**
 * Where a fact's value comes from. REGISTER: the household's record. HISTORY: earlier aid. TERMS: the campaign or
 * policy and the day. ASKED: answered by the person who handles the application. COORDINATION: the answer of the body
 * asked first. DERIVED: computed from other facts.
 */
export const policyFactOrigins = ['REGISTER', 'HISTORY', 'TERMS', 'ASKED', 'COORDINATION', 'DERIVED'] as const;
export type PolicyFactOrigin = (typeof policyFactOrigins)[number];

const words = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const kinds = z.array(z.string().min(1)).default([]);

/** An entry of the catalogue (判定要素). Facts are data, so that a new one needs no code. */
export const policyFactShape = z.object({
  /** The name that policies use; 'head.sex' is the fact `sex` of the person `head`. */
  name: z.string().regex(/^[a-z][A-Za-z]{0,39}(?:\.[a-z][A-Za-z]{0,39})?$/),
  words,
  type: z.enum(policyFactTypes),
  unit: words.nullable().default(null),
  origin: z.enum(policyFactOrigins),
  /** An expression over the household's record, or for DERIVED over the facts before it; null where nothing is read. */
  read: z.string().min(1).nullable().default(null),
  /** The value assumed while no other is given; null if it must be given. */
  presumed: z.json().default(null),
  /** The greatest value of an INTEGER. */
  most: z.int().min(1).default(1_000_000),
  /** Whether the value may be null. */
  nullable: z.boolean().default(false),
  /** The text of each value of a choice, or of `true` and `false`, with the evidence that proves it. */
  values: z
    .record(z.string(), words.extend({ evidence: kinds, tellsOfHealth: z.boolean().default(false) }))
    .default({}),
  /** The text for null or an empty list. */
  none: words.default({ zh: '未记录', en: 'not recorded' }),
  /** A sentence with {} in place of the value; by default the fact's words and the value. */
  says: words.nullable().default(null),
  /** The kinds of evidence that prove any of its values. */
  evidence: kinds,
  /** Only for readers with `health.read`. */
  tellsOfHealth: z.boolean().default(false),
  /** The facts that hold the first and last day of the value's validity; null where it has none. */
  inForce: z.object({ from: z.string(), to: z.string() }).nullable().default(null),
});

export type PolicyFact = z.output<typeof policyFactShape>;

/** A value of a fact, as JSON holds it. */
export type FactValue = z.output<ReturnType<typeof z.json>>;

/**
 * Facts by name; those of a person are nested in an object, which is null if there is no such person. `presumed` names
 * the facts whose value is assumed.
 */
export type Facts = Readonly<Record<string, FactValue>>;

const date = z.string().refine(isLocalDate);
/** As much as `parseYuan` reads. */
const yuanText = z.string().regex(/^\d{1,11}(?:\.\d{1,2})?$/);
const decimalText = z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/);

/** The most values in a list, and entries in a record of one. */
const mostValues = 400;
const mostKeys = 40;

/** An entry of a list: short texts, numbers, lists of them. */
const plain = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const entry = z
  .record(z.string().max(60), z.union([plain, z.array(plain).max(mostValues)]))
  .refine((given) => Object.keys(given).length <= mostKeys);

const shapes = new WeakMap<PolicyFact, z.ZodType<FactValue>>();

/** The schema of a fact's values, apart from null. */
function valueShape(fact: PolicyFact): z.ZodType<FactValue> {
  const known = shapes.get(fact) ?? shapeOf(fact, Object.keys(fact.values));
  shapes.set(fact, known);
  return known;
}

/** The value if it fits the fact's type, else undefined. */
export function readFactValue(fact: PolicyFact, value: unknown): FactValue | undefined {
  const read = valueShape(fact).safeParse(value);
  return read.success ? read.data : undefined;
}

/** How a value of the fact is written, for the person who answers it. */
export function howToAnswer({ type, most, values }: PolicyFact): Bilingual {
  switch (type) {
    case 'BOOLEAN':
      return { zh: '选“是”或“否”', en: 'choose yes or no' };
    case 'INTEGER':
      return { zh: `填写 0 至 ${most} 的整数`, en: `enter a whole number from 0 to ${most}` };
    case 'YUAN':
      return { zh: '填写金额，单位元，最多两位小数，如 5000.00', en: 'enter yuan with at most two decimals: 5000.00' };
    case 'DECIMAL':
      return { zh: '填写数字，如 1.5', en: 'enter a number: 1.5' };
    case 'DATE':
      return { zh: '填写日期，如 2026-12-01', en: 'enter a day: 2026-12-01' };
    case 'TEXT':
      return { zh: '填写 1 至 200 个字', en: 'enter 1 to 200 characters' };
    case 'CHOICE':
    case 'CHOICES': {
      const words = Object.values(values);
      return {
        zh: `从这些选项中选：${words.map(({ zh }) => zh).join('、')}`,
        en: `choose from: ${words.map(({ en }) => en).join(', ')}`,
      };
    }
    case 'DATES':
      return { zh: `逐个填写日期，最多 ${mostValues} 个`, en: `enter individual days, at most ${mostValues}` };
    case 'PERSON':
    case 'ENTRIES':
      return {
        zh: `逐条填写，最多 ${mostValues} 条，每项不超过 200 个字`,
        en: `enter at most ${mostValues} entries of short texts and numbers`,
      };
  }
}

/** Whether people answer the fact. */
export function isAsked({ origin, type }: PolicyFact): boolean {
  return (origin === 'ASKED' || origin === 'COORDINATION') && type !== 'PERSON';
}

const maps = new WeakMap<readonly PolicyFact[], ReadonlyMap<string, PolicyFact>>();

/** Entries by name. */
export function factsByName(facts: readonly PolicyFact[]): ReadonlyMap<string, PolicyFact> {
  const known = maps.get(facts) ?? new Map(facts.map((fact) => [fact.name, fact]));
  maps.set(facts, known);
  return known;
}

function shapeOf({ type, most }: PolicyFact, codes: readonly string[]): z.ZodType<FactValue> {
  switch (type) {
    case 'BOOLEAN':
      return z.boolean();
    case 'INTEGER':
      return z.int().min(0).max(most);
    case 'YUAN':
      return yuanText;
    case 'DECIMAL':
      return decimalText;
    case 'DATE':
      return date;
    case 'TEXT':
      return z.string().min(1).max(200);
    case 'CHOICE':
      return z.enum(codes);
    case 'CHOICES':
      return z.array(z.enum(codes)).max(mostValues);
    case 'DATES':
      return z.array(date).max(mostValues);
    case 'PERSON':
      return z.record(z.string(), z.json());
    case 'ENTRIES':
      return z.array(entry).max(mostValues);
  }
}

/** The value of a fact by name; undefined where it is not given, or its person is null. */
export function factNamed(facts: Facts, name: string): FactValue | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) return facts[name];
  const value = facts[name.slice(0, dot)];
  const second = name.slice(dot + 1);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[second] : undefined;
}

/** The person that a fact belongs to, from its name; undefined if it belongs to none. */
export function personOf(name: string): string | undefined {
  return name.includes('.') ? name.split('.')[0] : undefined;
}

/** A value as text, with its unit. */
export function sayValue(fact: PolicyFact, value: FactValue | undefined): Bilingual {
  if (value === null || value === undefined) return fact.none;
  if (Array.isArray(value)) return value.length === 0 ? fact.none : joined(value.map((each) => saySingle(fact, each)));
  return saySingle(fact, value);
}

/** Marks a value that is assumed. */
const presumedMark: Bilingual = { zh: '（推定）', en: ' (presumed)' };

/** A fact as text on a decision's line, marked if its value is assumed. */
export function sayFactOf(fact: PolicyFact, facts: Facts, value = factNamed(facts, fact.name)): Bilingual {
  const said = sayFact(fact, value);
  const { presumed } = facts;
  const isPresumed = Array.isArray(presumed) && presumed.includes(fact.name);
  return isPresumed ? { zh: `${said.zh}${presumedMark.zh}`, en: `${said.en}${presumedMark.en}` } : said;
}

/** A fact as text: choices without the fact's name, others after it. */
function sayFact(fact: PolicyFact, value: FactValue | undefined): Bilingual {
  const said = sayValue(fact, value);
  if (fact.says !== null && value !== null && value !== undefined) {
    return { zh: fact.says.zh.replace('{}', said.zh), en: fact.says.en.replace('{}', said.en) };
  }
  const alone = Object.keys(fact.values).length > 0 || said === fact.none;
  return alone ? said : { zh: `${fact.words.zh} ${said.zh}`, en: `${fact.words.en} ${said.en}` };
}

/** The values of a list that do not reveal health; a single value unchanged. */
export function withoutHealthOf(fact: PolicyFact, value: FactValue): FactValue {
  if (!Array.isArray(value)) return value;
  const open = value.filter((each) => fact.values[String(each)]?.tellsOfHealth !== true);
  return open.length === value.length ? value : open;
}

/** The facts that do not reveal health. */
export function factsWithoutHealth(catalogue: readonly PolicyFact[], facts: Facts): Facts {
  const byName = factsByName(catalogue);
  const open = (name: string, value: FactValue): readonly (readonly [string, FactValue])[] => {
    if (name === 'presumed') return [[name, value]];
    const fact = byName.get(name);
    if (fact === undefined || fact.tellsOfHealth) return [];
    const key = name.slice(name.indexOf('.') + 1);
    if (fact.type !== 'PERSON' || value === null) return [[key, withoutHealthOf(fact, value)]];
    return [[key, Object.fromEntries(Object.entries(value).flatMap(([each, own]) => open(`${name}.${each}`, own)))]];
  };
  return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => open(name, value)));
}

/** The evidence that proves a value: the fact's own, and that of its chosen values. */
export function evidenceOf(fact: PolicyFact, value: FactValue | undefined): readonly string[] {
  const chosen = Array.isArray(value) ? value.map(String) : [String(value)];
  return [...fact.evidence, ...chosen.flatMap((each) => fact.values[each]?.evidence ?? [])];
}

function saySingle(fact: PolicyFact, value: FactValue): Bilingual {
  const known = fact.values[String(value)];
  if (known !== undefined) return { zh: known.zh, en: known.en };
  const text = plainText(fact.type, value);
  const { unit } = fact;
  return unit === null ? { zh: text, en: text } : { zh: `${text} ${unit.zh}`, en: `${text} ${unit.en}` };
}

function plainText(type: PolicyFactType, value: FactValue): string {
  if (type === 'YUAN' && typeof value === 'string') return formatYuanGrouped(valueOf(parseYuan(value)));
  if (type === 'BOOLEAN') return value === true ? '是' : '否';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function joined(parts: readonly Bilingual[]): Bilingual {
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
}
