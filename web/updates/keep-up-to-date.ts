/** Lets the browser keep the application (service-worker/), and copes with a new version while an old one is open. */
export function keepUpToDate(): void {
  // A view that is opened after an update is not there under its old name any more: the new version has it.
  window.addEventListener('vite:preloadError', (event) => {
    // Without a connection there is nothing to load anew; and what is gone after a reload stays gone.
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (!navigator.onLine || Date.now() - last < ONCE_IN_MS) return;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    // Refused where the address is neither https nor this machine; the application works without.
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  });
}

const RELOADED = 'mcube.reloaded';
const ONCE_IN_MS = 60_000;
