import { expect, test } from 'vitest';
import { citeClause, citeSource } from './citation.ts';

test.each([
  [
    '《县级冬春救助工作方案》篇1 三、2',
    '《县级冬春救助工作方案》第一篇第三条第2项',
    '《县级冬春救助工作方案》, part 1, article 3, item 2',
  ],
  [
    '《县级冬春救助工作方案》篇1 七',
    '《县级冬春救助工作方案》第一篇第七条',
    '《县级冬春救助工作方案》, part 1, article 7',
  ],
  [
    '《帮扶中心工作方案》三（二）1',
    '《帮扶中心工作方案》第三条（二）第1项',
    '《帮扶中心工作方案》, article 3(2), item 1',
  ],
  ['《实施细则》十二、3', '《实施细则》第十二条第3项', '《实施细则》, article 12, item 3'],
  ['《县级冬春救助工作方案》篇1', '《县级冬春救助工作方案》第一篇', '《县级冬春救助工作方案》, part 1'],
  ['财会〔2012〕21 号第十二条', '财会〔2012〕21 号第十二条', '财会〔2012〕21 号第十二条'],
])('%s is cited by the document’s name and the article', (source, zh, en) => {
  expect(citeSource(source)).toEqual({ zh, en });
});

test('a clause is cited by its title and source, never by its code', () => {
  expect(citeClause({ title: '低保户', source: '《县级冬春救助工作方案》篇1 三、2' })).toBe(
    '低保户（《县级冬春救助工作方案》第一篇第三条第2项）',
  );
  expect(citeClause({ title: '低保户' })).toBe('低保户');
});
