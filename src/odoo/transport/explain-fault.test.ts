import { expect, test } from 'vitest';
import { explainFault } from './explain-fault.ts';
import { isTransient } from './failure.ts';

test('A full disk is told as what it is, whoever ran into it, and passes', () => {
  for (const fault of [
    { name: 'psycopg2.errors.DiskFull', message: 'could not extend file "base/1/2": No space left on device' },
    { name: 'builtins.OSError', message: '[Errno 28] No space left on device' },
  ]) {
    const failure = explainFault(fault, 'create of crm.lead');
    expect(failure.message).toContain('disk');
    expect(isTransient(failure)).toBe(true);
  }
});
