import { useSyncExternalStore } from 'react';

/** Which calls this browser has put away, made small, or works with; the same in all its tabs, and after a reload. */
export type Put = 'dismissed' | 'small' | 'large';

export function usePut(): Readonly<Record<string, Put>> {
  return useSyncExternalStore(subscribe, () => current);
}

export function put(callRecordId: number, how: Put): void {
  if (current[callRecordId] === how) return;
  const { [callRecordId]: _, ...others } = current;
  // The newest so many: a call is shown for an hour at most.
  const kept = [...Object.entries(others).slice(-MOST_KEPT), [String(callRecordId), how]];
  localStorage.setItem(STORED_AS, JSON.stringify(Object.fromEntries(kept)));
  tell();
}

const STORED_AS = 'mcube.popup';
const MOST_KEPT = 50;
const WAYS: readonly Put[] = ['dismissed', 'small', 'large'];

const listeners = new Set<() => void>();
let current = read();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', tell);
  };
}

function tell(): void {
  current = read();
  for (const listener of listeners) listener();
}

function read(): Readonly<Record<string, Put>> {
  try {
    const given: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    const entries = Object.entries(typeof given === 'object' && given !== null ? given : {});
    return Object.fromEntries(entries.filter(([, how]) => WAYS.some((way) => way === how)));
  } catch {
    return {};
  }
}
