import type { Outcome, Schema } from '../../api/types.ts';

export type Dashboard = Schema['Dashboard'];

/** What a period comes to. A share without anything to take it of is undefined, not zero. */
export type Figures = {
  calls: number;
  /** Incoming calls that are over. */
  inbound: number;
  answered: number;
  missed: number;
  /** Of the incoming calls that are over, those that nobody answered. */
  missed_share: number | undefined;
  /** The answered incoming calls whose ring time is known, and those of them answered within 20 seconds. */
  rung: number;
  rung_20: number;
  answered_within_20: number | undefined;
  /** Mean seconds until an incoming call was answered. */
  ring_seconds: number | undefined;
  talk_seconds: number;
  new_leads: number;
  won_leads: number;
  /** Won in the period, whenever they were opened, compared with those opened in it: above 1 where old ones were won. */
  conversion: number | undefined;
};

export function figuresOf({ days, answer_times, ring_seconds, leads }: Dashboard): Figures {
  const inbound = days.filter(({ direction, outcome }) => direction === 'inbound' && outcome !== 'in_progress');
  const answered = callsOf(inbound.filter(({ outcome }) => outcome === 'answered'));
  const rung = sum(answer_times.map(({ calls }) => calls));
  const rung_20 = sum(
    answer_times.map(({ within_seconds, calls }) => ((within_seconds ?? Infinity) <= 20 ? calls : 0)),
  );
  const newLeads = sum(leads.map(({ new_leads }) => new_leads));
  const wonLeads = sum(leads.map(({ won_leads }) => won_leads));
  return {
    calls: callsOf(days),
    inbound: callsOf(inbound),
    answered,
    missed: callsOf(inbound) - answered,
    missed_share: share(callsOf(inbound) - answered, callsOf(inbound)),
    rung,
    rung_20,
    answered_within_20: share(rung_20, rung),
    ring_seconds: share(ring_seconds, rung),
    talk_seconds: sum(days.map(({ talk_seconds }) => talk_seconds)),
    new_leads: newLeads,
    won_leads: wonLeads,
    conversion: share(wonLeads, newLeads),
  };
}

/**
 * The same calls by whoever, or whatever number, they belong to: most calls first. Who had calls in the period before,
 * and none now, is among them.
 */
export function rowsBy<Key>(
  counts: readonly (Counted & { key: Key })[],
  before: readonly (Counted & { key: Key })[],
): CountRow<Key>[] {
  const rows = new Map<Key, CountRow<Key>>();
  const nothing = { calls: 0, before: 0, inbound: 0, missed: 0, talk_seconds: 0 };
  for (const { key, direction, outcome, calls, talk_seconds } of counts) {
    const row = rows.get(key) ?? { key, ...nothing };
    const isOver = direction === 'inbound' && outcome !== 'in_progress';
    row.calls += calls;
    row.talk_seconds += talk_seconds;
    row.inbound += isOver ? calls : 0;
    row.missed += isOver && outcome !== 'answered' ? calls : 0;
    rows.set(key, row);
  }
  for (const { key, calls } of before) {
    const row = rows.get(key) ?? { key, ...nothing };
    row.before += calls;
    rows.set(key, row);
  }
  return [...rows.values()].sort((one, other) => other.calls - one.calls || other.before - one.before);
}

/** `before`: its calls in the period before. */
export type CountRow<Key> = {
  key: Key;
  calls: number;
  before: number;
  inbound: number;
  missed: number;
  talk_seconds: number;
};
type Counted = { direction: string; outcome: Outcome; calls: number; talk_seconds: number };

/** A part of a whole; of nothing there is no part. */
export function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function callsOf(counts: readonly { calls: number }[]): number {
  return sum(counts.map(({ calls }) => calls));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The incoming calls of an hour of the week. */
export function countByHour({ hours }: Dashboard): (weekday: number, hour: number) => number {
  const counts = new Map<number, number>();
  for (const { weekday, hour, direction, calls } of hours) {
    if (direction !== 'inbound') continue;
    const key = weekday * 24 + hour;
    counts.set(key, (counts.get(key) ?? 0) + calls);
  }
  return (weekday, hour) => counts.get(weekday * 24 + hour) ?? 0;
}
