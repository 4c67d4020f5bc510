import { FIELDS } from './sentences/fields.ts';
import { ODOO } from './sentences/odoo.ts';
import { RECORDINGS } from './sentences/recordings.ts';
import { RECORDS } from './sentences/records.ts';
import { REQUESTS } from './sentences/requests.ts';
import { WEBHOOK } from './sentences/webhook.ts';

/**
 * What the service says to people, each sentence once, by a code that stays when its words change. Where it is stored or
 * sent it is text; recognise.ts finds the code and the values again, for clients that say it in another language.
 */
export const SENTENCES = { ...REQUESTS, ...FIELDS, ...RECORDS, ...WEBHOOK, ...RECORDINGS, ...ODOO } as const;

export type SentenceCode = keyof typeof SENTENCES;

/** The sentence with its values. */
export function say<Code extends SentenceCode>(code: Code, ...given: Given<ValuesOf<Code>>): string {
  const values: Readonly<Record<string, unknown>> = given[0] ?? {};
  return SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

type ValuesOf<Code extends SentenceCode> = NamesIn<(typeof SENTENCES)[Code]>;
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Given<Names extends string> = [Names] extends [never] ? [] : [Readonly<Record<Names, unknown>>];
