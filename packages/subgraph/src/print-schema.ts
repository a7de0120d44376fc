import { writeFile } from 'node:fs/promises';
import { printSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';

/** Writes a subgraph's schema as text, to be committed and composed into the supergraph. */
export async function printSubgraph(schema: GraphQLSchema, file: string | URL): Promise<void> {
  await writeFile(file, `${printSubgraphSchema(schema).trim()}\n`);
}
