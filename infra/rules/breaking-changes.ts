import { basename, dirname } from 'node:path';
import { buildASTSchema, findBreakingChanges, parse, type GraphQLSchema } from 'graphql';
import { filesOf } from './source-files.ts';

/** A service's graph as it is and as it was at the last release. */
export interface ReleasedGraph {
  readonly service: string;
  readonly released: string;
  readonly present: string;
}

/** Every service's graph and the one last released; an empty schema if one is missing. */
export function releasedGraphs(): readonly ReleasedGraph[] {
  const present = new Map(
    filesOf('services/*/schema.graphql').map(({ path, text }) => [basename(dirname(path)), text]),
  );
  const released = new Map(
    filesOf('infra/rules/released/*.graphql').map(({ path, text }) => [basename(path, '.graphql'), text]),
  );
  return [...new Set([...present.keys(), ...released.keys()])].map((service) => ({
    service,
    released: released.get(service) ?? '',
    present: present.get(service) ?? '',
  }));
}

/** The breaking changes for clients of the released graph, as messages of graphql-js. */
export function breakingChanges(released: string, present: string): readonly string[] {
  return findBreakingChanges(schemaOf(released), schemaOf(present)).map(({ description }) => description);
}

/** Federation's directives are not part of what clients ask, and a printed subgraph does not define them. */
function schemaOf(printed: string): GraphQLSchema {
  return buildASTSchema(parse(printed.trim() === '' ? 'type Query { _empty: Boolean }' : printed), {
    assumeValidSDL: true,
  });
}
