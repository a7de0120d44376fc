import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { allowedBreaks } from './allowed-breaks.ts';
import { breakingChanges, releasedGraphs } from './breaking-changes.ts';
import { plainFields } from './plain-fields.ts';
import { filesOf } from './source-files.ts';
import { undescribed } from './undescribed.ts';

const graphs = filesOf('services/*/schema.graphql').map(({ path, text }) => ({
  service: basename(dirname(path)),
  text,
}));

test('the parts of a schema without a description are found', () => {
  const schema = `
    type Query { plain(id: ID! "Explained." name: String): Thing! "Explained." things(input: In): [Thing!]! }
    type Mutation { name: Thing! "Explained." make: Thing! }
    "" type Thing { name: String! size: Int! "In days." age: Int! }
    extend type Thing { more: Int! }
    type Other @extends { id: Int! @external }
    input In { name: String! "Explained." other: Int }
    enum Kind { A "Explained." B }
    scalar Money`;
  expect(undescribed(schema, new Set(['name', 'plain']))).toEqual([
    'Query.plain(id)',
    'Query.things(input)',
    'Mutation.name',
    'Thing',
    'Thing.size',
    'Thing.more',
    'Other.id',
    'In',
    'In.name',
    'Kind',
    'Kind.A',
    'Money',
  ]);
});

test.each(graphs)('everything in the graph of $service is described, except plain fields', ({ text }) => {
  expect(undescribed(text, plainFields)).toEqual([]);
});

test('every plain field exists in a graph', () => {
  const missing = [...plainFields].filter(
    (name) => !graphs.some(({ text }) => new RegExp(`^  ${name}\\b`, 'm').test(text)),
  );
  expect(missing).toEqual([]);
});

test('a removed field, value or argument, or a new required one, is a breaking change; an added field is not', () => {
  const released = 'type Query { a: Kind! b(x: Int): Int! @shareable } enum Kind { ONE TWO }';
  const present = 'type Query { a: Kind! b(x: Int, y: Int!): Int! c: Int } enum Kind { ONE THREE }';
  expect(breakingChanges(released, present)).toEqual([
    'A required arg y on Query.b was added.',
    'TWO was removed from enum type Kind.',
  ]);
  expect(breakingChanges(released, released)).toEqual([]);
  expect(breakingChanges(released, '')).not.toEqual([]);
});

test('only allowed breaking changes exist, and every allowed one exists', () => {
  const broken = releasedGraphs().flatMap(({ service, released, present }) =>
    breakingChanges(released, present).map((change) => `${service}: ${change}`),
  );
  expect(broken.sort()).toEqual(Object.keys(allowedBreaks).sort());
});

test('every graph has its last released copy', () => {
  expect(
    releasedGraphs()
      .filter(({ released }) => released === '')
      .map(({ service }) => service),
  ).toEqual([]);
});

test('every deprecation names the replacement', () => {
  const deprecated = graphs.flatMap(({ service, text }) =>
    [...text.matchAll(/(\w+)[^\n]*@deprecated(\(reason: "([^"]*)"\))?/g)].map(([, name = '', , reason = '']) => ({
      place: `${service} ${name}`,
      reason,
    })),
  );
  expect(deprecated.filter(({ reason }) => !/`\w+`/.test(reason)).map(({ place }) => place)).toEqual([]);
});
