import { expect, test } from 'vitest';
import {
  nothingKept,
  readKept,
  viewShown,
  withColumn,
  withView,
  withoutView,
  writeKept,
  type KeptView,
} from './kept-list.ts';

const view: KeptView = {
  name: '待补材料',
  filter: { status: 'RETURNED' },
  sort: { field: 'HEAD', order: 'ASC' },
  hidden: ['身份证号'],
};

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  };
}

test('a view is kept for one person and one list', () => {
  const browser = { ...storage() };
  writeKept(browser as never, 'wang', 'households', withView(nothingKept, view));
  expect(readKept(browser as never, 'wang', 'households').views).toEqual([view]);
  expect(readKept(browser as never, 'li', 'households')).toEqual(nothingKept);
  expect(readKept(browser as never, 'wang', 'grants')).toEqual(nothingKept);
});

test('a view saved under a used name replaces it; twenty are kept at most', () => {
  const twice = withView(withView(nothingKept, view), { ...view, hidden: [] });
  expect(twice.views).toEqual([{ ...view, hidden: [] }]);
  const many = Array.from({ length: 25 }, (_, place) => ({ ...view, name: String(place) })).reduce(
    withView,
    nothingKept,
  );
  expect([many.views.length, many.views[0]?.name]).toEqual([20, '5']);
  expect(withoutView(twice, view.name).views).toEqual([]);
});

test('the shown view is known by filter, sort and columns; an emptied filter counts as none', () => {
  const kept = withView(nothingKept, view);
  const { name, ...shown } = view;
  expect(viewShown(kept, { ...shown, filter: { status: 'RETURNED', mark: undefined } })).toBe(name);
  expect(viewShown(kept, { ...shown, filter: {} })).toBeUndefined();
  expect(viewShown(kept, { ...shown, hidden: [] })).toBeUndefined();
});

test('a column is hidden and shown again', () => {
  const hidden = withColumn(nothingKept, '单位', false);
  expect(hidden.hidden).toEqual(['单位']);
  expect(withColumn(hidden, '单位', true).hidden).toEqual([]);
});

test.each(['not JSON', '{"views":[{"name":1}],"hidden":[2]}', 'null'])(
  'what cannot be read counts as nothing: %s',
  (text) => {
    expect(readKept({ getItem: () => text, setItem: () => undefined }, 'wang', 'households')).toEqual(nothingKept);
  },
);
