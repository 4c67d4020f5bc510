import { isSupportedCountry } from 'libphonenumber-js/min';

/** Turns the text of a setting into its value, or throws a {@link BadSetting}. */
export type Parser<Value> = (given: string, variable: string) => Value;

/** A setting that cannot be used. The message is one sentence for the person who starts the service. */
export class BadSetting extends Error {
  override name = 'BadSetting';
}

export const text: Parser<string> = (given) => given;

export const optionalText: Parser<string | null> = (given) => (given === '' ? null : given);

export const optionalPort: Parser<number | null> = (given, variable) =>
  given === '' ? null : integer(1, 65_535)(given, variable);

export const flag: Parser<boolean> = (given, variable) => {
  if (/^(true|1|yes|on)$/i.test(given)) return true;
  if (/^(false|0|no|off)$/i.test(given)) return false;
  throw new BadSetting(`${variable} must be true or false, not "${given}".`);
};

/** A country whose numbers are known, by its two letters. */
export const country: Parser<string> = (given, variable) => {
  const code = given.toUpperCase();
  if (isSupportedCountry(code)) return code;
  throw new BadSetting(`${variable} must be a country in two letters, such as IN, not "${given}".`);
};

export const timeZone: Parser<string> = (given, variable) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone && given;
  } catch {
    throw new BadSetting(`${variable} must be a time zone such as Asia/Kolkata, not "${given}".`);
  }
};

/** Secrets separated by commas. 16 characters is the least that cannot be guessed over a network. */
export const tokens: Parser<readonly string[]> = (given, variable) => {
  const secrets = given
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
  if (secrets.some((secret) => secret.length < 16))
    throw new BadSetting(`${variable} must have at least 16 characters.`);
  if (secrets.length > 2) throw new BadSetting(`${variable} takes at most two secrets, separated by a comma.`);
  return secrets;
};

/** Hosts as they stand in an address: a name or an IP address, and a port where it is not the usual one. */
export const hosts: Parser<readonly string[]> = (given, variable) =>
  given
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '')
    .map((host) => {
      if (/^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/.test(host) && URL.canParse(`http://${host}`)) return host;
      throw new BadSetting(
        `${variable} must list hosts such as recordings.example.com or 10.0.0.5:8443, not "${host}".`,
      );
    });

/** 32 bytes as 64 hexadecimal digits; a key of one repeated digit is an example, not a key. */
export const optionalKey: Parser<Buffer | null> = (given, variable) => {
  if (given === '') return null;
  if (/^[0-9a-f]{64}$/i.test(given) && new Set(given.toLowerCase()).size > 1) return Buffer.from(given, 'hex');
  throw new BadSetting(
    `${variable} must be 64 random hexadecimal digits; make them: node -p "crypto.randomBytes(32).toString('hex')"`,
  );
};

export function integer(least: number, most: number): Parser<number> {
  return (given, variable) => {
    const value = Number(given);
    if (/^-?\d+$/.test(given) && value >= least && value <= most) return value;
    throw new BadSetting(`${variable} must be a whole number from ${least} to ${most}, not "${given}".`);
  };
}

export function choice<const Word extends string>(...words: readonly Word[]): Parser<Word> {
  return (given, variable) => {
    const word = words.find((candidate) => candidate === given.toLowerCase());
    if (word !== undefined) return word;
    throw new BadSetting(`${variable} must be one of ${words.join(', ')}, not "${given}".`);
  };
}

export function list<const Word extends string>(...words: readonly Word[]): Parser<readonly Word[]> {
  const one = choice(...words);
  return (given, variable) => [...new Set(given.split(',').map((word) => one(word.trim(), variable)))];
}
