import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/kernel/log.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { takeRecordings } from '../../src/models/recording.ts';
import { deleteExpired } from '../../src/services/delete-expired.ts';
import { createDownload, downloadLimits } from '../../src/services/recordings/download.ts';
import { openRecordingStore } from '../../src/services/recordings/recording-store.ts';
import { createRecordingWorker } from '../../src/services/recordings/work-recordings.ts';
import { hangUp, onCall, type SentCall } from '../support/calls.ts';
import { createTestDatabase } from '../support/database.ts';
import { addCall } from '../support/rows.ts';
import { createTestClock, startService, until } from '../support/service.ts';
import { SOUND, sendSound, startSoundServer } from '../support/sound-server.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'mcube-recordings-test-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const sounds = await startSoundServer();
sounds.on('/call.wav', sendSound);
const environment = { MCUBE_DATA_DIR: dataDir, MCUBE_RECORDING_ALLOWED_HOSTS: sounds.host };
const service = await startService({ environment });
const { database, clock } = service;

type Recorded = {
  id: number;
  recording_state: string;
  recording_reason: string | null;
  recording_seconds: number | null;
};

const recorded = async ({ callid }: SentCall): Promise<Recorded> => {
  const [call] = (await service.api<{ data: Recorded[] }>(`/api/call-records?call_id=${callid}`)).data;
  if (call === undefined) throw new Error(`no call ${callid}`);
  return call;
};

/** Waits until the recording of a call stands so; its last reason. */
async function comesToBe(event: SentCall, state: string, reason: RegExp | null = null): Promise<Recorded> {
  await until(`the recording is ${state}`, async () => {
    const call = await recorded(event);
    return call.recording_state === state && (reason === null || reason.test(call.recording_reason ?? ''));
  });
  return await recorded(event);
}

const filesIn = async (folder: string) =>
  (await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describe('a recording', () => {
  test('is fetched after the hang-up and kept, with its hash, kind and length', async () => {
    const link = { filename: `${sounds.url}/call.wav` };
    const ringing = onCall(link);
    await service.tell(ringing);
    expect(await recorded(ringing)).toMatchObject({ recording_state: 'none' });
    const event = hangUp({ ...link, callid: ringing.callid });
    await service.tell(event, event);
    const call = await comesToBe(event, 'ready');
    expect(call).toMatchObject({ recording_seconds: (SOUND.length - 44) / 16_000 });
    const { rows } = await database.pool.query('select * from recording where call_record_id = $1', [call.id]);
    expect(rows[0]).toMatchObject({
      content_type: 'audio/wav',
      bytes: SOUND.length,
      sha256: createHash('sha256').update(SOUND).digest(),
      next_attempt_at: null,
    });
    expect(await readFile(join(dataDir, 'recordings', rows[0].file))).toEqual(SOUND);
    expect(await filesIn('recordings/.drafts')).toEqual([]);
    expect(sounds.asked).toEqual(['/call.wav']);
  });

  test('that comes late is asked for ever more rarely for an hour, then daily for three days, then given up', async () => {
    const own = await createTestDatabase();
    const turned = createTestClock();
    await addCall(own, { recording_url: `${sounds.url}/late.wav` }).then((id) =>
      own.kysely.insertInto('recording').values({ call_record_id: id, next_attempt_at: turned.now() }).execute(),
    );
    const results: string[] = [];
    const settings = readSettings(environment);
    const worker = createRecordingWorker({
      database: own,
      clock: turned,
      log: createLog({ logLevel: 'silent', logFormat: 'json' }, false),
      store: openRecordingStore(settings),
      download: createDownload(settings, downloadLimits(settings)),
      draftFolder: join(dataDir, 'late'),
      onResult: (result) => results.push(result),
    });
    const waits: (number | string)[] = [];
    const row = async () => (await own.kysely.selectFrom('recording').selectAll().execute())[0];
    for (let next: Date | null | undefined = turned.now(); next != null; next = (await row())?.next_attempt_at) {
      const seconds = (next.getTime() - turned.now().getTime()) / 1000;
      turned.turn(seconds - 1);
      expect(await worker.take(10)).toEqual([]);
      turned.turn(1.1);
      if (seconds > 1) waits.push(seconds > 80_000 ? 'a day' : Math.round(seconds));
      for (const taken of await worker.take(10)) await worker.work(taken, new AbortController().signal);
    }
    expect(waits).toEqual([15, 30, 60, 120, 300, 600, 1_200, 1_200, 'a day', 'a day', 'a day']);
    expect(results).toEqual([...waits.map(() => 'later'), 'given_up']);
    expect(await row()).toMatchObject({
      state: 'failed',
      reason: 'It did not come within three days. MCUBE does not have it yet, or no longer (404).',
    });
  });

  test('that was late comes at the next attempt, or at once when a person asks', async () => {
    const event = hangUp({ filename: `${sounds.url}/tardy.wav` });
    await service.tell(event);
    const { id } = await comesToBe(event, 'fetching', /404/);
    sounds.on('/tardy.wav', sendSound);
    await service.api(`/api/call-records/${id}/recording/retry`, 'POST');
    expect(await comesToBe(event, 'ready')).toMatchObject({ recording_reason: null });
    await expect(service.api(`/api/call-records/${id}/recording/retry`, 'POST')).rejects.toThrow('409');
  });

  test('that is a page with status 200 is none, until it is one', async () => {
    let sound = false;
    sounds.on('/page.wav', (request, response) => {
      if (sound) sendSound(request, response);
      else response.writeHead(200, { 'content-type': 'audio/wav' }).end('<!doctype html><title>Soon</title>');
    });
    const event = hangUp({ filename: `${sounds.url}/page.wav` });
    await service.tell(event);
    await comesToBe(event, 'fetching', /is no sound but audio\/wav/);
    sound = true;
    clock.turn(16);
    await comesToBe(event, 'ready');
  });

  test('from where recordings may not come is given up at once, and says why', async () => {
    const event = hangUp({ filename: 'http://169.254.169.254/latest/meta-data/call.wav' });
    await service.tell(event);
    expect(await comesToBe(event, 'failed')).toMatchObject({
      recording_reason: expect.stringContaining('MCUBE_RECORDING_ALLOWED_HOSTS'),
    });
  });

  test('whose length is not that of the talk is kept, with a note', async () => {
    const event = hangUp({ filename: `${sounds.url}/call.wav`, answeredtime: '00:10:00' });
    await service.tell(event);
    expect((await comesToBe(event, 'ready')).recording_reason).toMatch(
      /^The recording is \d s long, the talk took 600 s/,
    );
  });

  test('whose link changes is fetched anew, and the old file goes', async () => {
    sounds.on('/b.wav', (_request, response) => response.end(SOUND.subarray(0, SOUND.length - 1_000)));
    const event = hangUp({ filename: `${sounds.url}/a.wav` });
    sounds.on('/a.wav', sendSound);
    await service.tell(event);
    const { id } = await comesToBe(event, 'ready');
    const before = (await filesIn('recordings')).filter(({ name }) => name.startsWith(`${id}-`));
    await service.tell({ ...event, filename: `${sounds.url}/b.wav` });
    await until('the new one is there', async () => {
      const { rows } = await database.pool.query('select bytes, state from recording where call_record_id = $1', [id]);
      return rows[0].state === 'ready' && rows[0].bytes === SOUND.length - 1_000;
    });
    await until('the old one is gone', async () => {
      const now = (await filesIn('recordings')).filter(({ name }) => name.startsWith(`${id}-`));
      return now.length === 1 && now[0]?.name !== before[0]?.name;
    });
  });

  test('goes with its call', async () => {
    const event = hangUp({ filename: `${sounds.url}/call.wav` });
    await service.tell(event);
    const { id } = await comesToBe(event, 'ready');
    await service.api(`/api/call-records/${id}`, 'DELETE');
    await until('its file is gone', async () =>
      (await filesIn('recordings')).every(({ name }) => !name.startsWith(`${id}-`)),
    );
    await until('its row is gone', async () => {
      const { rows } = await database.pool.query('select from recording where call_record_id = $1', [id]);
      return rows.length === 0;
    });
  });

  test('is deleted when its time is over, and then stays deleted', async () => {
    const event = hangUp({ filename: `${sounds.url}/call.wav` });
    await service.tell(event);
    const { id } = await comesToBe(event, 'ready');
    const settings = readSettings({ MCUBE_RECORDING_RETENTION_DAYS: '30' });
    const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);
    expect(await deleteExpired(database, settings, inDays(29))).toMatchObject({ recordings: 0 });
    expect((await deleteExpired(database, settings, inDays(31))).recordings).toBeGreaterThan(0);
    expect(await recorded(event)).toMatchObject({
      recording_state: 'expired',
      recording_reason: 'Our copy was deleted after 30 days (MCUBE_RECORDING_RETENTION_DAYS).',
    });
    await until('its file is gone', async () =>
      (await filesIn('recordings')).every(({ name }) => !name.startsWith(`${id}-`)),
    );
    await expect(service.api(`/api/call-records/${id}/recording/retry`, 'POST')).rejects.toThrow('409');
  });
});

describe('workers', () => {
  test('never take the same recording twice at once, and one that died gives it up after its lease', async () => {
    const now = clock.now();
    // Ids of no call, due when nobody else looks.
    const future = new Date(now.getTime() + 365 * 86_400_000);
    await sql`insert into recording (call_record_id, next_attempt_at)
      select 1000000 + n, ${future} from generate_series(1, 40) n`.execute(database.kysely);
    const taken = (
      await Promise.all(Array.from({ length: 8 }, () => takeRecordings(database, future, 900, 10)))
    ).flatMap((batch) => batch.map(({ call_record_id }) => call_record_id).filter((id) => id > 1_000_000));
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBe(40);
    const minutesLater = (minutes: number) => new Date(future.getTime() + minutes * 60_000);
    const takenAfter = async (minutes: number) =>
      (await takeRecordings(database, minutesLater(minutes), 900, 50)).filter((one) => one.call_record_id > 1_000_000);
    expect(await takenAfter(14)).toEqual([]);
    expect(await takenAfter(16)).toHaveLength(40);
    await sql`delete from recording where call_record_id > 1000000`.execute(database.kysely);
  });

  test('that are stopped in the middle of a download leave it to the next at once', async () => {
    const halting = await startService({ environment });
    sounds.on('/halting.wav', (_request, response) => {
      response.writeHead(200, { 'content-length': SOUND.length });
      response.write(SOUND.subarray(0, 100));
    });
    await halting.tell(hangUp({ filename: `${sounds.url}/halting.wav` }));
    await until('it is being fetched', () => sounds.asked.includes('/halting.wav'));
    await halting.stop();
    const { rows } = await halting.database.pool.query('select state, attempts, next_attempt_at from recording');
    expect(rows).toMatchObject([{ state: 'fetching', attempts: 0 }]);
    expect(rows[0].next_attempt_at.getTime()).toBeLessThanOrEqual(halting.clock.now().getTime());
    expect(await filesIn('recordings/.drafts')).toEqual([]);
  });
});
