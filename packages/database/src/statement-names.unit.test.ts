import { expect, test } from 'vitest';
import { byName, createStatementNames } from './statement-names.ts';

const thrice = (nameOf: (text: string) => string | undefined, text: string) => [0, 1, 2, 3].map(() => nameOf(text));

test('a statement gets a name the third time it is sent, and keeps it', () => {
  const nameOf = createStatementNames();
  const [first, second, third, fourth] = thrice(nameOf, 'select id from person where name = $1');
  expect([first, second]).toEqual([undefined, undefined]);
  expect(third).toMatch(/^\w{1,63}$/);
  expect(fourth).toBe(third);
  expect(thrice(nameOf, 'select id from person where id = $1')[3]).not.toBe(third);
});

test.each([
  'select * from person where id = $1',
  'select p.* from person p where id = $1',
  'insert into person (id) values ($1) returning *',
  'begin',
  'set local role x',
  `select '${'x'.repeat(20_000)}'`,
])('no name: %s', (text) => {
  expect(thrice(createStatementNames(), text)).toEqual([undefined, undefined, undefined, undefined]);
});

test('count(*) and products do not count as results of all columns', () => {
  expect(thrice(createStatementNames(), 'select count(*), 2 * $1 from person')[3]).toBeDefined();
});

test('at most 200 statements get names, however many different ones are sent', () => {
  const nameOf = createStatementNames();
  const names = new Set<string>();
  for (let index = 0; index < 3_000; index += 1) {
    for (const name of thrice(nameOf, `select ${index} + $1`)) if (name !== undefined) names.add(name);
  }
  expect(names.size).toBe(200);
});

test('only statements with parameters are sent by name; cursors and named statements are sent unchanged', () => {
  const sent: unknown[][] = [];
  const send = byName(
    (...parameters) => void sent.push(parameters),
    () => 'one',
  );
  const cursor = { submit: () => undefined, text: 'select $1', values: [1] };
  const named = { name: 'own', text: 'select $1', values: [1] };
  const callback = () => undefined;
  send('select 1');
  send('select $1', [1]);
  send('select $1', [1], callback);
  send({ text: 'select $1', values: [1], rowMode: 'array' });
  send({ text: 'begin', values: [] });
  send(cursor);
  send(named);
  expect(sent).toEqual([
    ['select 1'],
    [{ name: 'one', text: 'select $1', values: [1] }],
    ['select $1', [1], callback],
    [{ name: 'one', text: 'select $1', values: [1], rowMode: 'array' }],
    [{ text: 'begin', values: [] }],
    [cursor],
    [named],
  ]);
});
