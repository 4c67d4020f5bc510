import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { readId } from '../../src/odoo/transport/read-rows.ts';
import { serveRecordings } from '../../src/simulate/recording-server.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { until } from '../support/service.ts';
import { VERSIONS } from './server/roots.ts';
import { startOdooWithModule } from './support/odoo.ts';
import { addPerson, SALESMAN } from './support/people.ts';
import { openLead, signInToOdoo, takePicture } from './support/web-client.ts';

const browser = await launchBrowser();
const recordings = await serveRecordings({ port: 0, clock: systemClock });
afterAll(async () => {
  await browser.close();
  await recordings.close();
});

describe.each(VERSIONS)('the web client of Odoo %i', async (version) => {
  const odoo = await startOdooWithModule(version);
  const asha = await addPerson(odoo, 'asha', SALESMAN);
  const lead = await make('crm.lead', {
    name: 'Inbound Call from 9000000001',
    phone: '9000000001',
    user_id: asha.id,
    type: 'opportunity',
  });
  const recording = `${recordings.url}/${RECORDED}.wav`;
  const call = {
    x_name: 'Inbound call from 9000000001',
    x_lead_id: lead,
    x_phone_number: '9000000001',
    x_user_id: asha.id,
    x_direction: 'inbound',
  };
  await make('x_mcube_call_record', {
    ...call,
    x_call_id: 'a',
    x_outcome: 'answered',
    x_duration: 120,
    x_call_date: minutesAgo(90),
    x_recording_url: recording,
  });
  await make('x_mcube_call_record', { ...call, x_call_id: 'b', x_outcome: 'missed', x_call_date: minutesAgo(30) });
  await make('x_mcube_call_record', { ...call, x_call_id: 'c', x_outcome: 'missed', x_call_date: minutesAgo(20) });
  const { page, complaints } = await openPage(browser, odoo.url);
  // Odoo puts its pages together at the first visit, on a machine that does other things besides.
  page.setDefaultTimeout(90_000);
  beforeAll(async () => {
    await signInToOdoo(page, asha.login, asha.password);
    await openLead(page, version, lead);
  });

  async function make(model: string, values: object): Promise<number> {
    return readId(await odoo.call(model, 'create', { vals_list: [values] })) ?? 0;
  }

  test('shows a lead’s calls: how many, which, and how long in minutes and seconds', async () => {
    expect(await page.locator('.oe_stat_button', { hasText: 'Calls' }).textContent()).toMatch(/3\s*Calls|Calls\s*3/);
    await page.locator('.nav-link', { hasText: 'Call Records' }).click();
    const rows = page.locator('.o_data_row');
    await rows.nth(2).waitFor();
    expect(await rows.count()).toBe(3);
    expect(await rows.last().textContent()).toContain('02:00');
    await takePicture(page, `odoo-${version}-calls-of-a-lead`);
  });

  test('plays a recording where it stands', async () => {
    const player = page.locator('audio.o_mcube_player');
    expect(await player.count()).toBe(1);
    await player.evaluate((element) => {
      Reflect.set(element, 'muted', true);
      return Reflect.apply(Reflect.get(element, 'play'), element, []);
    });
    const position = async () => Number(await player.evaluate((element) => Reflect.get(element, 'currentTime')));
    await until('the recording plays', async () => (await position()) > 0, 60);
  });

  test('asks for a call, once, however often it is clicked', async () => {
    await page.locator('.o_mcube_call:visible').first().dblclick();
    await page.getByText('MCUBE is asked to call 9000000001').first().waitFor();
    await takePicture(page, `odoo-${version}-call-asked-for`);
    const asked = await odoo.rows('x_mcube_call_request', [], ['x_phone_number', 'x_lead_id', 'x_user_id', 'x_state']);
    expect(asked).toMatchObject([
      {
        x_phone_number: '9000000001',
        x_lead_id: [lead, expect.any(String)],
        x_user_id: [asha.id, 'asha'],
        x_state: 'new',
      },
    ]);
    // The service answers, in the row.
    await odoo.call(
      'x_mcube_call_request',
      'write',
      { vals: { x_state: 'refused', x_answer: 'Dialling is not configured.' } },
      [Number(asked[0]?.id)],
    );
    await page.getByText('Dialling is not configured.').first().waitFor();
  });

  test('rings the bell for a call on the line, and tells who waits for a call back', async () => {
    expect(await page.locator('.o_mcube_count').textContent()).toBe('1');
    await make('x_mcube_call_record', {
      x_call_id: 'd',
      x_phone_number: '9000000002',
      x_user_id: asha.id,
      x_direction: 'inbound',
      x_outcome: 'in_progress',
      x_call_date: minutesAgo(0),
    });
    await page.locator('.o_mcube_ringing', { hasText: '9000000002' }).waitFor();
    await page.locator('.o_mcube_bell').click();
    expect(await page.locator('.o_mcube_panel').textContent()).toContain('2 tries');
    await takePicture(page, `odoo-${version}-bell`);
    await page.locator('.o_mcube_panel button', { hasText: 'All missed calls' }).click();
    await page.locator('.o_control_panel', { hasText: 'Missed Calls' }).waitFor();
    const missed = page.locator('.o_list_view .o_data_row');
    await missed.nth(1).waitFor();
    expect(await missed.count()).toBe(2);
    await takePicture(page, `odoo-${version}-missed-calls`);
  });

  test('complains about nothing of ours', () => {
    expect(complaints().filter((text) => /mcube/i.test(text))).toEqual([]);
  });
});

/** One of those that the simulated storage has at once. */
const RECORDED = 'call-a';

function minutesAgo(minutes: number): string {
  return new Date(systemClock.now().getTime() - minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}
