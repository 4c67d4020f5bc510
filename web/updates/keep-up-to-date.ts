/** Lets the browser keep the application (service-worker/). */
export function keepUpToDate(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    // Refused where the address is neither https nor this machine; the application works without.
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  });
}
