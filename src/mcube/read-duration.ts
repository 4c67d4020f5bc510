import { type FieldName, type Fields, firstOf } from './fields.ts';

/** A day, as for the end of a call: what claims more is a date or a counter, and could overflow the column. */
const LONGEST_TALK = 86_400;
const LONGEST_RAW = 32;
const TALK_TIME = /^(?:(?:(\d{1,2}):)?(\d{1,4}):)?(\d{1,6})(?:\.\d+)?$/;
const NAMES: readonly FieldName[] = ['answeredtime', 'duration'];

export type TalkTime = { seconds: number; raw: string | null };

/** Talk time: answeredtime when it says more than 0, else duration. What cannot be read is 0 and stays as raw text. */
export function readTalkTime(fields: Fields): TalkTime {
  for (const key of NAMES) {
    const raw = firstOf(fields, [key], LONGEST_RAW);
    const seconds = raw === null ? 0 : readSeconds(raw);
    if (seconds > 0) return { seconds, raw };
  }
  return { seconds: 0, raw: firstOf(fields, NAMES, LONGEST_RAW) };
}

/** "192", "HH:MM:SS" or "MM:SS"; 0 for anything else. */
function readSeconds(text: string): number {
  const parts = TALK_TIME.exec(text);
  if (parts === null) return 0;
  const seconds = Number(parts[3]);
  if (parts[2] !== undefined && seconds > 59) return 0;
  const total = Number(parts[1] ?? 0) * 3_600 + Number(parts[2] ?? 0) * 60 + seconds;
  return total <= LONGEST_TALK ? total : 0;
}
