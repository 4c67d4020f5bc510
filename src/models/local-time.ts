import { offsetOfZone } from './time-zone.ts';

/** What MCUBE sends. Read by position: this is done twice per event. */
const PLAIN = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const TOLERATED = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,9}))?(?: ?(Z|[ +-]\d\d(?::?\d\d)?))?$/i;
const EPOCH = /^(?:\d{10}|\d{13})$/;
/** MCUBE did not exist before; what lies there is a zero of some system (0000, 0001, 1899, 1970). */
const FIRST_YEAR = 2000;

/**
 * The instant that MCUBE means: a wall clock of the given zone ("2026-09-21 11:49:57"), ISO 8601 with an offset, or a Unix
 * time in seconds or milliseconds. Null for anything else, and for dates that no calendar has.
 */
export function readLocalTime(given: unknown, timeZone: string): Date | null {
  if (typeof given === 'number') return readLocalTime(String(given), timeZone);
  if (typeof given !== 'string') return null;
  if (!PLAIN.test(given)) return readTolerated(given.trim(), timeZone);
  const wall = readWallClock(given);
  return wall === null ? null : new Date(wall - offsetOfZone(timeZone, wall));
}

function readTolerated(text: string, timeZone: string): Date | null {
  if (EPOCH.test(text)) return readEpoch(text);
  const [, date, minutes, seconds = ':00', fraction = '0', zone] = TOLERATED.exec(text) ?? [];
  if (date === undefined) return null;
  const wall = readWallClock(`${date} ${minutes}${seconds}`);
  if (wall === null) return null;
  const offset = zone === undefined ? offsetOfZone(timeZone, wall) : readOffset(zone);
  return offset === null ? null : new Date(wall - offset + Math.trunc(Number(`0.${fraction}`) * 1000));
}

function readEpoch(text: string): Date | null {
  const instant = new Date(text.length === 10 ? Number(text) * 1000 : Number(text));
  return instant.getUTCFullYear() < FIRST_YEAR ? null : instant;
}

/** A text in the PLAIN form as if it were UTC, in milliseconds; null when no calendar and no clock shows it. */
function readWallClock(text: string): number | null {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** An offset from UTC in milliseconds. A space stands for the + that a form makes of it. */
function readOffset(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const hours = twoDigits(text, 1);
  const minutes = text.length > 3 ? twoDigits(text, text.length - 2) : 0;
  // From -12:00 to +14:00 are in use on Earth.
  if (hours > 14 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
