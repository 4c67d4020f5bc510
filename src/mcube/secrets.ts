import { remember } from './remember.ts';

/** Names of secrets, wherever in a key they stand. */
export const SECRET_NAMES =
  '(?:api|auth|access|private)[ ._-]?key|token|passw(?:or)?d|passphrase|pwd|secret|authori[sz]ation|credential';
const SECRET_KEY = new RegExp(SECRET_NAMES, 'i');
/** Too short to look for inside other keys. `bid` is the business id of a Classic account. */
const SECRET_WORDS = new Set(['bid', 'pass', 'jwt', 'auth', 'bearer']);
/**
 * A secret inside a text, by name: `token=…` in a query, `"apikey":"…"` in JSON, `Authorization: Bearer …` in a header.
 * Every repetition is bounded or consumed, so that the search is linear.
 */
const NAMED_SECRET = new RegExp(
  `((?:${SECRET_NAMES}|\\bbid)[\\w-]{0,20}(?:[\\\\"']{1,4}\\s{0,4}:|\\s{0,4}=|:\\s)[\\s\\\\"']{0,4}(?:bearer\\s|basic\\s)?)[^\\s&,;}"'\\\\]+`,
  'gi',
);
/** The service's own token where it is the last segment of the webhook's address. */
export const ADDRESS_SECRET = /(\/mcube\/webhook\/)[^\s?#"'\\]+/gi;

/** Whether a value under this key must be dropped before anything is logged or stored. */
export const isSecretKey = remember((given) => {
  // Written wide, or with what nobody sees between its letters, it is the same name.
  const key = given.normalize('NFKC').replace(/\p{Cf}/gu, '');
  // In key paths such as auth[bid] or account.bid the last part names the value.
  const last = key.split(/[.[\]]+/).findLast((part) => part !== '') ?? '';
  return SECRET_KEY.test(key) || SECRET_WORDS.has(last.toLowerCase().replace(/[^a-z]+/g, ''));
});

/** In an address: what opens the whole account, where `token` may open one recording. */
const ACCOUNT_SECRET = /([?&;](?:api[_-]?key|bid|passw(?:or)?d|pwd)=)[^&;#\s]+/gi;

export function hideAccountSecrets(address: string): string {
  return address.replace(ACCOUNT_SECRET, '$1***');
}

/** The text without the secrets that stand in it by name. */
export function hideSecrets(text: string): string {
  return text.replace(NAMED_SECRET, '$1***').replace(ADDRESS_SECRET, '$1***');
}
