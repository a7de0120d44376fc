import { expect, test } from 'vitest';
import { countsOfReport, exitCodeOf, summaryOf } from './test-counts.ts';

const report = {
  numPassedTests: 12,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { name: 'a.int.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'a grant is made' }] },
    {
      name: 'b.int.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'a payment is made' },
        {
          status: 'failed',
          fullName: 'a payment is returned',
          failureMessages: ['expected 3 to be 4\n    at b.int.test.ts'],
        },
      ],
    },
    { name: 'c.int.test.ts', status: 'failed', message: 'Cannot find module\nstack', assertionResults: [] },
  ],
};

test('a file that could not be loaded counts as a failed test', () => {
  expect(countsOfReport('int', JSON.stringify(report), 1)).toMatchObject({ passed: 12, failed: 2, skipped: 2 });
});

test('failed tests are listed before the counts, so that the end of a long log shows them', () => {
  const lines = summaryOf([countsOfReport('int', JSON.stringify(report), 1)]).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    '✗ int  b.int.test.ts: a payment is returned: expected 3 to be 4',
    '✗ int  c.int.test.ts: Cannot find module',
    '',
  ]);
});

test('a runner that ended with an error and without a report is a failure', () => {
  expect(countsOfReport('unit', '', 1)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  expect(countsOfReport('unit', '', 0)).toMatchObject({ passed: 0, failed: 0, skipped: 0 });
});

test('the last line is the sum over the levels', () => {
  const levels = [
    { level: 'unit', passed: 3, failed: 0, skipped: 0, notes: [] },
    { level: 'e2e', passed: 0, failed: 1, skipped: 1, notes: ['no Chromium'] },
  ];
  const lines = summaryOf(levels).split('\n');
  expect(lines.at(-1)).toBe('3 passed, 1 failed, 1 skipped');
  expect(lines[1]).toContain('no Chromium');
});

test('skipped tests fail the run only in CI', () => {
  const left = [{ level: 'int', passed: 3, failed: 0, skipped: 1, notes: [] }];
  expect(exitCodeOf(left, false)).toBe(0);
  expect(exitCodeOf(left, true)).toBe(1);
  expect(exitCodeOf([{ level: 'int', passed: 3, failed: 1, skipped: 0, notes: [] }], false)).toBe(1);
});
