import SchemaBuilder, { BasePlugin, type SchemaTypes } from '@pothos/core';
import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { idAliases, wordsOfArguments, wordsOfFields, wordsOfInputs } from './recurring-words.ts';

/**
 * Adds descriptions for what recurs in every graph: pages and their arguments, results of commands, ids of other
 * records, fields with the same meaning everywhere. Does not replace descriptions given by the builder.
 */
function describeRecurring(schema: GraphQLSchema): GraphQLSchema {
  const commands = commandsOf(schema);
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('_'));
  for (const type of types) type.description ??= wordsOfType(type, commands);
  for (const type of types) {
    if (isInputObjectType(type)) describeInputs(schema, Object.values(type.getFields()));
    if (isObjectType(type)) describeFields(schema, type);
  }
  return schema;
}

interface Commands {
  /** The mutations that return a type, or take it, by the type's name. */
  readonly answering: ReadonlyMap<string, readonly string[]>;
  readonly taking: ReadonlyMap<string, readonly string[]>;
}

function commandsOf(schema: GraphQLSchema): Commands {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const namesBy = (pairs: readonly (readonly [string, string])[]) =>
    new Map([...Map.groupBy(pairs, ([type]) => type)].map(([type, list]) => [type, list.map(([, name]) => name)]));
  return {
    answering: namesBy(mutations.map(({ name, type }) => [getNamedType(type).name, name])),
    taking: namesBy(
      mutations.flatMap(({ name, args }) => args.map(({ type }) => [getNamedType(type).name, name] as const)),
    ),
  };
}

const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

function wordsOfType(type: GraphQLNamedType, { answering, taking }: Commands): string | undefined {
  const answers = answering.get(type.name);
  if (isObjectType(type) && answers !== undefined && 'problems' in type.getFields()) {
    return `The result of ${quoted(answers)}: the record created or changed, or the problems for which nothing was changed.`;
  }
  const takers = taking.get(type.name);
  if (isInputObjectType(type) && takers !== undefined) return `The input of ${quoted(takers)}.`;
  if (isInputObjectType(type) && type.name.endsWith('Filter')) {
    return 'Filter of a list: conditions are combined with AND; one left out is ignored.';
  }
  const items = isObjectType(type) && type.name.endsWith('Page') ? type.getFields()['items'] : undefined;
  if (items !== undefined)
    return `A page of a list: its rows (\`${getNamedType(items.type).name}\`) and how many there are on all pages.`;
  return undefined;
}

function describeInputs(schema: GraphQLSchema, fields: readonly GraphQLInputField[]): void {
  for (const field of fields)
    field.description ??=
      wordsOfInputs[field.name] ?? wordsOfId(schema, field.name) ?? wordsInEnglish(field.name, fields);
}

function describeFields(schema: GraphQLSchema, type: GraphQLObjectType): void {
  const fields = Object.values(type.getFields());
  for (const field of fields) {
    field.description ??=
      wordsOfFields[field.name] ?? wordsOfId(schema, field.name) ?? wordsInEnglish(field.name, fields);
    for (const argument of field.args) argument.description ??= wordsOfArgument(schema, argument);
  }
}

function wordsOfArgument(schema: GraphQLSchema, { name, type }: GraphQLArgument): string | undefined {
  if (name === 'input') return getNamedType(type).description ?? undefined;
  return wordsOfArguments[name] ?? wordsOfId(schema, name);
}

/** Describes `householdId` as the id of a `Household`. */
function wordsOfId(schema: GraphQLSchema, name: string): string | undefined {
  const record = /^(\w+)Id$/.exec(name)?.[1];
  if (record === undefined) return undefined;
  const type = idAliases[record] ?? `${record.charAt(0).toUpperCase()}${record.slice(1)}`;
  return schema.getType(type) === undefined ? undefined : `The id of a \`${type}\`.`;
}

/** Describes `titleEn` beside `title` as its English version. */
function wordsInEnglish(name: string, among: readonly { readonly name: string }[]): string | undefined {
  const chinese = name.endsWith('En') ? name.slice(0, -2) : undefined;
  return among.some((other) => other.name === chinese) ? `\`${chinese}\` in English.` : undefined;
}

const pluginName = 'describeRecurring';
export default pluginName;

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      [pluginName]: DescribeRecurring<Types>;
    }
  }
}

/**
 * Runs as part of Pothos, so that the descriptions are in place before other plugins make syntax trees of the schema.
 */
class DescribeRecurring<Types extends SchemaTypes> extends BasePlugin<Types> {
  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    return describeRecurring(schema);
  }
}

SchemaBuilder.registerPlugin(pluginName, DescribeRecurring);
