import { useEffect } from 'react';
import { startRinging } from './ring-tone.ts';

/** Rings while asked to, in one of this browser's tabs only: whichever may make a sound and comes first. */
export function useRing(isRinging: boolean): void {
  useEffect(() => {
    if (!isRinging) return;
    const over = new AbortController();
    void ringAlone(over.signal);
    return () => over.abort();
  }, [isRinging]);
}

const LOCK = 'mcube.ring';

async function ringAlone(over: AbortSignal): Promise<void> {
  let tone = await startRinging(over);
  // A tab that the browser keeps silent does not stand in the way of one that it does not; it may join in once touched.
  while (tone === undefined) {
    await touched(over);
    if (over.aborted) return;
    tone = await startRinging(over);
  }
  const { loud } = tone;
  const ring = async () => {
    // It may have been over while the lock was on its way.
    if (over.aborted) return;
    document.documentElement.dataset.ringing = 'true';
    loud();
    await new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
    delete document.documentElement.dataset.ringing;
  };
  // Only a page of https or of this machine has locks; elsewhere each tab rings. Without its turn it was over before.
  if ('locks' in navigator) await navigator.locks.request(LOCK, { signal: over }, ring).catch(() => undefined);
  else await ring();
}

/** Until somebody has pressed something here, which lets the browser make a sound. */
function touched(over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => resolve();
    for (const event of ['pointerup', 'keydown'])
      window.addEventListener(event, end, { capture: true, once: true, signal: over });
    over.addEventListener('abort', end, { once: true });
  });
}
