import { z } from 'zod';
import { formatYuanGrouped, isLocalDate, parseYuan, valueOf, type Bilingual } from '@nuangong/primitives';

/** What a value of a fact is. Money and factors are decimal text; days are 'YYYY-MM-DD'. */
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
 * Where a fact's value comes from. REGISTER: the household's record. HISTORY: aid given before. TERMS: the campaign or
 * policy and the day. ASKED: answered by who handles the application. COORDINATION: the answer of who was asked first.
 * DERIVED: worked out from other facts.
 */
export const policyFactOrigins = ['REGISTER', 'HISTORY', 'TERMS', 'ASKED', 'COORDINATION', 'DERIVED'] as const;
export type PolicyFactOrigin = (typeof policyFactOrigins)[number];

const words = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const kinds = z.array(z.string().min(1)).default([]);

/** An entry of the catalogue (判定要素): data, so that a new fact is no program. */
export const policyFactShape = z.object({
  /** As policies name it; 'head.sex' is the fact `sex` of the person `head`. */
  name: z.string().regex(/^[a-z][A-Za-z]{0,39}(?:\.[a-z][A-Za-z]{0,39})?$/),
  words,
  type: z.enum(policyFactTypes),
  unit: words.nullable().default(null),
  origin: z.enum(policyFactOrigins),
  /** An expression over the record of the household, for DERIVED over the facts before it; null where nothing is read. */
  read: z.string().min(1).nullable().default(null),
  /** The value while nobody said another; null where it must be said. */
  presumed: z.json().default(null),
  /** Whether null is a value of it. */
  nullable: z.boolean().default(false),
  /** The values of a choice, or `true` and `false`, in words; with the evidence that proves one of them. */
  values: z
    .record(z.string(), words.extend({ evidence: kinds, tellsOfHealth: z.boolean().default(false) }))
    .default({}),
  /** Null, or an empty list, in words. */
  none: words.default({ zh: '未记录', en: 'not recorded' }),
  /** How the value is said, with {} in its place; the words and the value unless given. */
  says: words.nullable().default(null),
  /** The kinds of evidence that prove it, whatever its value. */
  evidence: kinds,
  /** Read by those who hold `health.read` alone. */
  tellsOfHealth: z.boolean().default(false),
  /** The facts that say from when to when the value is in force; null where it has no such days. */
  inForce: z.object({ from: z.string(), to: z.string() }).nullable().default(null),
});

export type PolicyFact = z.output<typeof policyFactShape>;

/** A value of a fact, as JSON holds it. */
export type FactValue = z.output<ReturnType<typeof z.json>>;

/**
 * Facts by name, those of a person as an object of its own; null is a person that there is none of. `presumed` names those
 * that nobody said.
 */
export type Facts = Readonly<Record<string, FactValue>>;

const date = z.string().refine(isLocalDate);
const yuanText = z.string().regex(/^\d{1,12}(?:\.\d{1,2})?$/);
const decimalText = z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/);

const shapes = new WeakMap<PolicyFact, z.ZodType<FactValue>>();

/** The type of a fact's values beside null. */
function valueShape(fact: PolicyFact): z.ZodType<FactValue> {
  const known = shapes.get(fact) ?? shapeOf(fact.type, Object.keys(fact.values));
  shapes.set(fact, known);
  return known;
}

/** A value as the fact's type has it; undefined where it is none. */
export function readFactValue(fact: PolicyFact, value: unknown): FactValue | undefined {
  const read = valueShape(fact).safeParse(value);
  return read.success ? read.data : undefined;
}

/** Whether people answer it. */
export function isAsked({ origin, type }: PolicyFact): boolean {
  return (origin === 'ASKED' || origin === 'COORDINATION') && type !== 'PERSON';
}

const maps = new WeakMap<readonly PolicyFact[], ReadonlyMap<string, PolicyFact>>();

/** Entries by their names. */
export function factsByName(facts: readonly PolicyFact[]): ReadonlyMap<string, PolicyFact> {
  const known = maps.get(facts) ?? new Map(facts.map((fact) => [fact.name, fact]));
  maps.set(facts, known);
  return known;
}

function shapeOf(type: PolicyFactType, codes: readonly string[]): z.ZodType<FactValue> {
  switch (type) {
    case 'BOOLEAN':
      return z.boolean();
    case 'INTEGER':
      return z.int().min(0);
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
      return z.array(z.enum(codes));
    case 'DATES':
      return z.array(date);
    case 'PERSON':
      return z.record(z.string(), z.json());
    case 'ENTRIES':
      return z.array(z.record(z.string(), z.json()));
  }
}

/** The value of a fact among others; undefined where it is not given, or the person that it is of is null. */
export function factNamed(facts: Facts, name: string): FactValue | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) return facts[name];
  const value = facts[name.slice(0, dot)];
  const second = name.slice(dot + 1);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[second] : undefined;
}

/** The person that a fact is of, by the name of its fact; undefined where it is of none. */
export function personOf(name: string): string | undefined {
  return name.includes('.') ? name.split('.')[0] : undefined;
}

/** A value in words, with its unit. */
export function sayValue(fact: PolicyFact, value: FactValue | undefined): Bilingual {
  if (value === null || value === undefined) return fact.none;
  if (Array.isArray(value)) return value.length === 0 ? fact.none : joined(value.map((each) => saySingle(fact, each)));
  return saySingle(fact, value);
}

/** What is said of a value that nobody said. */
const presumedMark: Bilingual = { zh: '（推定）', en: ' (presumed)' };

/** A fact among others in words: as a line of a decision says it, marked where nobody said it. */
export function sayFactOf(fact: PolicyFact, facts: Facts, value = factNamed(facts, fact.name)): Bilingual {
  const said = sayFact(fact, value);
  const { presumed } = facts;
  const isPresumed = Array.isArray(presumed) && presumed.includes(fact.name);
  return isPresumed ? { zh: `${said.zh}${presumedMark.zh}`, en: `${said.en}${presumedMark.en}` } : said;
}

/** A fact in words: choices speak for themselves, others after the fact's name. */
function sayFact(fact: PolicyFact, value: FactValue | undefined): Bilingual {
  const said = sayValue(fact, value);
  if (fact.says !== null && value !== null && value !== undefined) {
    return { zh: fact.says.zh.replace('{}', said.zh), en: fact.says.en.replace('{}', said.en) };
  }
  const alone = Object.keys(fact.values).length > 0 || said === fact.none;
  return alone ? said : { zh: `${fact.words.zh} ${said.zh}`, en: `${fact.words.en} ${said.en}` };
}

/** The parts of a list without those that tell of health; the value itself where it is no list. */
export function withoutHealthOf(fact: PolicyFact, value: FactValue): FactValue {
  if (!Array.isArray(value)) return value;
  const open = value.filter((each) => fact.values[String(each)]?.tellsOfHealth !== true);
  return open.length === value.length ? value : open;
}

/** Facts without those that tell of health. */
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

/** The evidence that proves a value: the fact's own, and that of the value's choices. */
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
