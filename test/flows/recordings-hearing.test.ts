import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../src/kernel/settings.ts';
import { createServiceKey } from '../../src/security/service-key.ts';
import { writeShareToken } from '../../src/security/share-token.ts';
import { fileName } from '../../src/services/recordings/fetch-recording.ts';
import { openRecordingStore } from '../../src/services/recordings/recording-store.ts';
import { startTestServer, type TestUser } from '../support/http.ts';
import { addCall } from '../support/rows.ts';
import { createTestClock } from '../support/service.ts';
import { SOUND } from '../support/sound-server.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'mcube-hearing-test-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const settings = readSettings({ LOG_LEVEL: 'error', MCUBE_DATA_DIR: dataDir });
const clock = createTestClock();
const server = await startTestServer({ settings, clock });
const { database, parts } = server;
const store = openRecordingStore(settings);
const admin = await server.user(['base.group_system']);
const agent = await server.user(['base.group_user']);

/** A call whose recording is in the store; its id. */
async function addHeard(fields: Parameters<typeof addCall>[1] = {}): Promise<number> {
  const id = await addCall(database, { phone_number: '9000000001', ...fields });
  const sha256 = Buffer.alloc(32, id);
  const file = fileName(id, new Date('2026-08-01T09:30:00Z'), sha256, 'wav');
  const draft = join(dataDir, `draft-${id}`);
  await writeFile(draft, SOUND);
  await store.put(file, draft, 'audio/wav');
  const stored = { file, content_type: 'audio/wav', bytes: SOUND.length, sha256, seconds: 2 };
  await database.kysely
    .insertInto('recording')
    .values({ call_record_id: id, state: 'ready', stored_date: clock.now(), ...stored })
    .execute();
  return id;
}

type Heard = { status: number; headers: Headers; bytes: Buffer };

async function hear(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Heard> {
  const answer = await fetch(server.url + path, { method, headers });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const as = ({ key }: TestUser, headers: Record<string, string> = {}) => ({
  authorization: `Bearer ${key}`,
  ...headers,
});
const recordingOf = (id: number) => `/api/call-records/${id}/recording`;

describe('the sound', () => {
  test('comes whole, with its type, for nobody else to keep', async () => {
    const id = await addHeard();
    const whole = await hear(recordingOf(id), as(agent));
    expect(whole).toMatchObject({ status: 200, bytes: SOUND });
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': String(SOUND.length),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-disposition': `inline; filename="call-${id}.wav"`,
    });
    const saved = await hear(`${recordingOf(id)}?download=1`, as(agent));
    expect(saved.headers.get('content-disposition')).toBe(`attachment; filename="call-${id}.wav"`);
    const head = await hear(recordingOf(id), as(agent), 'HEAD');
    expect(head).toMatchObject({ status: 200, bytes: Buffer.alloc(0) });
    expect(head.headers.get('content-length')).toBe(String(SOUND.length));
  });

  test.each([
    ['bytes=0-99', 0, 100],
    ['bytes=100-', 100, SOUND.length],
    ['bytes=-50', SOUND.length - 50, SOUND.length],
    [`bytes=${SOUND.length - 1}-${SOUND.length + 500}`, SOUND.length - 1, SOUND.length],
  ])('comes in parts: %s', async (range, start, end) => {
    const part = await hear(recordingOf(await addHeard()), as(agent, { range }));
    expect(part).toMatchObject({ status: 206, bytes: SOUND.subarray(start, end) });
    expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${SOUND.length}`);
    expect(part.headers.get('content-length')).toBe(String(end - start));
  });

  test('has no part behind its end; what is no range of bytes, or several, is answered whole', async () => {
    const id = await addHeard();
    const outside = await hear(recordingOf(id), as(agent, { range: `bytes=${SOUND.length}-` }));
    expect(outside.status).toBe(416);
    expect(outside.headers.get('content-range')).toBe(`bytes */${SOUND.length}`);
    for (const range of ['bytes=0-1,5-6', 'lines=1-2', 'nonsense'])
      expect(await hear(recordingOf(id), as(agent, { range }))).toMatchObject({ status: 200, bytes: SOUND });
  });

  test('that a browser has already is not sent again, and a part of another version is not mixed in', async () => {
    const id = await addHeard();
    const etag = (await hear(recordingOf(id), as(agent))).headers.get('etag') ?? '';
    expect(await hear(recordingOf(id), as(agent, { 'if-none-match': etag }))).toMatchObject({ status: 304 });
    const range = { range: 'bytes=5-9' };
    expect((await hear(recordingOf(id), as(agent, { ...range, 'if-range': etag }))).status).toBe(206);
    expect((await hear(recordingOf(id), as(agent, { ...range, 'if-range': '"older"' }))).status).toBe(200);
  });

  test('that is not there is not found, with the reason', async () => {
    const id = await addCall(database, { recording_url: 'https://recordings.example.com/1.wav' });
    expect((await agent.get(recordingOf(id))).body).toMatchObject({
      error: { message: 'This call has no recording.' },
    });
    await database.kysely
      .insertInto('recording')
      .values({ call_record_id: id, state: 'failed', reason: 'Gone.' })
      .execute();
    expect(await agent.get(recordingOf(id))).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found', message: 'The recording could not be fetched. Gone.', sentences: null } },
    });
    expect((await agent.get(recordingOf(999_999))).status).toBe(404);
  });

  test('whose file is lost says so from then on, and can be fetched again', async () => {
    const id = await addHeard();
    const { rows } = await database.pool.query('select file from recording where call_record_id = $1', [id]);
    await unlink(join(dataDir, 'recordings', rows[0].file));
    expect((await agent.get(recordingOf(id))).status).toBe(404);
    expect((await agent.get(`/api/call-records/${id}`)).body).toMatchObject({
      recording_state: 'failed',
      recording_reason: 'The file is missing in the store.',
    });
    expect(await agent.send('POST', `${recordingOf(id)}/retry`)).toMatchObject({
      status: 202,
      body: { id, recording_state: 'fetching', recording_reason: null },
    });
  });

  test('calls can be filtered by how their recording stands', async () => {
    const id = await addHeard({ virtual_number: '8030000042' });
    const none = await addCall(database, { virtual_number: '8030000042' });
    const list = (state: string) => agent.get(`/api/call-records?virtual_number=8030000042&${state}&sort=id`);
    expect((await list('recording_state=ready')).body).toMatchObject({
      data: [{ id, recording_seconds: 2 }],
      total: 1,
    });
    expect((await list('recording_state=none')).body).toMatchObject({ data: [{ id: none }], total: 1 });
    expect((await list('recording_state_ne=ready')).body).toMatchObject({ data: [{ id: none }], total: 1 });
    expect((await list('recording_state=ready&recording_state=none')).body).toMatchObject({ total: 2 });
  });
});

describe('who hears', () => {
  test('portal users the calls of their own leads, and nobody without an account', async () => {
    const portal = await server.user(['base.group_portal']);
    const mine = await admin.send<{ id: number }>('POST', '/api/leads', { name: 'Mine', user_id: portal.id });
    const own = await addHeard({ lead_id: mine.body.id });
    const other = await addHeard({ user_id: portal.id });
    expect((await hear(recordingOf(own), as(portal))).status).toBe(200);
    expect((await hear(recordingOf(other), as(portal))).status).toBe(404);
    expect((await hear(recordingOf(own))).status).toBe(401);
    const open = await server.user(['base.group_public']);
    expect((await hear(recordingOf(own), as(open))).status).toBe(404);
  });

  test.each([
    ['all', { own: 200, colleague: 200, stranger: 200, nobody: 200 }],
    ['team', { own: 200, colleague: 200, stranger: 403, nobody: 403 }],
    ['own', { own: 200, colleague: 403, stranger: 403, nobody: 403 }],
  ])('internal users by the scope %s; administrators always', async (scope, expected) => {
    const scoped = await startTestServer({
      database,
      clock,
      settings: readSettings({ LOG_LEVEL: 'error', MCUBE_DATA_DIR: dataDir, MCUBE_RECORDING_SCOPE: scope }),
    });
    const team = (await admin.send<{ id: number }>('POST', '/api/teams', { name: `Team ${scope}` })).body.id;
    const me = await server.user(['base.group_user'], { team_id: team });
    const colleague = await server.user(['base.group_user'], { team_id: team });
    const calls = {
      own: await addHeard({ user_id: me.id, team_id: null }),
      colleague: await addHeard({ user_id: colleague.id, team_id: team }),
      stranger: await addHeard({ user_id: admin.id, team_id: null }),
      nobody: await addHeard(),
    };
    const statuses: Record<string, number> = {};
    for (const [whose, id] of Object.entries(calls)) {
      const answer = await fetch(scoped.url + recordingOf(id), { headers: as(me) });
      statuses[whose] = answer.status;
      const read = await fetch(`${scoped.url}/api/call-records/${id}`, { headers: as(me) });
      expect(await read.json()).toMatchObject({ recording_state: 'ready', may_hear: answer.status === 200 });
      // Who may not hear it may not pass it on either, nor see to whom it was.
      for (const method of ['POST', 'GET']) {
        const shared = await fetch(`${scoped.url}/api/call-records/${id}/share-links`, { method, headers: as(me) });
        expect(shared.status === 403).toBe(answer.status === 403);
      }
      expect((await fetch(scoped.url + recordingOf(id), { headers: as(admin) })).status).toBe(200);
    }
    expect(statuses).toEqual(expected);
    // Else they would go past us, to where MCUBE keeps it for everybody.
    const linked = await addHeard({ recording_url: 'https://recordings.example.com/1.wav' });
    const shown = await fetch(`${scoped.url}/api/call-records/${linked}`, { headers: as(me) });
    expect(await shown.json()).toMatchObject({
      has_recording: true,
      recording_url: scope === 'all' ? 'https://recordings.example.com/1.wav' : null,
    });
  });

  test('every listen is written down: who, and when from the beginning', async () => {
    const id = await addHeard();
    await hear(recordingOf(id), as(agent, { range: 'bytes=0-' }));
    // The player asks again for what it has not loaded, seeks, and looks whether it is there: the same listen.
    await hear(recordingOf(id), as(agent));
    await hear(recordingOf(id), as(agent, { range: 'bytes=500-' }));
    await hear(recordingOf(id), as(agent), 'HEAD');
    await hear(recordingOf(id), as(admin, { range: 'bytes=100-' }));
    clock.turn(60);
    await hear(recordingOf(id), as(agent));
    await hear(recordingOf(id), as(admin));
    const listens = await agent.get<{ data: { user_id: number; user_name: string }[]; total: number }>(
      `/api/call-records/${id}/listens`,
    );
    expect(listens.body.total).toBe(3);
    expect(listens.body.data.map(({ user_id }) => user_id)).toEqual([admin.id, agent.id, agent.id]);
    expect(listens.body.data[1]).toMatchObject({ user_name: agent.login, share_link_id: null });
  });
});

type Link = { id: number; url: string; expires_at: string; revoked: boolean };

async function share(id: number, wish: object = {}): Promise<Link & { token: string }> {
  const { status, body } = await agent.send<Link>('POST', `/api/call-records/${id}/share-links`, wish);
  expect(status).toBe(201);
  return { ...body, token: body.url.split('/shared/')[1] ?? '' };
}

describe('a share link', () => {
  test('shows and plays one call to whoever has it, with the number hidden, and tells who listened by it', async () => {
    const id = await addHeard({ agent_name: 'Asha', duration: 31, caller_name: 'Secret' });
    const link = await share(id);
    expect(link.url).toBe(`${server.url}/shared/${link.token}`);
    expect(new Date(link.expires_at).getTime() - clock.now().getTime()).toBeLessThanOrEqual(168 * 3_600_000 + 1_000);
    const seen = await server.client().get(`/api/shared/${link.token}`);
    expect(seen).toMatchObject({ status: 200 });
    expect(seen.body).toEqual({
      phone_number: '90******01',
      virtual_number: null,
      call_date: '2026-08-01T09:30:00.000Z',
      duration: 31,
      direction: 'inbound',
      outcome: 'answered',
      agent_name: 'Asha',
      recording_state: 'ready',
      recording_seconds: 2,
      expires_at: link.expires_at,
    });
    expect(await hear(`/api/shared/${link.token}/recording`)).toMatchObject({ status: 200, bytes: SOUND });
    const listens = await agent.get(`/api/call-records/${id}/listens`);
    expect(listens.body).toMatchObject({ data: [{ user_id: null, share_link_id: link.id }], total: 1 });
  });

  test('is over when it expires, when it is revoked, and when its call is deleted', async () => {
    const id = await addHeard();
    const [short, long, revoked] = [await share(id, { expires_in_hours: 1 }), await share(id), await share(id)];
    const status = async ({ token }: { token: string }) => [
      (await server.client().get(`/api/shared/${token}`)).status,
      (await hear(`/api/shared/${token}/recording`)).status,
    ];
    expect(await status(short)).toEqual([200, 200]);
    expect((await admin.send('DELETE', `/api/share-links/${revoked.id}`)).status).toBe(204);
    expect(await status(revoked)).toEqual([404, 404]);
    clock.turn(3_602);
    expect(await status(short)).toEqual([404, 404]);
    expect(await status(long)).toEqual([200, 200]);
    const list = await agent.get<{ data: Link[] }>(`/api/call-records/${id}/share-links`);
    expect(list.body.data.map((link) => [link.id, link.revoked])).toEqual([
      [revoked.id, true],
      [long.id, false],
      [short.id, false],
    ]);
    await admin.send('DELETE', `/api/call-records/${id}`);
    expect(await status(long)).toEqual([404, 404]);
    expect((await admin.send('DELETE', `/api/share-links/${long.id}`)).status).toBe(404);
  });

  test('that anybody else wrote, changed or cut leads nowhere', async () => {
    const id = await addHeard();
    const { token, id: link, expires_at } = await share(id);
    const bytes = Buffer.from(token, 'base64url');
    const changed = bytes.map((byte, place) => (place === 11 ? byte ^ 1 : byte));
    const other = createServiceKey(Buffer.alloc(32, 'another key'));
    const later = { id: link, expires_at: new Date('2099-01-01T00:00:00Z') };
    const tokens = [
      Buffer.from(changed).toString('base64url'),
      token.slice(0, -1),
      `${token}A`,
      `${token}=`,
      writeShareToken(other, { id: link, expires_at: new Date(expires_at) }),
      '0',
    ];
    for (const tampered of tokens)
      expect({ tampered, status: (await server.client().get(`/api/shared/${tampered}`)).status }).toEqual({
        tampered,
        status: 404,
      });
    // Even with our own signature the row decides until when.
    clock.turn(169 * 3_600);
    const signed = writeShareToken(parts.serviceKey, later);
    expect((await server.client().get(`/api/shared/${signed}`)).status).toBe(404);
  });

  test('is refused to portal users, and to wishes that make no sense', async () => {
    const id = await addHeard();
    const portal = await server.user(['base.group_portal']);
    expect((await portal.send('POST', `/api/call-records/${id}/share-links`, {})).status).toBe(403);
    for (const expires_in_hours of [0, 8_761, 1.5])
      expect((await agent.send('POST', `/api/call-records/${id}/share-links`, { expires_in_hours })).status).toBe(400);
  });
});

test('who asks without end for shared calls is told to wait', async () => {
  const answers = new Set<number>();
  for (let asked = 0; asked < 300 && !answers.has(429); asked++)
    answers.add((await hear('/api/shared/unknown/recording')).status);
  expect(answers).toEqual(new Set([404, 429]));
});
