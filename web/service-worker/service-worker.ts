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
