import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const LOGGED = `
  import { createLog } from './src/kernel/log.ts';
  const log = createLog({ logLevel: 'info', logFormat: 'json' }, false);
  const detail = 'Key (caller_number)=(+919000000001) already exists.';
  const where = 'COPY crm_lead, line 1: "+919000000001"';
  log.warn({ err: Object.assign(new Error('duplicate key'), { code: '23505', detail, where }) }, 'not written');`;

test('an error of the database is logged without the rows that it quotes', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', LOGGED]);
  expect(JSON.parse(stdout)).toMatchObject({ msg: 'not written', err: { message: 'duplicate key', code: '23505' } });
  expect(stdout).not.toContain('9000000001');
});
