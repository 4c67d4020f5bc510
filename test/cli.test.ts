import { beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../src/kernel/clock.ts';
import { hangUp } from './support/calls.ts';
import { createTestDatabase } from './support/database.ts';
import { type Ran, runCommand } from './support/run-command.ts';
import { startService, type TestService, until } from './support/service.ts';

// Each command is a process that starts and ends.
vi.setConfig({ testTimeout: 120_000 });

let service: TestService;
const mcube = (...args: string[]): Promise<Ran> => runCommand({ DATABASE_URL: service.database.url }, args);

beforeAll(async () => {
  // Commands go by the machine's clock, so the service does too.
  service = await startService({ clock: { ...systemClock, turn: () => undefined } });
});

describe('user', () => {
  test('add makes a user with a team, list shows them, and they sign in', async () => {
    const added = await runCommand(
      { DATABASE_URL: service.database.url },
      [
        ...['user', 'add', '--login', 'kavi', '--name', 'Kavi Das', '--password-stdin', '--new-team', 'Kites'],
        ...['--virtual-number', '080 3000 0077', '--phone', '9800000077', '--email', 'kavi@example.com'],
      ],
      'a good password\n',
    );
    expect(added).toMatchObject({ code: 0, stderr: '' });
    const listed = await mcube('user', 'list');
    expect(listed.stdout).toMatch(/^LOGIN +NAME +GROUPS +VIRTUAL NUMBER +TEAM +ACTIVE\n/);
    expect(listed.stdout).toMatch(/^kavi +Kavi Das +user +080 3000 0077 +Kites +yes$/m);
    expect(JSON.parse((await mcube('user', 'list', '--json')).stdout)).toContainEqual(
      expect.objectContaining({ login: 'kavi', team_name: 'Kites', groups: ['base.group_user'] }),
    );
    expect(await signIn('kavi', 'a good password')).toBe(200);
  });

  test('set-password changes it and ends the sessions', async () => {
    await mcube('user', 'add', '--login', 'mira', '--name', 'Mira', '--password', 'the first one');
    const ran = await mcube('user', 'set-password', 'MIRA', '--password', 'the second one');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(await signIn('mira', 'the first one')).toBe(401);
    expect(await signIn('mira', 'the second one')).toBe(200);
  });

  test('what cannot be is said in a sentence', async () => {
    const refused = async (sentence: RegExp, ...args: string[]) => {
      const ran = await mcube('user', ...args);
      expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
      expect(ran.stderr).not.toMatch(/\n.*\n|at .*\.ts/);
    };
    const nobody = ['--login', 'nobody', '--name', 'Nobody'];
    await Promise.all([
      refused(/^This login is taken\./, 'add', '--login', 'Admin', '--name', 'Me', '--no-password'),
      refused(/^There is no team "Nope"/, 'add', ...nobody, '--no-password', '--team', 'Nope'),
      refused(/^A password has 8 to 256 characters\./, 'add', ...nobody, '--password', 'short'),
      refused(/^Nobody can be asked for the password here/, 'add', ...nobody),
      refused(/"boss" is none of system, user/, 'add', ...nobody, '--groups', 'boss'),
      refused(/^There is no active user "nobody"\./, 'set-password', 'nobody', '--password', 'long enough'),
    ]);
  });
});

describe('api-key', () => {
  test('create prints the key alone, and the key works', async () => {
    const made = await mcube('api-key', 'create', '--user', 'admin', '--name', 'a script', '--expires-in-days', '7');
    expect(made).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^mck_[\w-]{43}\n$/) });
    const headers = { authorization: `Bearer ${made.stdout.trim()}` };
    expect((await service.request('/api/users', { headers })).status).toBe(200);
    const listed = await mcube('api-key', 'list', '--user', 'admin');
    expect(listed.stdout).toMatch(/admin +\d{4}-\d\d-\d\d \d\d:\d\d +\d{4}-\d\d-\d\d \d\d:\d\d +a script$/m);
    expect(listed.stdout).not.toContain('mck_');
    const id = /^(\d+) .*a script$/m.exec(listed.stdout)?.[1] ?? '';
    const revoked = await mcube('api-key', 'revoke', id);
    expect(revoked).toEqual({ code: 0, stdout: 'The key "a script" of admin is revoked.\n', stderr: '' });
    expect((await service.request('/api/users', { headers })).status).toBe(401);
    expect(await mcube('api-key', 'revoke', id)).toMatchObject({ code: 1, stderr: `There is no API key ${id}.\n` });
  });

  test('create for nobody says so', async () => {
    const made = await mcube('api-key', 'create', '--user', 'ghost', '--name', 'x');
    expect(made).toEqual({ code: 1, stdout: '', stderr: 'There is no active user "ghost".\n' });
  });
});

describe('events', () => {
  let failed: number;

  beforeAll(async () => {
    await service.tell(CALL, { ...CALL, callid: '90000000021790000000' });
    // The receiving end refuses such an event; one from before it did is kept as failed.
    await service.database.pool.query(
      `insert into webhook_journal (received_at, event_count, events) values (now(), 1, '{"callid":"lost"}')`,
    );
    await until('the event has failed', async () => (await listed('--state', 'failed')).total === 1);
    failed = (await listed('--state', 'failed')).data[0]?.id ?? 0;
  });

  test('list shows them newest first, by state and by call', async () => {
    const all = await mcube('events', 'list');
    expect(all).toMatchObject({ code: 0, stderr: '' });
    const [headings, newest, ...others] = all.stdout.trimEnd().split('\n');
    expect(headings).toMatch(/^ID +RECEIVED +STATE +CALL +REASON$/);
    expect(newest).toMatch(/failed +- +\S+/);
    expect(others).toHaveLength(2);
    expect((await listed('--call-id', CALL.callid)).data).toEqual([
      expect.objectContaining({ call_id: CALL.callid, state: 'processed', payload: expect.objectContaining(CALL) }),
    ]);
    expect(await listed('--limit', '1')).toMatchObject({ total: 3, data: [{ id: failed }] });
  });

  test('show tells all about one', async () => {
    const shown = await mcube('events', 'show', String(failed));
    expect(shown.stdout).toMatch(/^state +failed$/m);
    expect(shown.stdout).toContain('"callid": "lost"');
    expect(await mcube('events', 'show', '77')).toEqual({ code: 1, stdout: '', stderr: 'There is no event 77.\n' });
  });

  test('replay of many asks first, shows in a dry run, and does with --yes', async () => {
    expect(await mcube('events', 'replay')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Say which/) });
    const dry = await mcube('events', 'replay', '--state', 'failed', '--dry-run');
    expect(dry.stdout).toMatch(new RegExp(`^${failed} +(-|lost) +failed: `, 'm'));
    expect(dry.stdout).toContain('Nothing was changed.');
    const unsure = await mcube('events', 'replay', '--state', 'failed');
    expect(unsure).toMatchObject({ code: 1, stderr: 'Nothing was replayed: repeat the command with --yes.\n' });
    await service.database.pool.query('delete from mcube_call_record where call_id = $1', [CALL.callid]);
    const done = await mcube('events', 'replay', '--state', 'processed', '--from', '2000-01-01', '--yes');
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2 events wait again/) });
    await service.settled();
    expect(await service.callOf(CALL.callid)).toMatchObject({ call_id: CALL.callid });
  });

  test('replay of one by its number is done at once', async () => {
    const ran = await mcube('events', 'replay', String(failed));
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^1 event waits again/) });
  });

  test('list and show what was refused as well: what came, as what, and why', async () => {
    await service.post('callid=1&status=BUSY&apikey=not-to-be-seen', 'application/x-www-form-urlencoded');
    await until('it is kept', async () => (await listed('--state', 'refused')).total === 1);
    const [{ id } = { id: 0 }] = (await listed('--state', 'refused')).data;
    const { stdout } = await mcube('events', 'show', String(id));
    expect(stdout).toMatch(/^state +refused\nreason +Missing phone number$/m);
    expect(stdout).toMatch(/^came as +POST application\/x-www-form-urlencoded$/m);
    expect(stdout).toMatch(/^callid=1&status=BUSY&apikey=\*\*\*$/m);
  });
});

describe('a database that is not ready', () => {
  test('is brought up to date by migrate, and until then commands say so', async () => {
    const { url } = await createTestDatabase({ empty: true });
    const early = await runCommand({ DATABASE_URL: url }, ['user', 'list']);
    expect(early).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^The database lacks \d+ migr/) });
    const first = await runCommand({ DATABASE_URL: url }, ['migrate']);
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Applied 0001_people\.sql\nApplied 0002/) });
    const again = await runCommand({ DATABASE_URL: url }, ['migrate']);
    expect(again).toEqual({ code: 0, stdout: 'The database is up to date.\n', stderr: '' });
    const agent = ['user', 'add', '--login', 'asha', '--name', 'Asha', '--no-password'];
    expect(await runCommand({ DATABASE_URL: url }, agent)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The first user must be an administrator/),
    });
  });

  test.each([
    [{ PORT: 'abc' }, 2, 'PORT must be a whole number from 0 to 65535, not "abc".'],
    [{ MCUBE_DEFAULT_REGION: 'QQ' }, 2, 'MCUBE_DEFAULT_REGION must be a country in two letters, such as IN, not "QQ".'],
    [{ HOST: '0.0.0.0' }, 2, /^HOST=0\.0\.0\.0 can be reached from other machines: set MCUBE_WEBHOOK_TOKEN/],
    [{ DATABASE_URL: 'mysql://x' }, 2, /^DATABASE_URL must have the form postgres:/],
    [{ MCUBE_DATA_DIR: '/nowhere/mcube' }, 1, /^There is no database in \/nowhere\/mcube yet: start the service once/],
  ])('%o ends with code %i and a sentence', async (environment: Record<string, string>, code, sentence) => {
    const { stderr, ...ran } = await runCommand(environment, ['user', 'list']);
    expect(ran).toEqual({ code, stdout: '' });
    expect(stderr.trimEnd()).toMatch(sentence);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});

const CALL = {
  callid: '90000000011790000000',
  starttime: '2026-09-21 11:49:57',
  endtime: '2026-09-21 11:50:28',
  callto: '9000000001',
  dialstatus: 'ANSWER',
  direction: 'inbound',
};

test('virtual-number forgets a customer whom a wrong event had made one of our numbers', async () => {
  await service.tell(hangUp({ callto: '9000000001', clicktocalldid: '9000000088' }));
  const call = hangUp({ callto: '9000000088' });
  await service.tell(call);
  expect(await service.callOf(call.callid)).toMatchObject({ lead_id: null, lead_rule: 'own_number' });
  expect((await mcube('virtual-number', 'list')).stdout).toMatch(/^\+919000000088 +9000000088 +\d{4}-/m);
  const forgotten = await mcube('virtual-number', 'forget', '090000 00088');
  expect(forgotten).toMatchObject({
    code: 0,
    stdout: '+919000000088 is forgotten: its next call finds or makes a lead.\n',
  });
  await service.tell(hangUp({ callto: '9000000088' }));
  expect(await service.leadsOf('9000000088')).toHaveLength(1);
  const again = await mcube('virtual-number', 'forget', '9000000088');
  expect(again).toMatchObject({ code: 1, stderr: '+919000000088 is no number of ours.\n' });
});

async function signIn(login: string, password: string): Promise<number> {
  const body = JSON.stringify({ login, password });
  const headers = { 'content-type': 'application/json' };
  return (await service.request('/api/session', { method: 'POST', headers, body })).status;
}

async function listed(...args: string[]): Promise<{ data: { id: number }[]; total: number }> {
  return JSON.parse((await mcube('events', 'list', '--json', ...args)).stdout);
}

describe('simulate call', () => {
  test('plays one call as it is wished for: to this agent, from this number, with this end', async () => {
    await mcube(
      'user',
      'add',
      '--login',
      'usha',
      '--name',
      'Usha',
      '--password',
      'a good one',
      '--phone',
      '9800000088',
    );
    const webhook = ['--url', `${service.url}/mcube/webhook`];
    const wish = ['--from', '9000000188', '--to', '8030000088', '--agent', '9800000088', '--outcome', 'busy'];
    const { code, stdout } = await mcube('simulate', 'call', ...webhook, ...wish, '--ring', '0');
    expect(stdout).toMatch(
      /^9800000088 rings: 9000000188 calls 8030000088\.\nIt is over: busy\. The call's id is \d+\.\n$/,
    );
    expect(code).toBe(0);
    await service.settled();
    const { data } = await service.api<{ data: object[] }>('/api/call-records?phone_number=9000000188');
    expect(data).toMatchObject([
      { outcome: 'busy', user_name: 'Usha', virtual_number: '8030000088', timed_out: false },
    ]);
  });
});
