import type { CallHistory, Try } from './missed-call.ts';

/** What answers a try: a connection, or somebody who said that it needs no answer. */
export type Closing = {
  rule: 'connected' | 'not_needed';
  /** The first of several closings is the one with the earliest moment: the end of a connection, or when it was said. */
  moment: number;
  /** When they began to speak, or when it was said. */
  date: Date;
  call_record_id: number | null;
  user_id: number | null;
  reason: string | null;
};

/** Finds the closing of every try of a history; tries of one closing get the very same object. */
export function closingsOf(history: CallHistory): (one: Pick<Try, 'call_id' | 'at'>) => Closing | undefined {
  const connected = connectionsOf(history);
  const refused = refusalsOf(history);
  const reopened = new Map<string, number>();
  for (const { kind, call_id, create_date } of history.actions)
    if (kind === 'reopen') reopened.set(call_id, Math.max(reopened.get(call_id) ?? 0, create_date.getTime()));

  return ({ call_id, at }) => {
    const start = at.getTime();
    // Whoever reopens a try says that nothing which had closed it until then has answered it.
    const after = reopened.get(call_id) ?? 0;
    const connection = firstFrom(connected, Math.max(start, after + 1));
    const refusal = refused.find(({ knew, closing }) => knew >= start && closing.moment > after)?.closing;
    if (connection === undefined || refusal === undefined) return connection ?? refusal;
    return refusal.moment < connection.moment ? refusal : connection;
  };
}

function connectionsOf({ connections }: CallHistory): Closing[] {
  return [...connections]
    .sort((one, other) => one.until.getTime() - other.until.getTime() || (one.call_id < other.call_id ? -1 : 1))
    .map(({ id, talked_from, until, user_id }) => {
      const moment = until.getTime();
      return { rule: 'connected', moment, date: talked_from, call_record_id: id, user_id, reason: null };
    });
}

type Refusal = {
  /** The beginning of the last try that the person knew of. */
  knew: number;
  closing: Closing;
};

function refusalsOf({ actions, tries }: CallHistory): Refusal[] {
  const said = actions.filter(({ kind }) => kind === 'not_needed');
  if (said.length === 0) return [];
  const startOf = new Map(tries.map(({ call_id, at }) => [call_id, at.getTime()]));
  return said
    .map(({ call_id, create_date: date, user_id, reason }): Refusal => {
      const closing = {
        rule: 'not_needed',
        moment: date.getTime(),
        date,
        call_record_id: null,
        user_id,
        reason,
      } as const;
      return { knew: startOf.get(call_id) ?? 0, closing };
    })
    .sort((one, other) => one.closing.moment - other.closing.moment);
}

/** The first of sorted closings whose moment is the given one or later. */
function firstFrom(sorted: readonly Closing[], moment: number): Closing | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.moment ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
