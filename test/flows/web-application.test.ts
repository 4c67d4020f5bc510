import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/http.ts';

let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mcube-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'index.html.br'), 'packed');
  await writeFile(join(folder, 'service-worker.js'), 'work()');
  await writeFile(join(folder, 'manifest.webmanifest'), '{}');
  await writeFile(join(folder, 'assets/index-abc.js'), 'go()');
  server = await startTestServer({ webFolder: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = (path: string, headers: Record<string, string> = { accept: 'text/html' }, method = 'GET') =>
  fetch(server.url + path, { headers, method });

describe('the web application', () => {
  test('opens at every address of a view, without a sign-in, and is asked for anew each time', async () => {
    for (const path of ['/', '/call-records', '/leads/7/show?tab=calls', '/shared/a.b-c']) {
      const answer = await ask(path);
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, '<!doctype html><title>page</title>']);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
    expect(await ask('/leads', { accept: 'text/html' }, 'HEAD')).toMatchObject({ status: 200 });
  });

  test('allows no script but its own files', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('keeps its hashed files for ever, the others only until they change', async () => {
    const script = await ask('/assets/index-abc.js', {});
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toBe('application/javascript; charset=utf-8');
    for (const path of ['/service-worker.js', '/manifest.webmanifest']) {
      const answer = await ask(path, {});
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
    }
    expect((await ask('/manifest.webmanifest')).headers.get('content-type')).toContain('application/manifest+json');
  });

  test('is sent packed to who can unpack it', async () => {
    const { status, headers } = await ask('/', { accept: 'text/html', 'accept-encoding': 'br' }, 'HEAD');
    expect([status, headers.get('content-encoding'), headers.get('vary')]).toEqual([200, 'br', 'accept-encoding']);
  });

  test('stands in the way of no other address: what is wrong there is said in JSON', async () => {
    for (const path of ['/api/nonsense', '/mcube/nonsense', '/assets/gone.js', '/gone.js']) {
      const answer = await ask(path);
      expect([path, answer.status, await answer.json()]).toMatchObject([path, 404, { error: { code: 'not_found' } }]);
      expect(answer.headers.get('cache-control')).toBeNull();
    }
    expect(await ask('/leads', { accept: 'application/json' })).toMatchObject({ status: 404 });
    expect(await ask('/leads', {}, 'POST')).toMatchObject({ status: 404 });
    for (const path of ['/../package.json', '/assets/..%2f..%2fpackage.json', '/.built-from'])
      expect(await (await ask(path)).text()).not.toContain('"dependencies"');
  });

  test('says how it is built where it has not been', async () => {
    const bare = await startTestServer({ webFolder: join(folder, 'assets') });
    const answer = await fetch(bare.url, { headers: { accept: 'text/html' } });
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});
