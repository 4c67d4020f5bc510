import { LONGEST_VALUE } from './clean-text.ts';
import { type FieldName, type Fields, firstOf } from './fields.ts';

const NAMES: readonly FieldName[] = ['filename', 'recordingurl', 'recording', 'recordingfile'];

/** The recording's address. Only http(s) becomes a link: MCUBE also sends bare file names and relative paths. */
export function readRecordingUrl(fields: Fields): string | null {
  const given = firstOf(fields, NAMES, LONGEST_VALUE);
  // One as long as a value may be was cut, and leads nowhere.
  if (given === null || given.length === LONGEST_VALUE || !/^https?:/i.test(given)) return null;
  const address = given.includes('\\') || given.includes(' ') ? repair(given) : given;
  return URL.canParse(address) ? address : null;
}

/** Slashes that were escaped for JSON once too often, and blanks in file names. */
function repair(address: string): string {
  return address.replace(/\\+\//g, '/').replaceAll(' ', '%20');
}
