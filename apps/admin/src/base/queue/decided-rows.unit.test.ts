import { expect, test } from 'vitest';
import {
  positionIn,
  refusalsAfter,
  refusalsGone,
  waitingRows,
  whenAnswered,
  whenSent,
  type Decided,
} from './decided-rows.ts';

const nothing: Decided = new Map();
const rows = Array.from({ length: 12 }, (_, index) => ({ id: `file-${index}` }));
const idsOf = (some: readonly { readonly id: string }[]): readonly string[] => some.map((row) => row.id);
const refused = (id: string) => ({ id, ok: false, problems: [{ code: 'CHANGED', zh: '档案已改动', en: 'Changed' }] });

test('ten quick decisions before any answer act on ten different rows, in order', () => {
  let decided = nothing;
  let place = { id: 'file-1' as string | undefined, index: 1 };
  const sent: string[] = [];
  for (let press = 0; press < 10; press += 1) {
    const waiting = waitingRows(rows, decided, 1000);
    const index = positionIn(rows, waiting, place);
    const id = waiting[index]!.id;
    place = { id, index };
    sent.push(id);
    decided = whenSent(decided, [id]);
  }
  expect(sent).toEqual(idsOf(rows).slice(1, 11));
  expect(idsOf(waitingRows(rows, decided, 1000))).toEqual(['file-0', 'file-11']);
});

test('a decided row stays hidden in data read before, and is shown again when read later', () => {
  const carriedOut = { id: 'file-0', ok: true, problems: [] };
  const decided = whenAnswered(whenSent(nothing, ['file-0']), ['file-0'], [carriedOut], 2000);
  expect(idsOf(waitingRows(rows.slice(0, 2), decided, 1000))).toEqual(['file-1']);
  expect(idsOf(waitingRows(rows.slice(0, 2), decided, 2001))).toEqual(['file-0', 'file-1']);
});

test('a refused row returns to its place with its reason; those without an answer yet stay hidden', () => {
  const sent = whenSent(nothing, ['file-0', 'file-1', 'file-2']);
  const decided = whenAnswered(sent, ['file-1'], [refused('file-1')], 2000);
  expect(idsOf(waitingRows(rows.slice(0, 4), decided, 1000))).toEqual(['file-1', 'file-3']);
  const refusals = refusalsAfter(new Map(), [refused('file-1')]);
  expect(refusals.get('file-1')?.problems[0]?.zh).toBe('档案已改动');
  expect(refusalsAfter(refusals, [{ id: 'file-1', ok: true, problems: [] }]).size).toBe(0);
  expect([...refusalsAfter(refusals, [refused('file-2')]).keys()]).toEqual(['file-1', 'file-2']);
});

test('a refused row that somebody else took out of the queue is still told of, by its name', () => {
  const named = (id: string) => ({ ...refused(id), name: `name of ${id}` });
  const refusals = refusalsAfter(new Map(), [named('file-1'), named('file-2')]);
  expect(refusalsGone(refusals, rows.slice(2, 4)).map(({ name }) => name)).toEqual(['name of file-1']);
});

test('rows whose answer never came return', () => {
  const decided = whenAnswered(whenSent(nothing, ['file-0', 'file-1']), ['file-0', 'file-1'], [], 2000);
  expect(idsOf(waitingRows(rows.slice(0, 2), decided, 1000))).toEqual(['file-0', 'file-1']);
});

test('after the last row, the one before it becomes current', () => {
  expect(positionIn(rows, rows.slice(0, 3), { id: 'file-9', index: 3 })).toBe(2);
  expect(positionIn(rows, [], { id: 'file-9', index: 3 })).toBe(0);
  expect(positionIn(rows.slice(0, 3), rows.slice(0, 3), { id: 'file-9', index: 1 })).toBe(1);
});

test('a row that returned above the one just decided does not become current', () => {
  const waiting = [rows[2]!, rows[4]!, rows[5]!];
  expect(positionIn(rows, waiting, { id: 'file-3', index: 0 })).toBe(1);
});
