/** Longest value kept. The longest honest one is a recording's signed URL, some 2,000 characters. */
export const LONGEST_VALUE = 4_000;

/** Control characters and lone surrogates, which PostgreSQL refuses, and all that gives name and value of a secret. */
const SUSPECT = /[\p{Cc}\p{Cs}=]|[\s"']:|:\s|webhook/u;

/** Whether a text may need cleaning. */
export function isSuspect(text: string): boolean {
  return text.length > LONGEST_VALUE || SUSPECT.test(text);
}

/**
 * Whether no value inside this JSON text can be suspect. Where nothing is escaped and nothing is outside ASCII, a value has
 * no control character, no quote and no half character, and looking for the rest of SUSPECT at once is cheap.
 */
export function isPlainJson(text: string, bytes: number): boolean {
  return (
    text.length === bytes &&
    !text.includes('\\') &&
    !text.includes('=') &&
    !text.includes(': ') &&
    !text.includes("':") &&
    !text.includes('\u007f') &&
    !text.includes('webhook')
  );
}

/** The text without what PostgreSQL refuses. A line break separates words; all other control characters stand for nothing. */
export function cleanText(text: string): string {
  return text
    .slice(0, LONGEST_VALUE)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]+/gu, '');
}
