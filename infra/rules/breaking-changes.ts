import { basename, dirname } from 'node:path';
import { buildASTSchema, findBreakingChanges, parse, type GraphQLSchema } from 'graphql';
import { filesOf } from './source-files.ts';

/** A service's graph as it is and as it was at the last release. */
export interface ReleasedGraph {
  readonly service: string;
  readonly released: string;
  readonly present: string;
}

/** Every service's graph beside the one last released; text without a graph where one of them is missing. */
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

/** What a client of the released graph can no longer ask as it did, in the words of graphql-js. */
export function breakingChanges(released: string, present: string): readonly string[] {
  return findBreakingChanges(schemaOf(released), schemaOf(present)).map(({ description }) => description);
}

/** Federation's directives are no part of what clients ask, and not defined in what a subgraph prints. */
function schemaOf(printed: string): GraphQLSchema {
  return buildASTSchema(parse(printed.trim() === '' ? 'type Query { _empty: Boolean }' : printed), {
    assumeValidSDL: true,
  });
}
