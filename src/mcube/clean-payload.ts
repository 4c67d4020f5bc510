import { canonicalKey } from './canonical-key.ts';
import { cleanText, isSuspect, LONGEST_VALUE } from './clean-text.ts';
import { parseJson } from './parse-json.ts';
import type { Payload } from './payload.ts';
import { remember } from './remember.ts';
import { hideAccountSecrets, hideSecrets, isSecretKey } from './secrets.ts';

const LONGEST_KEY = 100;
/** MCUBE's largest payload has 31 keys, and none is nested. */
const MOST_ITEMS = 200;
const DEEPEST = 6;

/**
 * A payload fit to be kept: no secrets at any depth, no control characters and no half characters, and bounded values.
 * Keys keep their spelling. Most are fit as they come, and are not copied; `plain` says that no text in them is suspect.
 */
export function cleanPayload(given: Payload, plain: boolean): Payload {
  return plain && isFit(given) ? given : cleanRecord(given, 0);
}

function isFit(given: Payload): boolean {
  let items = 0;
  // Faster than Object.keys; a parsed object inherits nothing that is enumerable.
  for (const key in given) {
    const value = given[key];
    if (++items > MOST_ITEMS || isDropped(key)) return false;
    if (typeof value === 'string' ? value.length > LONGEST_VALUE : typeof value === 'object' && value !== null)
      return false;
  }
  return true;
}

const isDropped = remember((key) => key.length > LONGEST_KEY || key === '__proto__' || isSecretKey(key));

function cleanRecord(given: Payload, depth: number): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  let items = 0;
  for (const key of Object.keys(given)) {
    if (isDropped(key)) continue;
    if (++items > MOST_ITEMS) break;
    const name = isSuspect(key) ? hideSecrets(cleanText(key)) : key;
    // Cleaned, a key can turn into one that is dropped: to\u0000ken, and __proto__, which would become the prototype.
    if (!isDropped(name)) cleaned[name] = cleanValue(name, given[key], depth + 1);
  }
  return cleaned;
}

function cleanValue(key: string, value: unknown, depth: number): unknown {
  if (typeof value === 'string') return isSuspect(value) ? cleanSuspect(key, value, depth) : value;
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => cleanValue(key, item, depth + 1));
  return cleanRecord({ ...value }, depth);
}

function cleanSuspect(key: string, value: string, depth: number): string {
  // A recording's address keeps its own access token: without it the link does not play, and it opens only that recording.
  if (isRecordingKey(key) && /^\s*https?:/i.test(value)) return hideAccountSecrets(cleanText(value));
  const inside = /^\s*[[{"]/.test(value) ? parseJson(value) : undefined;
  if (inside === undefined || inside === null) return hideSecrets(cleanText(value));
  return cleanText(JSON.stringify(cleanValue(key, inside, depth + 1)));
}

function isRecordingKey(key: string): boolean {
  return /^(?:filename|recording)/.test(canonicalKey(key));
}
