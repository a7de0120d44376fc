/** Tests of one level by how they ended; `notes` say why some were left out. */
export type TestCounts = {
  readonly level: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly notes: readonly string[];
};

/** What vitest's JSON report says; a file that could not even be loaded counts as one failed test. */
export function countsOfReport(level: string, report: string, exitCode: number): TestCounts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = parseReport(report);
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + unloaded;
  return {
    level,
    passed: numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
    notes: [],
  };
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

function parseReport(report: string): Report {
  const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  return report === '' ? empty : { ...empty, ...(JSON.parse(report) as Partial<Report>) };
}

/** A summary line per level, and the sum as the last line: `N passed, N failed, N skipped`. */
export function summaryOf(levels: readonly TestCounts[]): string {
  const lines = levels.map(
    ({ level, passed, failed, skipped, notes }) =>
      `  ${level.padEnd(12)}${counted(passed, failed, skipped)}${notes.map((note) => ` — ${note}`).join('')}`,
  );
  const sum = (pick: (counts: TestCounts) => number): number => levels.reduce((total, counts) => total + pick(counts), 0);
  const total = counted(sum(({ passed }) => passed), sum(({ failed }) => failed), sum(({ skipped }) => skipped));
  return [...lines, '', total].join('\n');
}

function counted(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The exit code: failures always count, and in CI nothing may be left out. */
export function exitCodeOf(levels: readonly TestCounts[], inCi: boolean): number {
  return levels.some(({ failed, skipped }) => failed > 0 || (inCi && skipped > 0)) ? 1 : 0;
}
