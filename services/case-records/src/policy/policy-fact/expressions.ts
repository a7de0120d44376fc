import { factsByName, personOf, type Facts, type FactValue, type PolicyFact } from './policy-fact.ts';

/** Words of the engine's expressions that name nothing. */
const keywords = new Set(['and', 'or', 'not', 'in', 'true', 'false', 'null']);

/** The places of facts in a clause's words: {name}. */
export const placesInWords = /\{([A-Za-z.]+)\}/g;

/** What an expression names: paths such as `head.age`, without functions, texts, and what is said of list entries. */
export function namesIn(expression: string): readonly string[] {
  const bare = expression.replaceAll(/'[^']*'|"[^"]*"/g, "''");
  return [...bare.matchAll(/(?<![\w.#$])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?!\w*\s*\()/g)]
    .map(([, name = '']) => name)
    .filter((name) => !keywords.has(name));
}

/**
 * What the expressions of a decision name beside what its own nodes make. Throws on a node that holds a program: a policy
 * is tables and expressions alone.
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
 * The entries of a catalogue for what is named, with the persons that facts are of, what derived facts are worked out from
 * and the days on which they are in force, in the catalogue's order. Throws on a name that it lacks.
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

/** Facts as the engine reckons with them: money and factors as numbers, others as they are. */
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

/** Amounts of an entry are decimal text of yuan; its days and choices hold more than digits. */
function amountsAsNumbers(entry: Facts): Record<string, FactValue> {
  const decimal = /^\d+(?:\.\d+)?$/;
  return Object.fromEntries(
    Object.entries(entry).map(([key, each]) => [
      key,
      typeof each === 'string' && decimal.test(each) ? Number(each) : each,
    ]),
  );
}
