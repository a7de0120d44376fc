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

/** Facts for a decision, and those without which none can be made. */
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
  const missing: PolicyFact[] = [];
  for (const fact of wanted) {
    const person = personOf(fact.name);
    if (person !== undefined && facts[person] === null) continue;
    const value = known(fact, valueOf(fact)) ?? derived(fact, facts, wanted, missing) ?? fact.presumed;
    if (value !== null || fact.nullable) place(facts, fact, value);
    else if (fact.origin !== 'DERIVED' || missing.length === 0) missing.push(fact);
  }
  return { facts, missing };
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
  const reads = namesIn(fact.read);
  if (missing.some(({ name }) => reads.includes(name))) return undefined;
  return known(fact, evaluate(fact.read, forEngine(facts, wanted)));
}

const path = /^[A-Za-z_]+(?:\.[A-Za-z_]+)*$/;

/** A path is looked up here: most facts are read by one, and the engine takes the whole record across for each. */
function evaluate(expression: string, context: object): unknown {
  if (!path.test(expression)) return evaluateExpressionSync(expression, context);
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
