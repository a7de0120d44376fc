import { evaluateExpressionSync } from '@gorules/zen-engine';
import { forEngine, namesIn } from './expressions.ts';
import {
  factNamed,
  isAsked,
  personOf,
  readFactValue,
  type Facts,
  type FactValue,
  type PolicyFact,
} from './policy-fact.ts';

/** Facts for a decision; `facts.presumed` names the assumed ones, `missing` those without which none can be made. */
export interface ReadFacts {
  readonly facts: Facts;
  readonly missing: readonly PolicyFact[];
}

/** The sources of one subject's facts: the record for REGISTER, HISTORY and TERMS, and people's answers. */
export interface FactSource {
  readonly record: object;
  readonly answers: ReadonlyMap<string, FactValue>;
}

/**
 * Reads facts from the record; for facts that are asked, an answer takes precedence. Throws on a value of a wrong type.
 */
export function readFacts(wanted: readonly PolicyFact[], { record, answers }: FactSource): ReadFacts {
  return gather(wanted, (fact) => {
    const asked = isAsked(fact) ? answers.get(fact.name) : undefined;
    if (asked !== undefined) return asked;
    return fact.read === null || fact.origin === 'DERIVED' ? undefined : evaluate(fact.read, record);
  });
}

/** Takes complete facts, as worked cases give them; facts that are not wanted are left out. */
export function takeFacts(wanted: readonly PolicyFact[], given: Facts): ReadFacts {
  return gather(wanted, (fact) => factNamed(given, fact.name));
}

function gather(wanted: readonly PolicyFact[], valueOf: (fact: PolicyFact) => unknown): ReadFacts {
  const facts: Record<string, FactValue> = {};
  const presumed: string[] = [];
  const missing: PolicyFact[] = [];
  for (const fact of wanted) {
    const person = personOf(fact.name);
    if (person !== undefined && facts[person] === null) continue;
    const said = known(fact, valueOf(fact)) ?? derived(fact, facts, wanted, missing);
    if (said === undefined && fact.presumed !== null) presumed.push(fact.name);
    const value = said ?? fact.presumed;
    if (value !== null || fact.nullable) place(facts, fact, value);
    else if (fact.origin !== 'DERIVED' || missing.length === 0) missing.push(fact);
  }
  return { facts: presumed.length === 0 ? facts : { ...facts, presumed }, missing };
}

function known(fact: PolicyFact, value: unknown): FactValue | undefined {
  if (value === undefined || value === null) return undefined;
  const read = readFactValue(fact, typeof value === 'number' ? asText(fact, value) : value);
  if (read === undefined) throw new Error(`${fact.name} is no ${fact.type}: ${JSON.stringify(value)}`);
  return read;
}

/** Computed money and factors are numbers; converts them back to text. */
function asText({ type }: PolicyFact, value: number): number | string {
  return type === 'YUAN' ? value.toFixed(2) : type === 'DECIMAL' ? String(value) : value;
}

/** Undefined where an input of the fact is missing. */
function derived(
  fact: PolicyFact,
  facts: Facts,
  wanted: readonly PolicyFact[],
  missing: readonly PolicyFact[],
): FactValue | undefined {
  if (fact.origin !== 'DERIVED' || fact.read === null) return undefined;
  const reads = namesOf(fact.read);
  if (missing.some(({ name }) => reads.includes(name))) return undefined;
  return known(fact, evaluate(fact.read, forEngine(pick(facts, reads) as Facts, wanted)));
}

const namesByExpression = new Map<string, readonly string[]>();

function namesOf(expression: string): readonly string[] {
  const names = namesByExpression.get(expression) ?? namesIn(expression);
  namesByExpression.set(expression, names);
  return names;
}

/** The named parts of a record or of facts, by paths of one or two steps. */
function pick(source: object, names: readonly string[]): object {
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const [first = '', second] = name.split('.');
    const value: unknown = Reflect.get(source, first);
    const isWhole = second === undefined || typeof value !== 'object' || value === null || Array.isArray(value);
    if (isWhole) picked[first] = value ?? null;
    else if (picked[first] !== value)
      picked[first] = { ...(picked[first] as object), [second]: Reflect.get(value, second) };
  }
  return picked;
}

const path = /^[A-Za-z_]+(?:\.[A-Za-z_]+)*$/;

/** Paths are looked up here, and the engine is only given what an expression names, because it copies all its input. */
function evaluate(expression: string, context: object): unknown {
  if (!path.test(expression)) return evaluateExpressionSync(expression, pick(context, namesOf(expression)));
  return expression
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      context,
    );
}

/** Stores a fact in the catalogue's order; facts of a person are nested in its object. */
function place(facts: Record<string, FactValue>, fact: PolicyFact, value: FactValue): void {
  const person = personOf(fact.name);
  if (person === undefined) {
    facts[fact.name] = fact.type === 'PERSON' && value !== null ? {} : value;
    return;
  }
  const held = facts[person];
  const others = typeof held === 'object' && held !== null && !Array.isArray(held) ? held : {};
  facts[person] = { ...others, [fact.name.slice(person.length + 1)]: value };
}
