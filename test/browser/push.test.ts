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

test('a missed call is told while nobody looks at the application; another try replaces the first', async () => {
  const { page, context } = await browser.openAs(service, 'asha', '/', { serviceWorkers: 'allow' });
  await context.grantPermissions(['notifications'], { origin: service.url });
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
  const told = () =>
    page.evaluate<object[]>(
      `navigator.serviceWorker.ready.then((worker) => worker.getNotifications())
        .then((all) => all.map(({ title, body, tag, data }) => ({ title, body, tag, data })))`,
    );
  const push = (title: string, url: string) => {
    const data = JSON.stringify({ title, body: '+91 90000 00001', tag: 'missed-7', url });
    return devtools.send('ServiceWorker.deliverPushMessage', { origin: service.url, registrationId, data });
  };
  console.log(
    await page.evaluate('Notification.permission'),
    registrationId,
    service.url,
    context.serviceWorkers().length,
  );
  console.log(
    await context.serviceWorkers()[0]?.evaluate('registration.showNotification("x").then(() => "shown", String)'),
  );
  await push('Missed: Meera Nair', '/missed-calls');
  await expect.poll(told).toMatchObject([{ title: 'Missed: Meera Nair', data: { url: '/missed-calls' } }]);
  // Whatever was sent, a notice leads nowhere else.
  await push('Missed: Meera Nair, 2 times', 'https://elsewhere.example.com/');
  await expect.poll(told).toMatchObject([{ title: 'Missed: Meera Nair, 2 times', data: { url: '/missed-calls' } }]);
});
