import { appendFile, readFile } from 'node:fs/promises';
import { relative } from 'node:path';

/**
 * Prints "passed failed" of a JSON report of vitest. What failed, and why, is appended to one file, and what passed at a second
 * attempt only to another: what ran for half an hour is read from its end. A file of tests that could not even be read counts
 * as a failed test.
 */
const [, , report = '', failures = '', seconds = ''] = process.argv;
const { numPassedTests, testResults }: Report = JSON.parse(await readFile(report, 'utf8'));
const [failed, second]: [string[], string[]] = [[], []];
for (const { name, status, message, assertionResults } of testResults) {
  const file = relative('.', name);
  const failedTests = assertionResults.filter((test) => test.status === 'failed');
  // Of a first attempt that failed the message stays.
  const late = assertionResults.filter((test) => test.status === 'passed' && test.failureMessages.length > 0);
  if (status === 'failed' && failedTests.length === 0) failed.push(`\n${file}\n${message ?? ''}\n`);
  failed.push(...failedTests.map((test) => describe(file, test)));
  second.push(...late.map((test) => describe(file, test)));
}
await appendFile(failures, failed.join(''));
await appendFile(seconds, second.join(''));
console.log(`${numPassedTests} ${failed.length}`);

function describe(file: string, { fullName, failureMessages }: Test): string {
  return `\n${file}: ${fullName}\n${failureMessages.join('\n')}\n`;
}

type Report = { numPassedTests: number; testResults: TestFile[] };
type TestFile = { name: string; status: string; message?: string; assertionResults: Test[] };
type Test = { status: string; fullName: string; failureMessages: string[] };
