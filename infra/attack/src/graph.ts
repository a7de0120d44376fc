import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { serviceFolder, serviceNames, type ServiceName } from '@nuangong/local';

/** A subgraph's own schema, and the types that `_entities` returns there. */
export type SubgraphSchema = {
  readonly service: ServiceName;
  readonly schema: GraphQLSchema;
  readonly entities: readonly GraphQLObjectType[];
};

/** The whole graph and its subgraphs, from the committed schemas. */
export type Graph = { readonly whole: GraphQLSchema; readonly subgraphs: readonly SubgraphSchema[] };

/** Reads the schemas that the gateway serves and the services print. */
export function readGraph(): Graph {
  const supergraph = join(serviceFolder('identity'), '..', '..', 'apps', 'gateway', 'supergraph.graphql');
  return { whole: schemaOf(supergraph), subgraphs: serviceNames.map(readSubgraph) };
}

function readSubgraph(service: ServiceName): SubgraphSchema {
  const schema = schemaOf(join(serviceFolder(service), 'schema.graphql'));
  const entities = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && (type.astNode?.directives ?? []).some(({ name }) => name.value === 'key'),
  );
  return { service, schema, entities };
}

function schemaOf(file: string): GraphQLSchema {
  return buildSchema(readFileSync(file, 'utf8').replace(/^extend schema[^]*?\n\n/u, ''), { assumeValidSDL: true });
}
