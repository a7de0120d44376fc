/** How many random cases are run: a number that suits every change, or the long counts. */
export type TestExtent = 'some' | 'whole';

/** Tests of one level by result; `notes` say why some were left out, `failures` which failed and how. */
export type TestCounts = {
  readonly level: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly notes: readonly string[];
  readonly failures?: readonly string[];
};

/** The counts of vitest's JSON report; a file that could not be loaded counts as one failed test. */
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
    failures: testResults.flatMap(failuresOf),
  };
}

function failuresOf({ name, status, message, assertionResults }: ReportedFile): readonly string[] {
  if (status === 'failed' && assertionResults.length === 0) return [`${name}: ${firstLine(message)}`];
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${name}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
}

const firstLine = (text: string | undefined): string => text?.split('\n')[0] ?? '';

type ReportedFile = {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages?: readonly string[];
  }[];
};

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly ReportedFile[];
};

function parseReport(report: string): Report {
  const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  return report === '' ? empty : { ...empty, ...(JSON.parse(report) as Partial<Report>) };
}

const mostFailuresTold = 20;

/** The failures, a summary line per level, and the sum as the last line: `N passed, N failed, N skipped`. */
export function summaryOf(levels: readonly TestCounts[]): string {
  const lines = levels.map(
    ({ level, passed, failed, skipped, notes }) =>
      `  ${level.padEnd(12)}${counted(passed, failed, skipped)}${notes.map((note) => ` — ${note}`).join('')}`,
  );
  const sum = (pick: (counts: TestCounts) => number): number =>
    levels.reduce((total, counts) => total + pick(counts), 0);
  const total = counted(
    sum(({ passed }) => passed),
    sum(({ failed }) => failed),
    sum(({ skipped }) => skipped),
  );
  const failures = levels.flatMap(({ level, failures: told = [] }) =>
    told.slice(0, mostFailuresTold).map((one) => `✗ ${level}  ${one}`),
  );
  return [...failures, ...(failures.length > 0 ? [''] : []), ...lines, '', total].join('\n');
}

function counted(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The exit code: failures always count, and in CI nothing may be left out. */
export function exitCodeOf(levels: readonly TestCounts[], inCi: boolean): number {
  return levels.some(({ failed, skipped }) => failed > 0 || (inCi && skipped > 0)) ? 1 : 0;
}
