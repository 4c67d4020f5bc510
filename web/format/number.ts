/** In Indian grouping: 1,00,000. */
export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

/** By how much more or less: +3, -3, and 0. */
export function formatChange(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language), { signDisplay: 'exceptZero' }).format(value);
}

/** The part of a whole, in percent: 12.5 %. */
export function formatShare(share: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** The application is used in India, whatever its language. */
export function localeOf(language: string): string {
  return `${language}-IN`;
}
