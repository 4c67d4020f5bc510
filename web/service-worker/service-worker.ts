import { NavigationRoute, type PrecacheEntry, Serwist, type SerwistGlobalConfig } from 'serwist';

declare global {
  interface WorkerGlobalScope extends SerwistGlobalConfig {
    /** The files of this build, put in by the build. */
    __SW_MANIFEST: (PrecacheEntry | string)[];
  }
}
declare const self: ServiceWorkerGlobalScope;

/**
 * Keeps the application's own files, so that it opens at once and without a connection. Nothing of /api is kept: who signs
 * out leaves no call behind on the machine.
 */
const serwist = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  skipWaiting: true,
  clientsClaim: true,
});

serwist.registerRoute(
  new NavigationRoute(serwist.createHandlerBoundToUrl('/index.html'), {
    denylist: [/^\/(api|mcube|livez|readyz|metrics)(\/|$|\?)/],
  }),
);
serwist.addEventListeners();

/** A missed call, told while nobody has the application open. One notice a person: another try replaces the first. */
self.addEventListener('push', (event) => {
  const { title, body, tag, url } = readPush(event.data);
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: '/icon.svg', data: { url } }));
});

/** Pressed, it leads to whom we owe a call: in a window that is open, otherwise in a new one. */
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = readPush(event.notification.data);
  event.waitUntil(showPage(url));
});

async function showPage(url: string): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open === undefined) await self.clients.openWindow(url);
  else await open.focus().then((client) => client.navigate(url));
}

type Push = { title: string; body: string; tag: string; url: string };

/** Only a path of ours is followed, whatever was sent. */
function readPush(given: unknown): Push {
  const data: unknown = given instanceof PushMessageData ? readJson(given) : given;
  const { title, body, tag, url } = Object(data);
  const text = (value: unknown, fallback: string) => (typeof value === 'string' ? value : fallback);
  const path = text(url, '/missed-calls');
  return {
    title: text(title, 'MCUBE'),
    body: text(body, ''),
    tag: text(tag, 'missed-call'),
    url: path.startsWith('/') && !path.startsWith('//') ? path : '/missed-calls',
  };
}

function readJson(data: PushMessageData): unknown {
  try {
    return data.json();
  } catch {
    return undefined;
  }
}
