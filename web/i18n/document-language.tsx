import { useEffect } from 'react';
import { useLocale } from 'react-admin';

/** Readers of screens pronounce the page, and browsers break its words, as its language has it. */
export function DocumentLanguage(): null {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return null;
}
