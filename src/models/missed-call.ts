import type { Outcome } from '../db/tables.ts';
import type { Connection } from './connection.ts';
import { type Closing, closingsOf } from './missed-call-closing.ts';
import { addWorkingTime, isWorkingTime, type WorkCalendar } from './working-time.ts';

export const MISSED_REASONS = ['nobody_answered', 'busy', 'abandoned', 'voicemail', 'failed', 'after_hours'] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** What a person did about missed calls. It is kept on one of them (its call_id), so that it moves where the call moves. */
export type MissedCallAction = {
  id: number;
  call_id: string;
  kind: 'take' | 'snooze' | 'not_needed' | 'reopen';
  user_id: number;
  until: Date | null;
  reason: string | null;
  create_date: Date;
};

/** An unanswered inbound call of a person. */
export type Try = {
  id: number;
  call_id: string;
  at: Date;
  outcome: Outcome;
  phone_number: string | null;
  phone_sanitized: string | null;
  virtual_number: string | null;
  user_id: number | null;
  team_id: number | null;
};

/** All that is known of a person, or of a part of their history that nothing before it can change. */
export type CallHistory = {
  tries: readonly Try[];
  connections: readonly Connection[];
  actions: readonly MissedCallAction[];
};

/** A row of the queue as it follows from the history. */
export type MissedCall = {
  phone_number: string | null;
  phone_sanitized: string | null;
  tries: number;
  virtual_numbers: string[];
  first_missed_date: Date;
  last_missed_date: Date;
  last_call_record_id: number;
  reason: MissedReason;
  user_id: number | null;
  team_id: number | null;
  due_date: Date;
  snoozed_until: Date | null;
  closed_date: Date | null;
  closed_rule: Closing['rule'] | null;
  closed_call_record_id: number | null;
  closed_user_id: number | null;
  closed_reason: string | null;
  /** Whether a person did something about it. */
  worked: boolean;
  /** From when on the closing stands: what ended before cannot change the row. Null while it is open. */
  settled_until: Date | null;
};

export type QueueRules = { calendar: WorkCalendar; targetMinutes: number };

/** A row together with the calls that it stands for, newest last. */
export type CountedMissedCall = { row: MissedCall; tries: readonly Try[] };

/**
 * The rows of one person. Every try is closed by the first thing that answers it: a connection that ended after the try
 * began, or somebody's "not needed" that knew of it. Tries that the same thing closed are one row, those that nothing has
 * closed are the open one. So the rows follow from the facts alone, and the order in which these arrived is nowhere in them.
 */
export function countMissedCalls(history: CallHistory, rules: QueueRules, now: Date): CountedMissedCall[] {
  const tries = [...history.tries].sort((one, other) => one.at.getTime() - other.at.getTime() || byCallId(one, other));
  const closingOf = closingsOf({ ...history, tries });
  const groups = new Map<Closing | undefined, Try[]>();
  for (const one of tries) {
    const closing = closingOf(one);
    const group = groups.get(closing);
    if (group === undefined) groups.set(closing, [one]);
    else group.push(one);
  }
  return [...groups].map(([closing, group]) => {
    const row = group.reduce<MissedCall | undefined>((sum, one) => withTry(sum, one, rules), undefined);
    if (row === undefined) throw new Error('a row without a missed call');
    return { row: close(withDeeds(row, group, history.actions, now), closing), tries: group };
  });
}

/** The row with one more try, the newest. */
function withTry(row: MissedCall | undefined, one: Try, rules: QueueRules): MissedCall {
  const numbers = row?.virtual_numbers ?? [];
  const known = one.virtual_number === null || numbers.includes(one.virtual_number);
  return {
    phone_number: one.phone_number,
    phone_sanitized: one.phone_sanitized,
    tries: (row?.tries ?? 0) + 1,
    virtual_numbers: known ? numbers : [...numbers, one.virtual_number ?? ''],
    first_missed_date: row?.first_missed_date ?? one.at,
    last_missed_date: one.at,
    last_call_record_id: one.id,
    reason: reasonOf(one.outcome, one.at, rules),
    user_id: one.user_id,
    team_id: one.team_id,
    due_date: row?.due_date ?? dueDateOf(one.at, rules),
    ...UNTOUCHED,
  };
}

/** Why a try reached nobody. */
export function reasonOf(outcome: Outcome, at: Date, { calendar }: QueueRules): MissedReason {
  return isWorkingTime(at, calendar) ? (REASONS[outcome] ?? 'nobody_answered') : 'after_hours';
}

/** When a row that begins with this try is due. */
export function dueDateOf(at: Date, { calendar, targetMinutes }: QueueRules): Date {
  return addWorkingTime(at, targetMinutes * 60, calendar);
}

const UNTOUCHED = {
  snoozed_until: null,
  closed_date: null,
  closed_rule: null,
  closed_call_record_id: null,
  closed_user_id: null,
  closed_reason: null,
  worked: false,
  settled_until: null,
} as const;

const REASONS: Partial<Record<Outcome, MissedReason>> = {
  busy: 'busy',
  abandoned: 'abandoned',
  voicemail: 'voicemail',
  failed: 'failed',
};

function withDeeds(
  row: MissedCall,
  tries: readonly Try[],
  actions: readonly MissedCallAction[],
  now: Date,
): MissedCall {
  if (actions.length === 0) return row;
  const calls = new Set(tries.map(({ call_id }) => call_id));
  const mine = actions.filter(({ call_id }) => calls.has(call_id)).sort((one, other) => one.id - other.id);
  const taken = mine.findLast(({ kind }) => kind === 'take');
  // Whoever tries again after a snooze wants to be heard: it holds only for the try that was the last one then.
  const last = tries.at(-1)?.call_id;
  const snoozed = mine.findLast(({ kind, call_id }) => kind === 'snooze' && call_id === last)?.until ?? null;
  return {
    ...row,
    user_id: taken?.user_id ?? row.user_id,
    snoozed_until: snoozed !== null && snoozed > now ? snoozed : null,
    worked: mine.length > 0,
  };
}

function close(row: MissedCall, closing: Closing | undefined): MissedCall {
  if (closing === undefined) return row;
  return {
    ...row,
    snoozed_until: null,
    closed_date: new Date(Math.max(closing.date.getTime(), row.first_missed_date.getTime())),
    closed_rule: closing.rule,
    closed_call_record_id: closing.call_record_id,
    closed_user_id: closing.user_id,
    closed_reason: closing.reason,
    settled_until: new Date(closing.moment),
  };
}

function byCallId(one: { call_id: string }, other: { call_id: string }): number {
  return one.call_id < other.call_id ? -1 : 1;
}
