import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as people of its country write it, with the country's code: +91 90000 00001. What is no number stays as it is. */
export function formatPhoneNumber(number: string, region: string): string {
  const known = cache.get(number);
  if (known !== undefined) return known;
  const formatted = parsePhoneNumberFromString(number, countryOf(region))?.formatInternational() ?? number;
  if (cache.size > MOST_KEPT) cache.clear();
  cache.set(number, formatted);
  return formatted;
}

/** The link that calls a number. */
export function telephoneLink(number: string): string {
  return `tel:${number.replace(/[^+\d]/g, '')}`;
}

/** Parsing takes as long as drawing a row; a list shows the same numbers again and again. */
const cache = new Map<string, string>();
const MOST_KEPT = 5000;

function countryOf(region: string): CountryCode {
  return isSupportedCountry(region) ? region : 'IN';
}
