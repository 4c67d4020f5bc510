import { SENTENCES } from './sentences.ts';

/** A sentence of the service's, for whoever says it in other words. */
export type Sentence = { code: string; values: Record<string, string> };

/** Longer texts are somebody else's. */
const LONGEST = 2_000;

/** The sentences of a text that {@link say} put together, one after the other; undefined when there are other words in it. */
export function recognise(text: string): readonly Sentence[] | undefined {
  if (text.length > LONGEST) return undefined;
  const answer = answers.get(text);
  if (answer !== undefined) return answer.sentences;
  if (answers.size >= MOST_ANSWERS) answers.clear();
  const sentences = sentencesIn(text);
  answers.set(text, { sentences });
  return sentences;
}

/** The rows of a list mostly have one reason in common. */
const MOST_ANSWERS = 200;
const answers = new Map<string, { sentences: readonly Sentence[] | undefined }>();

function sentencesIn(text: string): readonly Sentence[] | undefined {
  // Several before one: the last value of a sentence, where it is Odoo's own words, would take in all that follows.
  for (const { index } of text.matchAll(/ (?=[\p{Lu}])/gu)) {
    const first = recogniseOne(text.slice(0, index));
    const others = first === undefined ? undefined : sentencesIn(text.slice(index + 1));
    if (first !== undefined && others !== undefined) return [first, ...others];
  }
  const whole = recogniseOne(text);
  return whole === undefined ? undefined : [whole];
}

function recogniseOne(text: string): Sentence | undefined {
  for (const { code, start, end, pattern } of patterns()) {
    if (!text.startsWith(start) || !text.endsWith(end)) continue;
    const found = pattern.exec(text);
    if (found !== null) return { code, values: { ...found.groups } };
  }
  return undefined;
}

type Pattern = { code: string; start: string; end: string; pattern: RegExp };

let known: readonly Pattern[] | undefined;

/** Those that say most by themselves come first: what is in another one's value may look like a sentence, too. */
function patterns(): readonly Pattern[] {
  known ??= Object.entries(SENTENCES)
    .map(([code, text]) => ({ code, parts: text.split(/\{(\w+)\}/) }))
    .sort((one, other) => wordsOf(other.parts) - wordsOf(one.parts))
    .map(({ code, parts }) => ({
      code,
      start: parts[0] ?? '',
      end: parts.at(-1) ?? '',
      pattern: new RegExp(
        `^${parts.map((part, place) => (place % 2 === 0 ? quoted(part) : groupFor(part))).join('')}$`,
      ),
    }));
  return known;
}

function wordsOf(parts: readonly string[]): number {
  return parts.reduce((length, part, place) => (place % 2 === 0 ? length + part.length : length), 0);
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Values whose kind tells sentences of the same words apart; any other may hold anything but the end of a sentence. */
const KINDS: Readonly<Record<string, string>> = { path: '/\\S*', model: '[a-z._]+', id: '[^\\s"]+', place: '\\S+' };

function groupFor(name: string): string {
  return `(?<${name}>${KINDS[name] ?? (name === 'said' ? '[^]+?' : '(?:(?!\\. )[^])+?')})`;
}
