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

/** Facts for a decision, with the names of those that nobody said and are presumed, and those without which none can be made. */
export interface ReadFacts {
  readonly facts: Facts;
  readonly missing: readonly PolicyFact[];
}

/** What is known of one subject: the record that REGISTER, HISTORY and TERMS are read from, and the answers of people. */
export interface FactSource {
  readonly record: object;
  readonly answers: ReadonlyMap<string, FactValue>;
}

/** Reads facts from the record; an answer goes before it where the fact is one that is asked. Throws on another type. */
export function readFacts(wanted: readonly PolicyFact[], { record, answers }: FactSource): ReadFacts {
  return gather(wanted, (fact) => {
    const asked = isAsked(fact) ? answers.get(fact.name) : undefined;
    if (asked !== undefined) return asked;
    return fact.read === null || fact.origin === 'DERIVED' ? undefined : evaluate(fact.read, record);
  });
}

/** Takes facts that are given whole, as a worked case gives them; what is not wanted is left out. */
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

/** Money and factors that were worked out are numbers: as text again. */
function asText({ type }: PolicyFact, value: number): number | string {
  return type === 'YUAN' ? value.toFixed(2) : type === 'DECIMAL' ? String(value) : value;
}

/** Undefined where a fact that it is worked out from is missing. */
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

/** What is named of a record or of facts, by paths of one step or two. */
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

/** A path is looked up here, and the engine is handed what an expression names: it copies all that it is handed. */
function evaluate(expression: string, context: object): unknown {
  if (!path.test(expression)) return evaluateExpressionSync(expression, pick(context, namesOf(expression)));
  return expression
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      context,
    );
}

/** Persons hold their own facts alone, in the catalogue's order. */
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
