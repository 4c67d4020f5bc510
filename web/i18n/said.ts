import type { Schema } from '../api/types.ts';

export type Sentences = Schema['Error']['error']['sentences'] | undefined;

/** In which words: by the service's codes; undefined where people read what the service says. */
let words: Readonly<Record<string, string>> | undefined;

export function speak(given: Readonly<Record<string, string>> | undefined): void {
  words = given;
}

/** What the service says, in the language of the application; as it came where there are no words for all of it. */
export function said(text: string, sentences: Sentences): string {
  const known = words;
  if (known === undefined || sentences === undefined || sentences === null) return text;
  const own = sentences.flatMap(({ code, values }) => {
    const sentence = known[code];
    return sentence === undefined ? [] : [sentence.replace(/%\{(\w+)\}/g, (_, name: string) => values[name] ?? '')];
  });
  return own.length === sentences.length ? own.join(' ') : text;
}
