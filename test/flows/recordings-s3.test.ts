import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '../../src/kernel/settings.ts';
import { checkRecordings } from '../../src/services/check-up/check-recordings.ts';
import { hangUp } from '../support/calls.ts';
import { S3_KEY, startS3Server } from '../support/s3-server.ts';
import { startService, until } from '../support/service.ts';
import { SOUND, sendSound, startSoundServer } from '../support/sound-server.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'mcube-s3-test-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const s3 = await startS3Server();
const sounds = await startSoundServer();
sounds.on('/call.wav', sendSound);
const environment = {
  MCUBE_DATA_DIR: dataDir,
  MCUBE_RECORDING_ALLOWED_HOSTS: sounds.host,
  MCUBE_S3_ENDPOINT: s3.url,
  MCUBE_S3_BUCKET: 'calls',
  MCUBE_S3_REGION: 'ap-south-1',
  MCUBE_S3_ACCESS_KEY_ID: S3_KEY.id,
  MCUBE_S3_SECRET_ACCESS_KEY: S3_KEY.secret,
};

test('with a bucket in the settings recordings are kept, heard in parts and deleted there', async () => {
  const service = await startService({ environment });
  const event = hangUp({ filename: `${sounds.url}/call.wav` });
  await service.tell(event);
  const { id } = await service.callOf(event.callid);
  const call = () => service.api(`/api/call-records/${id}`);
  await until('it is stored', async () => (await call()).recording_state === 'ready');
  const [[name = '', object] = []] = s3.objects;
  expect(name).toMatch(new RegExp(`^/calls/2026/09/21/${id}-[0-9a-f]{16}\\.wav$`));
  expect(object).toEqual({ body: SOUND, type: 'audio/wav' });
  expect(await readdir(join(dataDir, 'recordings', '.drafts'))).toEqual([]);

  const { url } = await service.api<{ url: string }>(`/api/call-records/${id}/share-links`, 'POST', {});
  const shared = `${service.url}/api/shared/${url.split('/shared/')[1]}/recording`;
  expect(Buffer.from(await (await fetch(shared)).arrayBuffer())).toEqual(SOUND);
  const part = await fetch(shared, { headers: { range: 'bytes=100-199' } });
  expect(part.status).toBe(206);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(SOUND.subarray(100, 200));

  s3.objects.clear();
  expect((await fetch(shared)).status).toBe(404);
  expect(await call()).toMatchObject({ recording_state: 'failed' });
  await service.api(`/api/call-records/${id}/recording/retry`, 'POST');
  await until('it is stored again', () => s3.objects.size === 1);
  await until('it is said to be', async () => (await call()).recording_state === 'ready');
  await service.api(`/api/call-records/${id}`, 'DELETE');
  await until('it is gone', () => s3.objects.size === 0);
  expect(s3.refused).toEqual([]);
});

test('a store that does not let itself be written is found by the doctor, and told of in the state of the recording', async () => {
  expect(await checkRecordings(readSettings(environment))).toMatchObject({ state: 'ok' });
  expect(s3.objects.size).toBe(0);
  const wrong = { ...environment, MCUBE_S3_SECRET_ACCESS_KEY: 'another secret' };
  expect(await checkRecordings(readSettings(wrong))).toMatchObject({ state: 'failure', fix: expect.any(String) });
  expect(s3.refused).not.toEqual([]);

  const service = await startService({ environment: wrong });
  const event = hangUp({ filename: `${sounds.url}/call.wav` });
  await service.tell(event);
  const { id } = await service.callOf(event.callid);
  await until('it is told', async () =>
    String((await service.api(`/api/call-records/${id}`)).recording_reason).startsWith('It could not be stored'),
  );
});

test('half of the settings of a bucket stops the start', () => {
  expect(() => readSettings({ MCUBE_S3_ENDPOINT: s3.url })).toThrow('MCUBE_S3_ENDPOINT needs MCUBE_S3_ACCESS_KEY_ID');
  expect(() => readSettings({ ...environment, MCUBE_S3_ENDPOINT: 'calls' })).toThrow('must be an address');
  expect(() => readSettings({ MCUBE_RECORDING_ALLOWED_HOSTS: 'https://10.0.0.5/' })).toThrow('must list hosts');
});
