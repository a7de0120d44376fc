import { expect, test } from 'vitest';
import { countsOfTrials } from './faults.ts';

test('the driver’s last line tells how many trials passed', () => {
  expect(countsOfTrials('✓ 1\n\nembedded: 3 commands\nfaults: 198 passed, 2 failed\n', 1)).toEqual({ passed: 198, failed: 2 });
});

test('a driver that ended badly is a failure, whatever it said', () => {
  expect(countsOfTrials('Error: no space left', 1)).toEqual({ passed: 0, failed: 1 });
  expect(countsOfTrials('faults: 20 passed, 0 failed', 1)).toEqual({ passed: 20, failed: 1 });
});
