import { getNamedType, isNonNullType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** `{ … }` with every field of a type that needs no argument, and of the records below it, `depth` deep. */
export function everythingOf(schema: GraphQLSchema, type: string, depth = 1): string {
  const named = schema.getType(type);
  if (!isObjectType(named)) throw new Error(`the graph has no type ${type}`);
  return selection(named, depth) ?? '{ __typename }';
}

function selection(type: GraphQLObjectType, depth: number): string | undefined {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.name.startsWith('_') || field.args.some((argument) => isNonNullType(argument.type))) return [];
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [field.name];
    const inner = depth > 1 ? selection(below, depth - 1) : undefined;
    return inner === undefined ? [] : [`${field.name} ${inner}`];
  });
  return fields.length === 0 ? undefined : `{ ${fields.join(' ')} }`;
}
