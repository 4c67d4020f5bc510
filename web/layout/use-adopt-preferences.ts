import { useEffect } from 'react';
import { useSetLocale } from 'react-admin';
import { useSession } from '../api/session.ts';
import { adoptPreferences, usePreferences } from '../preferences/preferences.ts';

/** What the account prefers applies on every device, in every tab, as soon as it is known. */
export function useAdoptPreferences(): void {
  const session = useSession();
  const { lang } = usePreferences();
  const setLocale = useSetLocale();
  useEffect(() => adoptPreferences(session), [session]);
  useEffect(() => void setLocale(lang), [lang, setLocale]);
}
