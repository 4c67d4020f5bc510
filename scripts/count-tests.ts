import { appendFile, readFile } from 'node:fs/promises';
import { relative } from 'node:path';

/**
 * Prints "passed failed" of a JSON report of vitest. What failed, and why, is appended to one file, and what passed at a second
 * attempt only to another: what ran for half an hour is read from its end. A file of tests that could not even be read counts
 * as a failed test.
 */
const [, , report = '', failures = '', seconds = ''] = process.argv;
const { numPassedTests, testResults }: Report = JSON.parse(await readFile(report, 'utf8'));
const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
  const file = relative('.', name);
  const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => describe(file, test));
  return status === 'failed' && tests.length === 0 ? [`${file}\n${message ?? ''}\n`] : tests;
});
// Of a first attempt that failed the message stays.
const second = testResults.flatMap(({ name, assertionResults }) =>
  assertionResults
    .filter((test) => test.status === 'passed' && test.failureMessages.length > 0)
    .map((test) => describe(relative('.', name), test)),
);
await appendFile(failures, failed.map((line) => `\n${line}`).join(''));
await appendFile(seconds, second.map((line) => `\n${line}`).join(''));
console.log(`${numPassedTests} ${failed.length}`);

function describe(file: string, { fullName, failureMessages }: Test): string {
  return `${file}: ${fullName}\n${failureMessages.join('\n')}\n`;
}

type Report = { numPassedTests: number; testResults: TestFile[] };
type TestFile = { name: string; status: string; message?: string; assertionResults: Test[] };
type Test = { status: string; fullName: string; failureMessages: string[] };
