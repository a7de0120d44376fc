import { expect, test } from 'vitest';
import { codesIn, idsUnder, literal } from './motive.ts';

test('an input is written as a GraphQL literal', () => {
  const input = { name: '试"探', size: 2, causes: ['OTHER'], members: [{ number: '1' }], left: null };
  expect(literal(input, new Set(['OTHER']))).toBe(
    '{ name: "试\\"探", size: 2, causes: [OTHER], members: [{ number: "1" }], left: null }',
  );
});

test('ids are found under fields of a given name, at any depth', () => {
  const answer = {
    data: { household: { id: 'h', head: { id: 'a' }, members: [{ person: { id: 'b' } }, { person: null }] } },
  };
  expect([idsUnder(answer, 'person'), idsUnder(answer, 'head')]).toEqual([['b'], ['a']]);
});

test('codes of problems are found in any answer', () => {
  expect(codesIn({ data: { x: { problems: [{ code: 'ASKED_TOO_OFTEN' }] } } })).toEqual(['ASKED_TOO_OFTEN']);
});
