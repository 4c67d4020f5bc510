import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLiveState } from './live.ts';

export type Connection = 'connecting' | 'live' | 'lost' | 'offline';

/** A line that is back within this time was never missed by anybody. */
const PATIENCE_MS = 1500;

/** How the service is reached, as a person should know it. */
export function useConnection(): Connection {
  const state = useLiveState();
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (state !== 'lost') {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  if (!online) return 'offline';
  if (isLost) return 'lost';
  return state === 'connecting' ? 'connecting' : 'live';
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
