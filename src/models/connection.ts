import type { CallRecord } from './call-record.ts';

/** A call in either direction in which the person spoke with somebody. */
export type Connection = {
  id: number;
  call_id: string;
  /** When they began to speak. */
  talked_from: Date;
  until: Date;
  user_id: number | null;
};

/** A call whose end is not known, or absurd, counts as over after so long. */
export const LONGEST_CALL_MS = 12 * 3_600_000;

/** Until when somebody was spoken with, as the queue counts it; the expression below says the same in SQL. */
export function connectedUntil(call: { call_date: Date; end_date: Date | null; duration: number }): Date {
  const start = call.call_date.getTime();
  const end = call.end_date?.getTime() ?? start + call.duration * 1000;
  return new Date(Math.max(start, Math.min(end, start + LONGEST_CALL_MS)));
}

type Answered = Pick<CallRecord, 'call_id' | 'call_date' | 'duration' | 'agent_id' | 'user_id'> & {
  id: number;
  until: Date;
};

export function connectionOf({ id, call_id, call_date, until, duration, agent_id, user_id }: Answered): Connection {
  const talked_from = new Date(Math.max(call_date.getTime(), until.getTime() - duration * 1000));
  // Who kept the promise is who talked; the owner stands in where MCUBE named nobody we know.
  return { id, call_id, talked_from, until, user_id: agent_id ?? user_id };
}
