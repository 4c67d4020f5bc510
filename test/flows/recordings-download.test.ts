import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '../../src/kernel/settings.ts';
import { createDownload, type Downloaded } from '../../src/services/recordings/download.ts';
import { SOUND, sendSound, startSoundServer } from '../support/sound-server.ts';

const folder = await mkdtemp(join(tmpdir(), 'mcube-download-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const path = join(folder, 'sound');

const server = await startSoundServer();
server.on('/call.wav', sendSound);
const port = Number(new URL(server.url).port);

/** Every name leads where the test says, each time it is asked for the next of the addresses. */
function leadingTo(...addresses: string[]): LookupFunction {
  return (_name, options, done) => {
    const address = (addresses.length > 1 ? addresses.shift() : addresses[0]) ?? '';
    const family = address.includes(':') ? 6 : 4;
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

async function download(
  address: string,
  { allowed = '', only = 'false', lookup }: { allowed?: string; only?: string; lookup?: LookupFunction } = {},
  limits = { bytes: 1_000_000, seconds: 5 },
): Promise<Downloaded> {
  const settings = readSettings({ MCUBE_RECORDING_ALLOWED_HOSTS: allowed, MCUBE_RECORDING_ONLY_ALLOWED_HOSTS: only });
  return await createDownload(settings, limits, lookup)(address, path, new AbortController().signal);
}

const fromServer = (file: string, limits?: { bytes: number; seconds: number }) =>
  download(`${server.url}${file}`, { allowed: server.host }, limits);

const PRIVATE = { kind: 'refused', reason: expect.stringContaining('leads into a private network') };

test('from a host that is named in the settings a recording comes, though its address is private', async () => {
  expect(await fromServer('/call.wav')).toMatchObject({ kind: 'got', bytes: SOUND.length, contentType: 'audio/wav' });
  expect(await readFile(path)).toEqual(SOUND);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test.each([
  'http://127.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://10.0.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://2130706433/',
  'http://0x7f.1/',
  'https://127.0.0.1/',
])('%s is not asked', async (address) => {
  expect(await download(address)).toMatchObject(PRIVATE);
});

test('a name that leads to this machine is not asked, nor is a public name with a private address among its own', async () => {
  expect(await download('http://recordings.example.com/', { lookup: leadingTo('127.0.0.1') })).toMatchObject(PRIVATE);
  expect(await download('https://recordings.example.com/', { lookup: leadingTo('::1') })).toMatchObject(PRIVATE);
  const both: LookupFunction = (_name, _options, done) =>
    done(null, [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]);
  expect(await download('http://recordings.example.com/', { lookup: both })).toMatchObject(PRIVATE);
});

test('a name that is public at the first look and private at the second gains nothing: what is looked up is connected to', async () => {
  const names: string[] = [];
  const rebinding = leadingTo('127.0.0.1', '93.184.216.34');
  const counted: LookupFunction = (name, options, done) => {
    names.push(name);
    rebinding(name, options, done);
  };
  server.on('/again', (_request, response) =>
    response.writeHead(302, { location: 'http://rebound.example.com/' }).end(),
  );
  expect(await download(`${server.url}/again`, { allowed: server.host, lookup: counted })).toMatchObject(PRIVATE);
  expect(names).toEqual(['rebound.example.com']);
});

test.each([
  ['another server of this machine', 'http://127.0.0.1/'],
  ['the metadata of the cloud', 'http://169.254.169.254/latest/meta-data/'],
  ['a name of the private network', 'http://intranet.example.com/'],
])('a redirect to %s is not followed', async (_what, location) => {
  server.on('/moved', (_request, response) => response.writeHead(302, { location }).end());
  const lookup = leadingTo('10.1.2.3');
  expect(await download(`${server.url}/moved`, { allowed: server.host, lookup })).toMatchObject(PRIVATE);
});

test('redirects within what is allowed are followed, but not for ever, and to no other protocol', async () => {
  server.on('/first', (_request, response) => response.writeHead(301, { location: '/call.wav' }).end());
  expect(await fromServer('/first')).toMatchObject({ kind: 'got' });
  server.on('/circle', (_request, response) => response.writeHead(302, { location: '/circle' }).end());
  expect(await fromServer('/circle')).toMatchObject({ kind: 'refused', reason: expect.stringContaining('5 times') });
  server.on('/file', (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
  expect(await fromServer('/file')).toMatchObject({ kind: 'refused', reason: expect.stringContaining('file:') });
});

test('unusual ports, passwords, and everything but the named hosts where only those are allowed: not asked', async () => {
  expect(await download('http://recordings.example.com:8080/')).toMatchObject({ kind: 'refused' });
  expect(await download('http://user:pass@recordings.example.com/')).toMatchObject({ kind: 'refused' });
  const only = { allowed: server.host, only: 'true' };
  expect(await download(`${server.url}/call.wav`, only)).toMatchObject({ kind: 'got' });
  expect(await download('https://recordings.example.com/', only)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('MCUBE_RECORDING_ALLOWED_HOSTS does not name it'),
  });
  expect(await download(`http://127.0.0.1:${port + 1}/`, { allowed: server.host })).toMatchObject({ kind: 'refused' });
});

test('what is larger than allowed is refused, whether the server says so before or not', async () => {
  const small = { bytes: 1_000, seconds: 5 };
  expect(await fromServer('/call.wav', small)).toMatchObject({ kind: 'refused' });
  server.on('/endless', (_request, response) => {
    const more = () => response.write(SOUND, () => response.destroyed || more());
    more();
  });
  expect(await fromServer('/endless', { bytes: 200_000, seconds: 30 })).toMatchObject({ kind: 'refused' });
});

test('a body that trickles in is cut off when its time is over, and may come later', async () => {
  server.on('/slow', (_request, response) => {
    response.writeHead(200, { 'content-length': SOUND.length });
    const trickle = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(trickle));
  });
  expect(await fromServer('/slow', { bytes: 1_000_000, seconds: 0.3 })).toEqual({
    kind: 'absent',
    reason: 'It had not arrived after 0.3 seconds.',
  });
});

test('a body that ends too early may come later', async () => {
  server.on('/short', (_request, response) => {
    response.writeHead(200, { 'content-length': SOUND.length });
    response.write(SOUND.subarray(0, 1_000), () => response.destroy());
  });
  expect(await fromServer('/short')).toMatchObject({ kind: 'absent' });
});

test.each([
  [404, 'absent'],
  [500, 'absent'],
  [403, 'absent'],
  [410, 'gone'],
])('%s means %s', async (status, kind) => {
  server.on('/status', (_request, response) => response.writeHead(status).end('no'));
  expect(await fromServer('/status')).toMatchObject({ kind });
});
