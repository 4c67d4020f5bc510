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
