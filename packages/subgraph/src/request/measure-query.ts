import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { pageOf } from '../page.ts';
import { handful, rowsOfLists } from './rows-of-lists.ts';

/** The size of a query, measured before execution. */
export interface QueryMeasure {
  /** The deepest nesting of fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /**
   * The most records that it would return, estimated from its page sizes: the rows of a list multiplied by those below
   * each.
   */
  readonly rows: number;
}

type Variables = Readonly<Record<string, unknown>>;

const nothing: QueryMeasure = { depth: 0, aliases: 0, rootFields: 0, rows: 0 };

/** Measures an operation of a valid document; each fragment once, no matter how often it is spread. */
export function measureQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): QueryMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return new Ruler(schema, fragments, variables).measure(
    operation.selectionSet,
    schema.getRootType(operation.operation),
  );
}

/**
 * Walks an operation along the schema; a page's size is known at the field that takes it, and its rows are in the list
 * below.
 */
class Ruler {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  readonly #known = new Map<string, QueryMeasure>();

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>, variables: Variables) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  measure(selections: SelectionSetNode, type: GraphQLNamedType | null | undefined, pageRows?: number): QueryMeasure {
    let sum = nothing;
    for (const selection of selections.selections) {
      switch (selection.kind) {
        case Kind.FIELD:
          sum = beside(sum, this.#field(selection, type, pageRows));
          break;
        case Kind.INLINE_FRAGMENT: {
          const narrowed = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
          sum = beside(sum, this.measure(selection.selectionSet, narrowed ?? type, pageRows));
          break;
        }
        case Kind.FRAGMENT_SPREAD:
          sum = beside(sum, this.#fragment(selection.name.value, pageRows));
          break;
      }
    }
    return sum;
  }

  #fragment(name: string, pageRows: number | undefined): QueryMeasure {
    const key = `${name} ${pageRows ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    if (fragment === undefined) return nothing;
    const type = this.#schema.getType(fragment.typeCondition.name.value);
    const measured = this.measure(fragment.selectionSet, type, pageRows);
    this.#known.set(key, measured);
    return measured;
  }

  #field(node: FieldNode, type: GraphQLNamedType | null | undefined, pageRows: number | undefined): QueryMeasure {
    const name = node.name.value;
    const one = { ...nothing, depth: 1, aliases: node.alias === undefined ? 0 : 1, rootFields: 1 };
    if (name.startsWith('__')) return { ...one, depth: 0 };
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const entities = name === '_entities';
    if (node.selectionSet === undefined || (field === undefined && !entities)) return one;
    const below = this.measure(node.selectionSet, field && getNamedType(field.type), this.#pageRowsOf(node, field));
    const times = entities ? this.#representations(node) : timesOf(`${type?.name}.${name}`, field, pageRows);
    return { ...one, depth: below.depth + 1, aliases: one.aliases + below.aliases, rows: times * (1 + below.rows) };
  }

  /** The rows of the page that a field returns; undefined if it has no pages. */
  #pageRowsOf(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): number | undefined {
    if (field === undefined || !field.args.some(({ name }) => name === 'perPage')) return undefined;
    const given = node.arguments?.find((argument) => argument.name.value === 'perPage')?.value;
    const asked = given && this.#valueOf(given);
    return pageOf({ perPage: typeof asked === 'number' ? asked : undefined }).take;
  }

  #representations(node: FieldNode): number {
    const given = node.arguments?.find((argument) => argument.name.value === 'representations')?.value;
    const asked = given && this.#valueOf(given);
    return Array.isArray(asked) ? asked.length : 1;
  }

  #valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.VARIABLE) return this.#variables[node.name.value];
    if (node.kind === Kind.INT) return Number(node.value);
    return node.kind === Kind.LIST ? node.values : undefined;
  }
}

function timesOf(
  place: string,
  field: GraphQLField<unknown, unknown> | undefined,
  pageRows: number | undefined,
): number {
  if (field === undefined || !isListType(getNullableType(field.type))) return 1;
  if (!isCompositeType(getNamedType(field.type))) return 0;
  return rowsOfLists[place] ?? pageRows ?? handful;
}

function beside(one: QueryMeasure, other: QueryMeasure): QueryMeasure {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    rootFields: one.rootFields + other.rootFields,
    rows: one.rows + other.rows,
  };
}
