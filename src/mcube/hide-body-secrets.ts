import { ADDRESS_SECRET, SECRET_NAMES } from './secrets.ts';

/**
 * A text of any format, or of none, without the secrets that stand in it by name. It is for what could not be read, so it
 * hides rather too much: of a value in quotes all up to their end, of a list or an object everything that follows.
 */
export function hideBodySecrets(given: string): string {
  const text = withPlainNames(given);
  let kept = '';
  let from = 0;
  for (const match of text.matchAll(NAME)) {
    if (match.index < from) continue;
    const value = valueAfter(text, match.index + match[0].length);
    if (value === undefined) continue;
    kept += `${text.slice(from, value.start)}***`;
    from = value.end;
  }
  return (kept + text.slice(from))
    .replace(ADDRESS_SECRET, '$1***')
    .replace(BEARER, '$1***')
    .replace(LOGIN_IN_ADDRESS, '$1***@');
}

/** As in isSecretKey (secrets.ts): long names anywhere in a key, short ones as a word. */
const NAME = new RegExp(
  `(?:${SECRET_NAMES}|(?:(?<![a-z])|(?<=%[\\da-f]{2}|\\\\[nrt]))(?:b[_-]?id|pass|jwt|auth|bearer)(?![a-z]))`,
  'gi',
);
const BEARER = /(\b(?:bearer|basic)(?:\s|\+|%20)+)[\w.~+/=%-]{6,}/gi;
const LOGIN_IN_ADDRESS = /(:\/\/)[^\s/@"'<>]{1,200}@/g;

type Value = { start: number; end: number };

/** Where the value of a name stands that ends at a place; undefined where the name is only a word. */
function valueAfter(text: string, at: number): Value | undefined {
  const part = matchAt(MULTIPART, text, at);
  if (part !== undefined) return upTo(text, at + part.length, /\r?\n--/g);
  const tail = matchAt(NAME_TAIL, text, at) ?? '';
  const sign = matchAt(SIGN, text, at + tail.length);
  if (sign === undefined) return undefined;
  const start = at + tail.length + sign.length;
  if (matchAt(OPENS, text, start) !== undefined) return { start, end: text.length };
  const quote = QUOTE_AT_END.exec(sign)?.[0];
  if (quote !== undefined) return { start, end: endOfQuoted(text, start, quote) };
  if (sign.trimEnd().endsWith('>')) return upTo(text, start, /<\//g);
  const [, level] = /%((?:25)*)3[ad]/i.exec(sign) ?? [];
  if (level !== undefined) return upTo(text, start, new RegExp(`[&\\n\\r"'<]|%${level}(?:26|0a|22|7d|2c)`, 'gi'));
  // What is written as JSON ends with the string that it stands in; elsewhere a quote may belong to the secret.
  const isWritten = /^\s*[[{"<]/.test(text);
  if (sign.includes(':') && /["']/.test(sign)) return upTo(text, start, /[,}\]\s&]/g);
  if (sign.includes('=')) return upTo(text, start, isWritten ? /[&\n\r"'<]/g : /[&\n\r]/g);
  return upTo(text, start, isWritten ? /[\n\r"'<]/g : /[\n\r]/g);
}

/** The rest of a key after the secret's name, such as s[0][value], and what closes it. */
const NAME_TAIL = /[\w.-]{0,40}(?:(?:\[|%(?:25)*5b)[^\][&=%]{0,40}(?:\]|%(?:25)*5d)){0,4}/iy;
const FILLER = `(?:[\\s"'\`\\\\\\]]|\\+|%(?:25)*(?:09|0a|0d|20|22|27|5c|5d)|&quot;)`;
/** What stands between a name and its value; of a tag all its attributes. */
const SIGN = new RegExp(
  `${FILLER}{0,20}(?:=>|[:=]|%(?:25)*3[ad]|>|(?:\\s[^<>\\n]{0,200})>)${FILLER}{0,20}(?:<!\\[CDATA\\[)?`,
  'iy',
);
/** The rest of a part's name, its other headers and the empty line. */
const MULTIPART = /[^\r\n"]{0,100}"[^\r\n]{0,200}(?:\r?\n[^\r\n]{1,200}){0,10}\r?\n\r?\n/y;
const OPENS = /[[{]|%(?:25)*[57]b/iy;
const QUOTE_AT_END = /(?:\\*["'`]|%(?:25)*2[27]|&quot;)$/i;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function upTo(text: string, start: number, end: RegExp): Value {
  end.lastIndex = start;
  return { start, end: end.exec(text)?.index ?? text.length };
}

/** The next quote of the same kind that is not escaped more deeply than the one that opened. */
function endOfQuoted(text: string, start: number, quote: string): number {
  for (let at = text.indexOf(quote, start); at !== -1; at = text.indexOf(quote, at + 1)) {
    const before = text.slice(Math.max(start, at - 6), at).toLowerCase();
    if (at === start || !/(?:\\|%(?:25)*5c)$/.test(before)) return at;
  }
  return text.length;
}

/** Letters that were escaped without need are written out, so that no name hides behind them. Twice: escapes are nested. */
function withPlainNames(text: string): string {
  const once = (given: string) =>
    given.replace(/%([2-7][\da-f])|\\u00([2-7][\da-f])|&#x0*([2-7][\da-f]);|&#0*(\d{2,3});/gi, (all, ...codes) => {
      const [percent, unicode, hex, decimal] = codes;
      const code = decimal === undefined ? Number.parseInt(percent ?? unicode ?? hex, 16) : Number(decimal);
      const letter = String.fromCharCode(code);
      return /[\w-]/.test(letter) ? letter : all;
    });
  return once(once(text));
}
