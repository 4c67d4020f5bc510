import { useSyncExternalStore } from 'react';
import { request } from '../api/request.ts';
import type { Language } from '../i18n/i18n-provider.ts';

/** How somebody wants the application. Kept with their account, and on this device for the time before the sign-in. */
export type Preferences = {
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  lang: Language;
  popup: boolean;
  sound: boolean;
  push_missed_calls: boolean;
};

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, currentPreferences);
}

export function currentPreferences(): Preferences {
  return current;
}

/** Applies at once, and is kept with the account. */
export async function changePreferences(changes: Partial<Preferences>): Promise<void> {
  apply(changes);
  await request('PATCH', '/api/preferences', { body: changes });
}

/** What the account says goes before what this device remembers. */
export function adoptPreferences(session: object): void {
  if ('preferences' in session) apply(readPreferences(session.preferences));
}

const STORED_AS = 'mcube.preferences';

const DEFAULTS: Preferences = {
  theme: 'system',
  density: 'comfortable',
  lang: 'en',
  popup: true,
  sound: true,
  push_missed_calls: true,
};

const listeners = new Set<() => void>();
let current = { ...DEFAULTS, ...readPreferences(stored()) };

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply(changes: Partial<Preferences>): void {
  current = { ...current, ...changes };
  localStorage.setItem(STORED_AS, JSON.stringify(current));
  for (const listener of listeners) listener();
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(STORED_AS) ?? 'null');
  } catch {
    return null;
  }
}

/** Only what has the form of a preference: the device may remember what an older version wrote. */
function readPreferences(given: unknown): Partial<Preferences> {
  const found: Record<string, unknown> = typeof given === 'object' && given !== null ? { ...given } : {};
  const { theme, density, lang, popup, sound, push_missed_calls } = found;
  return {
    ...((theme === 'system' || theme === 'light' || theme === 'dark') && { theme }),
    ...((density === 'comfortable' || density === 'compact') && { density }),
    ...((lang === 'en' || lang === 'hi') && { lang }),
    ...(typeof popup === 'boolean' && { popup }),
    ...(typeof sound === 'boolean' && { sound }),
    ...(typeof push_missed_calls === 'boolean' && { push_missed_calls }),
  };
}
