import { readLocalTime } from '../models/local-time.ts';
import { type FieldName, type Fields, firstOf } from './fields.ts';

const DAY = 86_400_000;
const LONGEST = 40;
const START: readonly FieldName[] = ['starttime', 'calldate'];
const END: readonly FieldName[] = ['endtime', 'enddate'];

export type CallTimes = {
  /** The start as MCUBE says it, whether plausible or not: a call without an id is known by it. */
  start: Date | null;
  call_date: Date | null;
  end_date: Date | null;
  /** Whether an end was named at all, be it as wild as the one in 2051. */
  hasEnd: boolean;
};

/** When the call began and ended. A time that cannot be is as good as none: it would put the call on the wrong day for ever. */
export function readTimes(fields: Fields, receivedAt: Date, timeZone: string): CallTimes {
  const start = readLocalTime(firstOf(fields, START, LONGEST), timeZone);
  const end = readLocalTime(firstOf(fields, END, LONGEST), timeZone);
  const latest = receivedAt.getTime() + DAY;
  const call_date = start !== null && start.getTime() <= latest ? start : null;
  return {
    start,
    call_date,
    end_date: end !== null && isPlausible(end, call_date, latest) ? end : null,
    hasEnd: end !== null,
  };
}

function isPlausible(end: Date, start: Date | null, latest: number): boolean {
  if (end.getTime() > latest) return false;
  const length = start === null ? 0 : end.getTime() - start.getTime();
  return length >= 0 && length <= DAY;
}
