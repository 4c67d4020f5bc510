import polyglot from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { speak } from './said.ts';

export const LANGUAGES = [
  { locale: 'en', name: 'English' },
  { locale: 'hi', name: 'हिन्दी' },
] as const;

export type Language = (typeof LANGUAGES)[number]['locale'];

/** Texts in the given language. English comes with the application, any other is loaded when it is wanted. */
export async function createI18nProvider(language: Language): Promise<I18nProvider> {
  const first = await load(language);
  let begun = false;
  const messages = (locale: string): Catalogue | Promise<Catalogue> => {
    // The library takes the first language only at once.
    if (begun) return load(locale);
    begun = true;
    return first;
  };
  return polyglot(messages, language, [...LANGUAGES]);
}

async function load(locale: string): Promise<Catalogue> {
  const hindi = locale === 'hi' ? await Promise.all([import('./hi.ts'), import('./said.hi.ts')]) : undefined;
  speak(hindi?.[1].SAID);
  return hindi === undefined ? en : hindi[0].hi;
}
