import { readFile } from 'node:fs/promises';

/** Prints "passed failed" of a JSON report of vitest. A file that could not even be read counts as a failed test. */
const [, , report = ''] = process.argv;
const { numPassedTests, testResults }: Report = JSON.parse(await readFile(report, 'utf8'));
const failed = testResults.map(({ status, assertionResults }) => {
  const tests = assertionResults.filter((test) => test.status === 'failed').length;
  return status === 'failed' ? Math.max(tests, 1) : tests;
});
console.log(`${numPassedTests} ${failed.reduce((sum, count) => sum + count, 0)}`);

type Report = { numPassedTests: number; testResults: { status: string; assertionResults: { status: string }[] }[] };
