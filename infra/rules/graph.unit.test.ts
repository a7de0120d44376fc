import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { plainFields } from './plain-fields.ts';
import { filesOf } from './source-files.ts';
import { undescribed } from './undescribed.ts';

/** The graphs that are described throughout. */
const explained = new Set(['case-records', 'employment-legal', 'funds', 'reporting']);

const graphs = filesOf('services/*/schema.graphql').map(({ path, text }) => ({ service: basename(dirname(path)), text }));

test('a schema tells what it leaves unexplained', () => {
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

test.each(graphs.filter(({ service }) => explained.has(service)))('what stands in the graph of $service is described, its plain fields aside', ({ text }) => {
  expect(undescribed(text, plainFields)).toEqual([]);
});

test('every plain field is one of the graph', () => {
  const missing = [...plainFields].filter((name) => !graphs.some(({ text }) => new RegExp(`^  ${name}\\b`, 'm').test(text)));
  expect(missing).toEqual([]);
});
