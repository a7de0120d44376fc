import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Supergraph } from '@apollo/federation-internals';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import {
  buildSchema,
  Kind,
  parse,
  print,
  printSchema,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

const root = dirname(fileURLToPath(import.meta.url));
const generatedFolder = join(root, 'src/graph/generated');
const supergraphFile = join(root, '../gateway/supergraph.graphql');
const banner = '// Written by generate-operations.ts from the *.graphql documents. Not to be edited.\n';

interface Source {
  /** The folder below src/ that the document lies in. */
  readonly folder: string;
  readonly file: string;
  readonly document: DocumentNode;
}

/** The schema that clients see: the gateway's supergraph without its joining directives, or a plain SDL file. */
export function clientSchema(file: string): GraphQLSchema {
  const text = readFileSync(file, 'utf8');
  return text.includes('@join__') ? Supergraph.build(text).apiSchema().toGraphQLJSSchema() : buildSchema(text);
}

function readSources(): readonly Source[] {
  return globSync('src/**/*.graphql', { cwd: root })
    .sort()
    .map((file) => ({
      folder: file.split('/')[1] ?? '',
      file: relative(root, join(root, file)),
      document: parse(readFileSync(join(root, file), 'utf8')),
    }));
}

function fragmentsUsedBy(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found: Set<string> = new Set(),
): Set<string> {
  visit(node, {
    FragmentSpread({ name: { value } }) {
      const fragment = fragments.get(value);
      if (fragment === undefined) throw new Error(`no fragment is called ${value}`);
      if (!found.has(value)) fragmentsUsedBy(fragment, fragments, found.add(value));
    },
  });
  return found;
}

const suffix = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/**
 * Every generated file by its path: the types of all operations in one (they vanish when compiled), the documents in
 * one file per folder, so that a route loads only its own, and the list of all operations that the gateway may admit.
 */
export async function generateOperations(schemaFile: string): Promise<ReadonlyMap<string, string>> {
  const schema = clientSchema(schemaFile);
  const sources = readSources();
  const definitions = sources.flatMap((source) => source.document.definitions.map((node) => ({ source, node })));
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const { node } of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const types = await codegen({
    filename: 'operation-types.ts',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: sources.map((source) => ({ location: source.file, document: source.document })),
    pluginMap: { operationTypes },
    plugins: [{ operationTypes: {} }],
    config: {
      skipTypename: true,
      useTypeImports: true,
      enumsAsTypes: true,
      immutableTypes: true,
      avoidOptionals: { field: true, inputValue: false },
      scalars: {
        Yuan: 'string',
        LocalDate: 'string',
        Instant: 'string',
        Count: 'number',
        Json: 'unknown',
        ID: 'string',
      },
      strictScalars: true,
      dedupeFragments: true,
    },
  });
  const files = new Map<string, string>([['operation-types.ts', banner + types]]);
  const admitted: Record<string, string> = {};
  for (const folder of new Set(sources.map((source) => source.folder))) {
    const lines = [
      banner,
      "import { operation } from '../operation.ts';",
      "import type * as types from './operation-types.ts';",
      '',
    ];
    let count = 0;
    for (const { source, node } of definitions) {
      if (source.folder !== folder || node.kind !== Kind.OPERATION_DEFINITION) continue;
      const name = node.name?.value;
      if (name === undefined) throw new Error(`${source.file}: an operation has no name`);
      const used = [...fragmentsUsedBy(node, fragments)].sort().map((each) => fragments.get(each)!);
      const text = [node, ...used]
        .map((each) => print(each))
        .join('\n')
        .replaceAll(/\s+/g, ' ');
      const type = `types.${name}${suffix[node.operation]}`;
      const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}${suffix[node.operation]}`;
      lines.push(
        `export const ${constant} = operation<${type}, ${type}Variables>(`,
        `  ${JSON.stringify(name)},`,
        `  ${JSON.stringify(text)},`,
        ');',
        '',
      );
      admitted[createHash('sha256').update(text).digest('hex')] = text;
      count += 1;
    }
    if (count > 0) files.set(`${folder}.ts`, lines.join('\n'));
  }
  const sorted = Object.fromEntries(Object.entries(admitted).sort(([one], [other]) => one.localeCompare(other)));
  return files.set('operations.json', `${JSON.stringify(sorted, null, 1)}\n`);
}

/** The committed files, by their path below src/graph/generated. */
export function committedOperations(): ReadonlyMap<string, string> {
  return new Map(
    globSync('*', { cwd: generatedFolder }).map((name) => [name, readFileSync(join(generatedFolder, name), 'utf8')]),
  );
}

export { supergraphFile };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await generateOperations(process.argv[2] ?? supergraphFile);
  rmSync(generatedFolder, { recursive: true, force: true });
  mkdirSync(generatedFolder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(generatedFolder, name), text);
}
