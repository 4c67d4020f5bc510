import { beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, startSession } from '../support/browser.ts';
import { hangUp, missed } from '../support/calls.ts';
import { createGate } from '../support/gate.ts';
import { startService, type TestService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'asha', password: PASSWORD });
});

describe('the list of calls', () => {
  test('shows the first call the moment MCUBE reports it, and each change of it', async () => {
    const { page } = await browser.openAs(service, 'asha', '/');
    await page.getByText('No calls yet').waitFor();
    const call = missed({ callto: '9000000001' });
    await service.tell(call);
    const row = page.getByRole('row').filter({ hasText: '+91 90000 00001' });
    await row.getByText('Missed').waitFor();
    await service.tell(hangUp({ callid: call.callid, answeredtime: '00:02:17', callto: '9000000001' }));
    await row.getByText('Answered').waitFor();
    await row.getByText('02:17').waitFor();
  });

  test('is asked for once, though changes are listened to only after it was begun', async () => {
    const { page, context } = await browser.openAs(service, 'asha', '/preferences');
    await page.close();
    const again = await context.newPage();
    const asked: string[] = [];
    again.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/api/session' || searchParams.get('limit') === '25') asked.push(pathname);
    });
    await again.goto('/call-records');
    await again.getByRole('row').filter({ hasText: '+91 90000 00001' }).waitFor();
    await again.getByRole('img', { name: 'Live: changes appear by themselves' }).waitFor();
    await again.waitForTimeout(2500);
    expect(asked).toEqual(['/api/session', '/api/call-records']);
    await service.tell(missed({ callto: '9000000006' }));
    await again.getByRole('row').filter({ hasText: '+91 90000 00006' }).waitFor();
  });

  test('has a call that was reported while the list was on its way for the first time', async () => {
    const { page, context } = await browser.openAs(service, 'asha', '/preferences');
    await page.close();
    const again = await context.newPage();
    const [answered, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await again.route(/call-records\?.*limit=25/, async (route) => {
      const response = await route.fetch();
      answered.resolve();
      await released.promise;
      await route.fulfill({ response });
    });
    await again.goto('/call-records');
    await answered.promise;
    await again.getByRole('img', { name: 'Live: changes appear by themselves' }).waitFor();
    const heard = again.waitForRequest(/my-calls/);
    await service.tell(missed({ callto: '9000000007' }));
    await heard;
    released.resolve();
    await again.getByRole('row').filter({ hasText: '+91 90000 00007' }).waitFor();
  });

  test('says that the connection is lost, and has what came meanwhile when it is back', async () => {
    const { page, context } = await browser.openAs(service, 'asha', '/');
    await page.getByRole('img', { name: 'Live: changes appear by themselves' }).waitFor();
    await page.getByRole('row').filter({ hasText: '+91 90000 00001' }).waitFor();
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await service.tell(missed({ callto: '9000000002' }), missed({ callto: '9000000003' }));
    await context.setOffline(false);
    await page.getByText('Connected again.').waitFor();
    for (const number of ['+91 90000 00002', '+91 90000 00003'])
      await page.getByRole('row').filter({ hasText: number }).waitFor();
  });

  test('notices by itself that a line is dead which the browser believes to be alive, and begins it anew', async () => {
    const gate = await createGate(service.url);
    const { page } = await browser.open(gate.url.replace(/\/$/, ''));
    await page.clock.install();
    await startSession(page.context(), 'asha');
    await page.goto('/call-records');
    await page.getByRole('img', { name: 'Live: changes appear by themselves' }).waitFor();
    await page.getByRole('row').filter({ hasText: '+91 90000 00001' }).waitFor();
    gate.freeze();
    await service.tell(missed({ callto: '9000000008' }));
    await page.clock.fastForward(41_000);
    await page.getByText('Connection lost. Reconnecting').waitFor();
    await gate.shut();
    gate.thaw();
    await gate.open();
    await page.clock.fastForward(20_000);
    await page.getByRole('row').filter({ hasText: '+91 90000 00008' }).waitFor();
    await page.getByText('Connected again.').waitFor();
  });

  test('is the same in two tabs that share one stream, also after the tab that held it is closed', async () => {
    const { page: first, context } = await browser.openAs(service, 'asha', '/');
    await first.getByRole('img', { name: 'Live: changes appear by themselves' }).waitFor();
    const second = await context.newPage();
    const streams: string[] = [];
    second.on('request', (request) => {
      if (request.url().includes('/api/events')) streams.push(request.url());
    });
    await second.goto('/call-records');
    await second.getByRole('img', { name: 'Live: changes appear by themselves' }).waitFor();
    await service.tell(missed({ callto: '9000000004' }));
    await second.getByRole('row').filter({ hasText: '+91 90000 00004' }).waitFor();
    expect(streams).toEqual([]);
    await first.close();
    await service.tell(missed({ callto: '9000000005' }));
    await second.getByRole('row').filter({ hasText: '+91 90000 00005' }).waitFor();
    expect(streams).toHaveLength(1);
  });
});

test('a view that is opened while nobody answers comes when the service is back, and nothing is loaded anew before', async () => {
  const { page } = await browser.openAs(service, 'asha', '/preferences');
  const aborted = page.waitForEvent('requestfailed', (request) => /dashboard\.graph/.test(request.url()));
  const away = /dashboard\.graph|\/livez$/;
  await page.route(away, (route) => route.abort());
  const begun: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) begun.push(new URL(request.url()).pathname);
  });
  await page.goto('/call-records');
  await aborted;
  // Asked for ahead of being opened it has failed, which takes from nobody what they are at.
  await page.waitForTimeout(1000);
  expect(begun).toEqual(['/call-records']);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await page.waitForTimeout(1500);
  await page.unroute(away);
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  await page.getByText('those that nobody answered').first().waitFor();
  expect(begun).toEqual(['/call-records', '/dashboard']);
});
