import { expect, test } from 'vitest';
import { countsOfTrials } from './faults.ts';

test('the driver’s last line shows how many trials passed', () => {
  expect(countsOfTrials('✓ 1\n\nembedded: 3 commands\nfaults: 198 passed, 2 failed\n', 1)).toMatchObject({
    passed: 198,
    failed: 2,
  });
});

test('a driver that ended with an error is a failure, with any output', () => {
  expect(countsOfTrials('Error: no space left', 1)).toMatchObject({
    passed: 0,
    failed: 1,
    failures: ['Error: no space left'],
  });
  expect(countsOfTrials('faults: 20 passed, 0 failed', 1)).toMatchObject({ passed: 20, failed: 1 });
});

test('a failed trial is reported with its findings', () => {
  const output =
    '✓ 1  2.0 s\n✗ 2  3.1 s  FROZEN\n    ORDER: payment 3 before 2\n    ONCE: twice\n✓ 3  1.0 s\nfaults: 2 passed, 1 failed\n';
  expect(countsOfTrials(output, 1).failures).toEqual([
    '✗ 2  3.1 s  FROZEN\n    ORDER: payment 3 before 2\n    ONCE: twice',
  ]);
});

test('findings in a deliberately broken program are not failures', () => {
  const output = '✓ plain-cursor\n✗ 509  WINDOW_CLERK\n    FOREIGN name\nsabotages: 1 passed, 0 failed\n';
  expect(countsOfTrials(output, 0)).toEqual({ passed: 1, failed: 0, failures: [] });
});
