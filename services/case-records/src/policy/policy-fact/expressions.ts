import { factsByName, personOf, type Facts, type FactValue, type PolicyFact } from './policy-fact.ts';

/** Words of the engine's expressions that are not names. */
const keywords = new Set(['and', 'or', 'not', 'in', 'true', 'false', 'null']);

/** Placeholders for facts in a clause's text: {name}. */
export const placesInWords = /\{([A-Za-z.]+)\}/g;

/**
 * The names in an expression, as paths such as `head.age`, without functions, string literals and references to list
 * entries.
 */
export function namesIn(expression: string): readonly string[] {
  const bare = expression.replaceAll(/'[^']*'|"[^"]*"/g, "''");
  return [...bare.matchAll(/(?<![\w.#$])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?!\w*\s*\()/g)]
    .map(([, name = '']) => name)
    .filter((name) => !keywords.has(name));
}

/**
 * The names that a decision's expressions use, except those that its own nodes produce. Throws on a node that holds a
 * program: a policy may only have tables and expressions.
 */
export function namesOfDecision(decision: object): readonly string[] {
  const named: string[] = [];
  const made = new Set<string>();
  for (const node of nodesOf(decision)) {
    const { content = {} } = node;
    if (content.outputPath) made.add(content.outputPath);
    switch (node.type) {
      case 'inputNode':
      case 'outputNode':
        break;
      case 'decisionTableNode':
        named.push(...namesOfTable(content));
        break;
      case 'expressionNode':
        for (const { key = '', value = '' } of content.expressions ?? []) {
          made.add(key);
          named.push(...namesIn(value));
        }
        break;
      case 'switchNode':
        named.push(...(content.statements ?? []).flatMap(({ condition = '' }) => namesIn(condition)));
        break;
      default:
        throw new Error(`a policy has tables and expressions, no ${node.type}`);
    }
  }
  const isMade = (name: string) => [...made].some((own) => name === own || name.startsWith(`${own}.`));
  return [...new Set(named)].filter((name) => !isMade(name));
}

interface DecisionNode {
  readonly type: string;
  readonly content?: NodeContent;
}

interface NodeContent {
  readonly outputPath?: string | null;
  readonly inputs?: readonly { readonly field?: string }[];
  readonly rules?: readonly Readonly<Record<string, string>>[];
  readonly expressions?: readonly { readonly key?: string; readonly value?: string }[];
  readonly statements?: readonly { readonly condition?: string }[];
}

function nodesOf(decision: object): readonly DecisionNode[] {
  return 'nodes' in decision && Array.isArray(decision.nodes) ? (decision.nodes as DecisionNode[]) : [];
}

function namesOfTable({ inputs = [], rules = [] }: NodeContent): readonly string[] {
  const cells = rules.flatMap((rule) => Object.entries(rule).filter(([column]) => !column.startsWith('_')));
  return [...inputs.map(({ field = '' }) => field), ...cells.map(([, cell]) => cell)].flatMap(namesIn);
}

/**
 * The catalogue's entries for the names, with the persons that facts belong to, the inputs of derived facts and the
 * facts for their days in force, in the catalogue's order. Throws on a name that it lacks.
 */
export function factsNamed(catalogue: readonly PolicyFact[], named: readonly string[]): readonly PolicyFact[] {
  const byName = factsByName(catalogue);
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    const fact = byName.get(name);
    if (fact === undefined) throw new Error(`fact ${name} is not in the catalogue`);
    wanted.add(name);
    const reads = fact.origin === 'DERIVED' && fact.read !== null ? namesIn(fact.read) : [];
    for (const each of [personOf(name) ?? [], reads, fact.inForce?.from ?? [], fact.inForce?.to ?? []].flat())
      want(each);
  };
  for (const name of named) want(name);
  return catalogue.filter(({ name }) => wanted.has(name));
}

/** Facts as the engine expects them: money and factors as numbers, others unchanged. */
export function forEngine(facts: Facts, wanted: readonly PolicyFact[]): object {
  const types = factsByName(wanted);
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, reckoned(name, value, types)]));
}

function reckoned(name: string, value: FactValue, types: ReadonlyMap<string, PolicyFact>): FactValue {
  if (value === null) return null;
  switch (types.get(name)?.type) {
    case 'YUAN':
    case 'DECIMAL':
      return Number(value);
    case 'ENTRIES':
      return (value as readonly Facts[]).map(amountsAsNumbers);
    case 'PERSON':
      return Object.fromEntries(
        Object.entries(value).map(([key, each]: [string, FactValue]) => [key, reckoned(`${name}.${key}`, each, types)]),
      );
    default:
      return value;
  }
}

/** Amounts in an entry are yuan as decimal text; its days and choices never consist of digits alone. */
function amountsAsNumbers(entry: Facts): Record<string, FactValue> {
  const decimal = /^\d+(?:\.\d+)?$/;
  return Object.fromEntries(
    Object.entries(entry).map(([key, each]) => [
      key,
      typeof each === 'string' && decimal.test(each) ? Number(each) : each,
    ]),
  );
}
