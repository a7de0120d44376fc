import { expect, test } from 'vitest';
import {
  gridOf,
  letterOf,
  neighbour,
  readable,
  remarksOf,
  shownStatesOf,
  type Figure,
  type Line,
  type Table,
} from './statutory-table.ts';

const figure = (key: string, more: Partial<Figure> = {}): Figure => ({
  key,
  label: key,
  labelEn: key,
  unit: '户',
  type: 'COUNT',
  choices: [],
  kind: 'DERIVED',
  value: '1',
  derived: '1',
  present: '1',
  difference: null,
  state: 'AUTO',
  own: null,
  accepted: null,
  reason: null,
  enteredBy: null,
  enteredAt: null,
  records: 1,
  rule: '',
  ruleEn: '',
  opensRecords: true,
  ...more,
});

const line = (code: string, section: string, keys: readonly string[]): Line => ({
  code,
  section,
  label: code,
  labelEn: code,
  printed: '',
  heading: null,
  cells: keys.map((key) => figure(key)),
});

const table = (more: Partial<Table> = {}): Table => ({
  form: { code: 'warmth-table', title: '', titleEn: '', version: 1, note: '', noteEn: '' },
  organizationId: 'o',
  organizationName: '',
  campaignId: null,
  from: '2026-12-01',
  to: '2027-03-01',
  preparedBy: '',
  preparedByPhone: null,
  preparedOn: '2026-12-01',
  exportUrl: '',
  lines: [
    line('3A', '3', ['3A', '3A.migrant']),
    line('3B', '3', ['3B']),
    line('4C', '4', ['4C', '4C.workers', '4C.migrant', '4C.model']),
    line('7L', '7', ['7L', '7L.amount']),
  ],
  checks: [],
  submission: null,
  ...more,
});

test('a line has a row for each further figure, and its section’s number spans them all', () => {
  const rows = gridOf(table());
  expect(rows.map((row) => [row.sectionRows, row.first?.figure.key, row.first?.rows, row.second?.key])).toEqual([
    [2, '3A', 1, '3A.migrant'],
    [undefined, '3B', 1, undefined],
    [3, '4C', 3, '4C.workers'],
    [undefined, undefined, undefined, '4C.migrant'],
    [undefined, undefined, undefined, '4C.model'],
    [1, '7L', 1, '7L.amount'],
  ]);
});

test('arrow keys move within a column, skipping rows without it, and between the two columns of a line', () => {
  const rows = gridOf(table());
  expect(neighbour(rows, '3A', 'down')).toBe('3B');
  expect(neighbour(rows, '4C', 'down')).toBe('7L');
  expect(neighbour(rows, '3A.migrant', 'down')).toBe('4C.workers');
  expect(neighbour(rows, '4C.model', 'left')).toBe('4C');
  expect(neighbour(rows, '3A', 'right')).toBe('3A.migrant');
  expect(neighbour(rows, '3B', 'right')).toBeUndefined();
  expect(neighbour(rows, '3A', 'up')).toBeUndefined();
});

test('the printed L after H keeps its letter', () => {
  expect(table().lines.map(letterOf)).toEqual(['A', 'B', 'C', 'L']);
});

test('a submitted table is locked, but marks figures that no longer agree', () => {
  const submission = {
    id: 's',
    status: 'SUBMITTED' as const,
    submittedBy: '赵敏',
    submittedAt: '2026-12-30T02:00:00Z',
    remarks: null,
    reviewedBy: null,
    reviewedAt: null,
    opinion: null,
    cellRemarks: [],
    mayReturn: false,
    mayAccept: false,
  };
  const changed = line('3A', '3', ['3A']);
  const lines = [{ ...changed, cells: [figure('3A', { state: 'CHANGED' }), figure('3A.migrant')] }];
  expect([...shownStatesOf(table({ submission, lines })).values()]).toEqual(['CHANGED', 'LOCKED']);
  const returned = { ...submission, status: 'RETURNED' as const, cellRemarks: [{ cell: '3A', text: '核对' }] };
  expect([...shownStatesOf(table({ submission: returned, lines })).values()]).toEqual(['CHANGED', 'AUTO']);
  expect([...remarksOf(table({ submission: returned }))]).toEqual([['3A', '核对']]);
  expect([...remarksOf(table({ submission }))]).toEqual([]);
});

test('a failing warning asks for an explanation of its cells, unless they are empty', () => {
  const checks = [
    { code: '5A ≥ 6A', ok: false, severity: 'WARNING' as const, message: '', messageEn: '', cells: ['3A', '3B'] },
  ];
  const lines = [{ ...line('3A', '3', []), cells: [figure('3A'), figure('3B', { state: 'EMPTY' })] }];
  expect([...shownStatesOf(table({ checks, lines })).values()]).toEqual(['REMARK', 'EMPTY']);
});

test('figures are grouped by thousands, with decimals unchanged, and a missing one is a dash', () => {
  expect([readable('1234567'), readable('9.75'), readable('-12.5'), readable('0'), readable('')]).toEqual([
    '1,234,567',
    '9.75',
    '−12.5',
    '0',
    '—',
  ]);
});
