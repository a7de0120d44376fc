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

test('a schema shows what it leaves unexplained', () => {
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

test.each(graphs)('what stands in the graph of $service is described, its plain fields aside', ({ text }) => {
  expect(undescribed(text, plainFields)).toEqual([]);
});

test('every plain field is one of the graph', () => {
  const missing = [...plainFields].filter(
    (name) => !graphs.some(({ text }) => new RegExp(`^  ${name}\\b`, 'm').test(text)),
  );
  expect(missing).toEqual([]);
});

test('a field, a value or an argument that goes, or comes and is needed, breaks a client; more to ask does not', () => {
  const released = 'type Query { a: Kind! b(x: Int): Int! @shareable } enum Kind { ONE TWO }';
  const present = 'type Query { a: Kind! b(x: Int, y: Int!): Int! c: Int } enum Kind { ONE THREE }';
  expect(breakingChanges(released, present)).toEqual([
    'A required arg y on Query.b was added.',
    'TWO was removed from enum type Kind.',
  ]);
  expect(breakingChanges(released, released)).toEqual([]);
  expect(breakingChanges(released, '')).not.toEqual([]);
});

test('nothing that was released breaks but what is allowed with a reason, and nothing is allowed in vain', () => {
  const broken = releasedGraphs().flatMap(({ service, released, present }) =>
    breakingChanges(released, present).map((change) => `${service}: ${change}`),
  );
  expect(broken.sort()).toEqual(Object.keys(allowedBreaks).sort());
});

test('every graph has the one last released beside it', () => {
  expect(
    releasedGraphs()
      .filter(({ released }) => released === '')
      .map(({ service }) => service),
  ).toEqual([]);
});

test('what is on its way out says so in a deprecation, and what takes its place', () => {
  const deprecated = graphs.flatMap(({ service, text }) =>
    [...text.matchAll(/(\w+)[^\n]*@deprecated(\(reason: "([^"]*)"\))?/g)].map(([, name = '', , reason = '']) => ({
      place: `${service} ${name}`,
      reason,
    })),
  );
  expect(deprecated.filter(({ reason }) => !/`\w+`/.test(reason)).map(({ place }) => place)).toEqual([]);
});
