import {
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/**
 * Whether the subgraph's own answer to a document, sent to it as the client wrote it, is the gateway's answer to the
 * letter. The caller knows already that its plan is one fetch from this subgraph. Each field must have the same type
 * in both schemas and lead to an object type or a leaf, so that nothing is left to be completed, and no selections
 * may have to be merged, because the gateway orders merged fields in its own way. Introspection, abstract types,
 * inline or conditional fragments, and names that the gateway treats specially are left to it.
 */
export function isAnsweredByOne(document: DocumentNode, api: GraphQLSchema, subgraph: GraphQLSchema): boolean {
  if (!isOneQuery(document) || validate(subgraph, document).length > 0 || mergesFields(document)) return false;
  const inApi = new TypeInfo(api);
  const inSubgraph = new TypeInfo(subgraph);
  let same = true;
  const demand = (holds: boolean): void => {
    same &&= holds;
  };
  visit(
    document,
    visitWithTypeInfo(
      inApi,
      visitWithTypeInfo(inSubgraph, {
        Field(field) {
          demand(isPlainlyNamed(field) && isSameType(inApi.getType(), inSubgraph.getType()));
        },
        InlineFragment() {
          demand(false);
        },
        FragmentSpread({ directives = [] }) {
          demand(directives.length === 0);
        },
        FragmentDefinition() {
          demand(isObjectType(inApi.getType()) && isObjectType(inSubgraph.getType()));
        },
        Directive({ name: { value: name } }) {
          demand(name === 'skip' || name === 'include');
        },
      }),
    ),
  );
  return same;
}

function isOneQuery({ definitions }: DocumentNode): boolean {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 && operations[0]?.operation === OperationTypeNode.QUERY;
}

/**
 * Whether a field with selections occurs twice in one place, counting the fields of fragments that are spread there.
 */
function mergesFields({ definitions }: DocumentNode): boolean {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }
  const merges = ({ selections }: SelectionSetNode, names: Set<string>, spread: Set<string>): boolean =>
    selections.some((selection) => {
      switch (selection.kind) {
        case Kind.FIELD: {
          if (selection.selectionSet === undefined) return false;
          const name = (selection.alias ?? selection.name).value;
          const isRepeated = names.has(name);
          names.add(name);
          return isRepeated;
        }
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment === undefined || spread.has(selection.name.value)) return false;
          spread.add(selection.name.value);
          return merges(fragment, names, spread);
        }
        case Kind.INLINE_FRAGMENT:
          return merges(selection.selectionSet, names, spread);
      }
    });
  let found = false;
  visit(
    { kind: Kind.DOCUMENT, definitions },
    {
      SelectionSet: (selections) => {
        found ||= merges(selections, new Set(), new Set());
      },
    },
  );
  return found;
}

/** `__typename` may be asked for by its own name; other names of this kind, and of prototypes, get no answer here. */
function isPlainlyNamed({ name, alias }: FieldNode): boolean {
  if (name.value.startsWith('__') && (name.value !== '__typename' || alias !== undefined)) return false;
  return alias === undefined || !/^(?:__.*|constructor|prototype)$/.test(alias.value);
}

function isSameType(one: GraphQLOutputType | null | undefined, other: GraphQLOutputType | null | undefined): boolean {
  if (one == null || other == null || String(one) !== String(other)) return false;
  const [named, likewise] = [getNamedType(one), getNamedType(other)];
  if (isEnumType(named) && isEnumType(likewise)) {
    const told = new Set(named.getValues().map(({ name }) => name));
    return likewise.getValues().every(({ name }) => told.has(name));
  }
  return (isObjectType(named) && isObjectType(likewise)) || (isLeafType(named) && isLeafType(likewise));
}
