import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCallsForOdoo } from '../../src/models/call-for-odoo.ts';
import { addressOf } from '../../src/odoo/mapping/call-values.ts';
import { PASSWORD } from '../support/browser.ts';
import { hangUp, missed } from '../support/calls.ts';
import { startService, type TestService, until } from '../support/service.ts';
import { SOUND, type SoundServer, sendSound, startSoundServer } from '../support/sound-server.ts';
import { useBrowser } from '../support/use-browser.ts';

const SECONDS = (SOUND.length - 44) / 16_000;
const browser = useBrowser();
const dataDir = await mkdtemp(join(tmpdir(), 'mcube-browser-'));
const sounds: SoundServer = await startSoundServer();
let service: TestService;

beforeAll(async () => {
  const environment = { MCUBE_DATA_DIR: dataDir, MCUBE_RECORDING_ALLOWED_HOSTS: sounds.host };
  service = await startService({ environment });
  await service.addUser({ login: 'asha', name: 'Asha Rao', password: PASSWORD, mcube_virtual_number: '8030000001' });
  sounds.on('/call.wav', sendSound);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** A call with that recording; the address of its page. */
async function callWith(recording: string, fields: object = {}): Promise<{ id: number; path: string }> {
  const event = hangUp({ filename: `${sounds.url}${recording}`, ...fields });
  await service.tell(event);
  const { id } = await service.callOf(event.callid);
  return { id, path: `/call-records/${id}/show` };
}

async function ready(id: number): Promise<void> {
  await until('the recording is there', async () => {
    return (await service.api<{ recording_state: string }>(`/api/call-records/${id}`)).recording_state === 'ready';
  });
}

/** What the sound is doing, as the page itself knows it. */
const position = (page: Page) => page.getByRole('slider', { name: 'Position in the recording' });
const seconds = async (page: Page) => Number(await position(page).getAttribute('aria-valuenow'));

describe('a recording', () => {
  test('is played, sought and moved by keys, with its waveform; its speed is remembered, and the listen logged', async () => {
    const { id, path } = await callWith('/call.wav');
    await ready(id);
    const { page } = await browser.openAs(service, 'asha', path);
    // Where nobody listened, none is noted.
    await page.getByText('Press play to listen').waitFor();
    await page.getByText('Nobody yet.').waitFor();

    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await expect.poll(() => seconds(page)).toBeGreaterThan(0);
    await page.locator('canvas').first().waitFor();
    await page.keyboard.press('k');
    await page.getByRole('button', { name: 'Play' }).waitFor();

    await page.keyboard.press('j');
    await expect.poll(() => seconds(page)).toBe(0);
    await position(page).focus();
    await page.keyboard.press('End');
    await expect.poll(() => seconds(page)).toBeGreaterThan(SECONDS - 1);
    await page.keyboard.press('Home');
    await expect.poll(() => seconds(page)).toBe(0);

    await page.keyboard.press('Shift+Period');
    await page.keyboard.press('Shift+Period');
    await page.getByRole('button', { name: 'Speed 1.5×' }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Speed 1.5×' }).waitFor();
    await page.getByRole('region', { name: 'Listened to by' }).getByText('Asha Rao').waitFor();
  });

  test('hears nothing of the keys that lead elsewhere', async () => {
    const { id, path } = await callWith('/call.wav');
    await ready(id);
    const { page } = await browser.openAs(service, 'asha', path);
    await page.getByText('Press play to listen').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { level: 1, name: 'Missed calls' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Mute' }).waitFor();
  });

  test('that is late is there without a reload once it has come; one that fails says why, and is fetched again', async () => {
    let there = false;
    sounds.on('/late.wav', (request, response) => {
      if (there) sendSound(request, response);
      else response.writeHead(404).end();
    });
    const { path } = await callWith('/late.wav');
    const { page } = await browser.openAs(service, 'asha', path);
    await page.getByText('The recording is being fetched').waitFor();
    there = true;
    service.clock.turn(3600);
    await page.getByRole('button', { name: 'Play' }).waitFor();

    sounds.on('/large.wav', (_request, response) => response.writeHead(200, { 'content-length': 2 ** 30 }).end());
    await page.goto((await callWith('/large.wav')).path);
    await page.getByText(/could not be fetched.*large/).waitFor();
    sounds.on('/large.wav', sendSound);
    await page.getByRole('button', { name: 'Fetch again' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
  });

  test('there is none of a missed call, and its page says so', async () => {
    const event = missed({ callto: '9000000009' });
    await service.tell(event);
    const { page } = await browser.openAs(
      service,
      'asha',
      `/call-records/${(await service.callOf(event.callid)).id}/show`,
    );
    await page.getByText('No recording: nobody answered.').waitFor();
  });

  test('is on the page whose address Odoo gets', async () => {
    const { id } = await callWith('/call.wav');
    await ready(id);
    const [call] = await loadCallsForOdoo(service.database, [id], true);
    if (call === undefined) throw new Error('no call');
    const { page } = await browser.openAs(service, 'asha', addressOf(call, service.url));
    await page.getByText('Press play to listen').waitFor();
  });

  test('is not offered to those who may not hear it, who are told so', async () => {
    const { id, path } = await callWith('/call.wav', {
      callto: '9000000099',
      clicktocalldid: '8030000009',
      emp_phone: '9800000009',
      agentname: 'Ravi',
    });
    await ready(id);
    const environment = { MCUBE_DATA_DIR: dataDir, MCUBE_RECORDING_SCOPE: 'own' };
    const closed = await startService({ environment, database: service.database });
    const { page } = await browser.openAs(closed, 'asha', path);
    await page.getByText('This recording is not open to you').waitFor();
    expect(await page.getByRole('button', { name: /^(Play|Share)/ }).count()).toBe(0);
    await page.goto(`${closed.url}/call-records`);
    await page.getByRole('table').getByLabel('This recording is not open to you').first().waitFor();
    await closed.stop();
  });

  test('plays in the list; one that begins ends the other', async () => {
    await ready((await callWith('/call.wav', { callto: '9000000005' })).id);
    await ready((await callWith('/call.wav', { callto: '9000000006' })).id);
    const { page } = await browser.openAs(service, 'asha', '/call-records');
    const play = (number: string) => page.getByRole('button', { name: `Play: call with Inbound Call from ${number}` });
    const pause = (number: string) =>
      page.getByRole('button', { name: `Pause: call with Inbound Call from ${number}` });
    await play('9000000005').click();
    await pause('9000000005').waitFor();
    await play('9000000006').click();
    await pause('9000000006').waitFor();
    await play('9000000005').waitFor();
  });
});

describe('a share link', () => {
  test('plays the one call to somebody who is not signed in, until it is revoked', async () => {
    const { id, path } = await callWith('/call.wav', { callto: '9000000007' });
    await ready(id);
    const { page } = await browser.openAs(service, 'asha', path, { now: service.clock.now() });
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Make and copy link' }).click();
    const link = await page.getByRole('textbox', { name: 'Share link' }).inputValue();

    const { page: visitor } = await browser.open(service.url);
    await visitor.goto(link);
    await visitor.getByRole('button', { name: 'Play' }).click();
    await visitor.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await visitor.getByRole('main').textContent()).not.toContain('00007');

    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('revoked').waitFor();
    await visitor.reload();
    await visitor.getByText('This link leads nowhere any more').waitFor();
  });
});
