import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** A place in a graph that accepts text: an argument, or a field of an input within one. */
export interface TextPlace {
  /** For people: `registerHousehold(input.members.name)`. */
  readonly name: string;
  readonly document: string;
  /** The variables of a valid request with this text at the place. */
  readonly variablesWith: (text: string) => Readonly<Record<string, unknown>>;
}

/** Every place in a subgraph's graph that accepts a text of any scalar, or an id as a key of an entity. */
export function placesOfText(schema: GraphQLSchema): readonly TextPlace[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const fields = roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter(({ name }) => !name.startsWith('_'))
      .flatMap((field) => placesOfField(field, root === roots[0] ? 'query' : 'mutation')),
  );
  return [...fields, ...keysOfEntities(schema)];
}

function placesOfField(field: GraphQLField<unknown, unknown>, kind: string): readonly TextPlace[] {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const handed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const document = `${kind}(${declared}) { ${field.name}(${handed})${selectionOf(field.type)} }`;
  const values = (path: string, text: string) =>
    Object.fromEntries(field.args.map(({ name, type }) => [name, valueOf(type, name, path, text)]));
  return field.args
    .flatMap(({ name, type }) => pathsOf(type, name))
    .map((path) => ({ name: `${field.name}(${path})`, document, variablesWith: (text) => values(path, text) }));
}

/** The selection that returns the rows themselves, if a field answers with a page of them. */
function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return isUnionType(named) ? ' { __typename }' : '';
  const has = (name: string) => Object.hasOwn(named.getFields(), name);
  return ` { __typename${has('items') ? ' items { __typename }' : ''}${has('total') ? ' total' : ''}${has('problems') ? ' problems { code field zh en }' : ''} }`;
}

function keysOfEntities(schema: GraphQLSchema): readonly TextPlace[] {
  const entity = schema.getType('_Entity');
  const types = isUnionType(entity) ? entity.getTypes() : [];
  return types.map(({ name }) => ({
    name: `_entities(${name}.id)`,
    document: `query($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${name} { __typename } } }`,
    variablesWith: (text) => ({ of: [{ __typename: name, id: text }] }),
  }));
}

const notText = new Set(['Int', 'Float', 'Boolean']);

function pathsOf(given: GraphQLInputType, path: string): readonly string[] {
  const type = getNamedType(given);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) => pathsOf(field.type, `${path}.${field.name}`));
  }
  return isEnumType(type) || notText.has(type.name) ? [] : [path];
}

const lawful: Readonly<Record<string, string>> = {
  identityNumber: '510101197501010010',
  phone: '13800138000',
  month: '2026-11',
  username: 'somebody-new',
  code: '510130',
};

const lawfulOf: Readonly<Record<string, unknown>> = {
  ID: '00000000-0000-7000-8000-000000510101',
  Yuan: '1.00',
  LocalDate: '2026-11-20',
  Instant: '2026-11-26T00:00:00Z',
  Count: '1',
  Int: 1,
  Float: 1,
  Boolean: true,
};

function valueOf(given: GraphQLInputType, path: string, at: string, text: string): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [valueOf(type.ofType, path, at, text)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return Object.fromEntries(
      fields.map((field) => [field.name, valueOf(field.type, `${path}.${field.name}`, at, text)]),
    );
  }
  if (path === at) return text;
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return lawfulOf[type.name] ?? lawful[path.split('.').at(-1) ?? ''] ?? '试探';
}
