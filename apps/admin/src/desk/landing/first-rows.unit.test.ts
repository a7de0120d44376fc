import { expect, test } from 'vitest';
import { firstObligations, firstRowsOf } from './first-rows.ts';

const nothing = { cases: {}, funds: {}, work: {} };
const application = (place: number, lockedForMe = false) => ({
  id: `a${place}`,
  headName: `王${place}`,
  unitName: '临江纺织厂',
  amount: '1200.00',
  lockedForMe,
});

test('a queue shows its first five records, without those that the reader handled', () => {
  const items = [application(0, true), ...Array.from({ length: 9 }, (_, place) => application(place + 1))];
  const rows = firstRowsOf('task.approve', { ...nothing, cases: { applications: { items } } });
  expect(rows.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
  expect(rows[0]).toMatchObject({ to: '/applications/a1', name: '王1', amount: '1,200.00' });
});

test('a legal case past its limitation is not shown again among those that end soon or those in progress', () => {
  const legalCase = (id: string, limitationPassed: boolean) => ({
    id,
    number: id,
    clientName: id,
    limitationDate: '2026-12-05',
    limitationPassed,
  });
  const work = {
    deadlines: { items: [legalCase('passed', true), legalCase('soon', false)] },
    legalCases: { items: [legalCase('passed', true), legalCase('soon', false), legalCase('open', false)] },
  };
  const shown = (['task.deadlinesPassed', 'task.deadlines', 'task.legalCases'] as const).map((task) =>
    firstRowsOf(task, { ...nothing, work }).map(({ id }) => id),
  );
  expect(shown).toEqual([['passed'], ['soon'], ['open']]);
});

test('an answer that has not come, and a task that is no list of records, show none', () => {
  expect(firstRowsOf('task.returned', nothing)).toEqual([]);
  expect(firstRowsOf('task.subordinates', nothing)).toEqual([]);
});

test('obligations stand under the line of their kind and span', () => {
  const first = (id: string, standing: 'OVERDUE' | 'WEEK') => ({
    id,
    kind: 'POSTING_ENDED' as const,
    title: id,
    address: `/postings/${id}`,
    dueOn: '2026-12-01',
    standing,
  });
  const spans = firstObligations({
    caseRecords: [{ kind: 'POSTING_ENDED', first: [first('p1', 'OVERDUE'), first('p2', 'WEEK')] }],
    identity: null,
  });
  expect([...spans].map(([span, rows]) => [span, rows.map(({ id }) => id)])).toEqual([
    ['POSTING_ENDED overdue', ['p1']],
    ['POSTING_ENDED week', ['p2']],
  ]);
});
