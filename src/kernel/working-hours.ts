import { BadSetting, type Parser } from './setting-parsers.ts';

/** Minutes of a day from midnight, the second one excluded. */
export type MinuteRange = readonly [from: number, to: number];

/** When the office works, by weekday, Monday first; the ranges of a day are sorted and do not touch. */
export type WorkingHours = readonly (readonly MinuteRange[])[];

/** Reads "Mon-Fri 09:30-18:30, Sat 10:00-14:00"; a day may have several ranges, "Mon-Fri 09:00-13:00 14:00-18:00". */
export const workingHours: Parser<WorkingHours> = (given, variable) => {
  const week: MinuteRange[][] = DAYS.map(() => []);
  let days: readonly number[] = [];
  for (const word of given.split(/[\s,;]+/).filter((part) => part !== '')) {
    const range = TIMES.exec(word);
    if (range === null) {
      days = readDays(word) ?? refuse(variable, word);
      continue;
    }
    const [from, to] = [minutes(range[1], range[2]), minutes(range[3], range[4])];
    if (days.length === 0 || to > DAY || from >= to) refuse(variable, word);
    for (const day of days) week[day]?.push([from, to]);
  }
  if (week.every((ranges) => ranges.length === 0)) refuse(variable, given);
  return week.map(joined);
};

/** Dates on which nobody works, as YYYY-MM-DD, separated by commas. */
export const dates: Parser<readonly string[]> = (given, variable) => {
  const all = given.split(/[\s,;]+/).filter((date) => date !== '');
  for (const date of all) {
    const read = new Date(`${date}T00:00:00Z`);
    if (/^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date))
      continue;
    throw new BadSetting(`${variable} must be dates such as 2026-10-02, separated by commas, not "${date}".`);
  }
  return [...new Set(all)].sort();
};

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = 24 * 60;
const TIMES = /^(\d{1,2}):([0-5]\d)[-–](\d{1,2}):([0-5]\d)$/;

/** One day, or a span that may reach over the end of the week ("Sat-Mon"). */
function readDays(word: string): number[] | undefined {
  const [first, last = first, ...more] = word
    .toLowerCase()
    .split(/[-–]/)
    .map((name) => (name.length < 3 ? -1 : DAYS.findIndex((day) => name.startsWith(day))));
  if (first === undefined || last === undefined || first === -1 || last === -1 || more.length > 0) return undefined;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => (first + step) % 7);
}

function minutes(hours = '', rest = ''): number {
  return Number(hours) * 60 + Number(rest);
}

function joined(ranges: MinuteRange[]): MinuteRange[] {
  const apart: MinuteRange[] = [];
  for (const [from, to] of ranges.sort((one, other) => one[0] - other[0])) {
    const before = apart.at(-1);
    if (before === undefined || from > before[1]) apart.push([from, to]);
    else apart[apart.length - 1] = [before[0], Math.max(before[1], to)];
  }
  return apart;
}

function refuse(variable: string, word: string): never {
  throw new BadSetting(
    `${variable} must be days and times such as "Mon-Fri 09:30-18:30, Sat 10:00-14:00", each ending on the day it begins; "${word}" cannot be read.`,
  );
}
