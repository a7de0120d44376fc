import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type NameNode,
  type StringValueNode,
  type TypeDefinitionNode,
} from 'graphql';

interface Described {
  readonly description?: StringValueNode | undefined;
}

const isSilent = ({ description }: Described): boolean => (description?.value.trim() ?? '') === '';

/**
 * The undescribed parts of a printed schema, as `Type`, `Type.field`, `Type.field(argument)`: types, enum values,
 * arguments, input fields and mutations without exception, other fields unless their name is a plain one.
 */
export function undescribed(schema: string, plainFields: ReadonlySet<string>): readonly string[] {
  return parse(schema).definitions.flatMap((definition) => undescribedIn(definition, plainFields));
}

function undescribedIn(definition: DefinitionNode, plainFields: ReadonlySet<string>): readonly string[] {
  switch (definition.kind) {
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      return own(definition);
    case Kind.ENUM_TYPE_DEFINITION:
      return [...own(definition), ...silentOf(definition.name.value, definition.values)];
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return [...own(definition), ...silentOf(definition.name.value, definition.fields)];
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return [...own(definition), ...fieldsOf(definition.name.value, definition.fields, plainFields)];
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return fieldsOf(definition.name.value, definition.fields, plainFields);
    default:
      return [];
  }
}

type Named = Described & { readonly name: NameNode };

/** The roots are known by every reader of GraphQL. */
const roots = new Set(['Query', 'Mutation']);

/** A type that extends another subgraph's is described there. */
const isStub = ({ directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined }): boolean =>
  directives.some(({ name }) => name.value === 'extends');

const own = (definition: TypeDefinitionNode): readonly string[] =>
  isSilent(definition) && !roots.has(definition.name.value) && !isStub(definition) ? [definition.name.value] : [];

const silentOf = (type: string, parts: readonly Named[] = []): readonly string[] =>
  parts.filter(isSilent).map(({ name }) => `${type}.${name.value}`);

function fieldsOf(
  type: string,
  fields: readonly FieldDefinitionNode[] = [],
  plainFields: ReadonlySet<string>,
): readonly string[] {
  const mayBePlain = (field: FieldDefinitionNode) => type !== 'Mutation' && plainFields.has(field.name.value);
  return [
    ...silentOf(
      type,
      fields.filter((field) => !mayBePlain(field)),
    ),
    ...fields.flatMap((field) => argumentsOf(`${type}.${field.name.value}`, field.arguments)),
  ];
}

const argumentsOf = (place: string, given: readonly InputValueDefinitionNode[] = []): readonly string[] =>
  given.filter(isSilent).map(({ name }) => `${place}(${name.value})`);
