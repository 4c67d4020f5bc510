import { beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'asha', password: PASSWORD });
});

test('a missed call is told while nobody looks at the application, and leads nowhere but into it', async () => {
  const { page, context } = await browser.openAs(service, 'asha', '/', { serviceWorkers: 'allow' });
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations;
      if (one !== undefined) resolve(one.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  const registrationId = await registered;
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('There is no service worker.');
  // A browser without a screen lets nobody show a notice: what it is asked to show is what counts.
  await worker.evaluate(`self.shown = []; self.registration.showNotification = async (title, notice) => {
    self.shown.push({ title, body: notice.body, tag: notice.tag, url: notice.data.url });
  }`);
  const body = '+91 90000 00001';
  const push = (title: string, url: string) => {
    const data = JSON.stringify({ title, body, tag: 'missed-7', url });
    return devtools.send('ServiceWorker.deliverPushMessage', { origin: service.url, registrationId, data });
  };
  await push('Missed: Meera Nair', '/missed-calls?filter=7');
  await push('Missed: Meera Nair, 2 times', 'https://elsewhere.example.com/');
  await expect
    .poll(() => worker.evaluate('self.shown'))
    .toEqual([
      { title: 'Missed: Meera Nair', body, tag: 'missed-7', url: '/missed-calls?filter=7' },
      { title: 'Missed: Meera Nair, 2 times', body, tag: 'missed-7', url: '/missed-calls' },
    ]);
});

test('who signs out is told nothing any more in this browser', async () => {
  const { page } = await browser.openAs(service, 'asha', '/', { serviceWorkers: 'allow' });
  const endpoint = 'https://fcm.googleapis.com/fcm/send/of-asha';
  const keys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) };
  await page.request.post('/api/push/subscriptions', { data: { endpoint, keys }, headers: { origin: service.url } });
  const subscriptions = async () => {
    const rows = await service.database.kysely.selectFrom('push_subscription').select('endpoint').execute();
    return rows.map((row) => row.endpoint);
  };
  expect(await subscriptions()).toEqual([endpoint]);
  // A browser without a screen has no push service that it could subscribe with.
  await page.addInitScript(`PushManager.prototype.getSubscription = async () => ({
    endpoint: '${endpoint}', async unsubscribe() { localStorage.setItem('unsubscribed', 'yes'); },
  });`);
  await page.reload();
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'Password' }).waitFor();
  await expect.poll(subscriptions).toEqual([]);
  expect(await page.evaluate("localStorage.getItem('unsubscribed')")).toBe('yes');
});
