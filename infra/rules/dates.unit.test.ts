import { expect, test } from 'vitest';
import { dateArguments, dateArgumentsOf, dateArgumentsOfTheGraph } from './date-arguments.ts';
import { filesOf, sourceFiles } from './source-files.ts';

const readers = { HAPPENED: 'readHappenedDay', PLANNED: 'readPlannedDay', ASKED: 'parseLocalDate' } as const;
const files = new Map(sourceFiles().map(({ path, text }) => [path, text]));

test('date arguments are found in inputs, in fields, in lists and after descriptions', () => {
  const schema = `
    """A day: LocalDate"""
    input OneInput { on: LocalDate!  "to: LocalDate" days: [LocalDate!] name: String }
    type Query { table(form: String!, from: LocalDate): Table  on: LocalDate  """to: LocalDate""" rows(
      to: LocalDate!): Int @tag(name: "a") }`;
  expect(dateArgumentsOf(schema.replace(/^ {4}/gm, ''))).toEqual([
    'OneInput.on',
    'OneInput.days',
    'Query.table.from',
    'Query.rows.to',
  ]);
});

test('each date argument of the graph has its rule in date-arguments.ts, and each rule has its argument', () => {
  expect(Object.keys(dateArguments).sort()).toEqual(dateArgumentsOfTheGraph());
});

test('each is read in the named file, by the reader of its rule', () => {
  const wrong = Object.entries(dateArguments).filter(([place, { kind, readIn }]) => {
    const text = files.get(readIn) ?? '';
    return !text.includes(readers[kind]) || !new RegExp(`\\b${place.split('.').at(-1)}\\b`).test(text);
  });
  expect(wrong.map(([place, rule]) => `${place}: ${rule.readIn} does not read it by ${readers[rule.kind]}`)).toEqual(
    [],
  );
});

test('each form with a past day has a field for the reason of an old one, and its reader keeps it', () => {
  const happened = Object.entries(dateArguments).filter(([, { kind }]) => kind === 'HAPPENED');
  const schemas = new Map(filesOf('services/*/schema.graphql').map(({ path, text }) => [path.split('/')[1], text]));
  const without = happened.filter(([place, { readIn }]) => {
    const [service = '', type = ''] = place.split(/[ .]/);
    const [, fields = ''] =
      new RegExp(`^input ${type} \\{([\\s\\S]*?)^\\}`, 'm').exec(schemas.get(service) ?? '') ?? [];
    return !/\bdateReason: String\b/.test(fields) || !/field: 'dateReason'/.test(files.get(readIn) ?? '');
  });
  expect(without.map(([place]) => place)).toEqual([]);
});

test('only the shared readers parse a day', () => {
  const asked = Object.values(dateArguments).filter(({ kind }) => kind === 'ASKED');
  const known = new Set(asked.map(({ readIn }) => readIn));
  const own = [...files].filter(
    ([path, text]) =>
      /\bparseLocalDate\(/.test(text) && path.startsWith('services/') && !path.endsWith('.test.ts') && !known.has(path),
  );
  expect(own.map(([path]) => path)).toEqual([]);
});
