import { appendFile, readFile } from 'node:fs/promises';
import { relative } from 'node:path';

/**
 * Prints "passed failed" of a JSON report of vitest, and appends what failed, and why, to a file: what ran for half an hour
 * is read from its end. A file of tests that could not even be read counts as a failed test.
 */
const [, , report = '', failures = ''] = process.argv;
const { numPassedTests, testResults }: Report = JSON.parse(await readFile(report, 'utf8'));
const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
  const file = relative('.', name);
  const tests = assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.join('\n')}\n`);
  return status === 'failed' && tests.length === 0 ? [`${file}\n${message ?? ''}\n`] : tests;
});
await appendFile(failures, failed.map((line) => `\n${line}`).join(''));
console.log(`${numPassedTests} ${failed.length}`);

type Report = { numPassedTests: number; testResults: TestFile[] };
type TestFile = { name: string; status: string; message?: string; assertionResults: Test[] };
type Test = { status: string; fullName: string; failureMessages: string[] };
