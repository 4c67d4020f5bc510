import type { CallRecord, StoredCallRecord } from './call-record.ts';
import { connectedUntil } from './connection.ts';

/** Something that changed: a try of a person, or a connection, which closes whatever its lead or its number reaches. */
export type Touch = {
  lead_id: number | null;
  phone_sanitized: string | null;
  connected: boolean;
  /** From when on it can matter. */
  moment: Date;
  /** The call, when the queue knew nothing of it so far. */
  news: StoredCallRecord | undefined;
};

/** A call as it stood before, and as it stands now; either may be absent. */
export type CallChange = { before: CallRecord | undefined; after: StoredCallRecord | undefined };

/** What a change concerns: nothing, unless a missed or an answered call says something else than before. */
export function touchesOf({ before, after }: CallChange): Touch[] {
  const was = before && touchOf(before);
  const is = after && touchOf(after);
  if (was === undefined) return is === undefined ? [] : [{ ...is, news: after }];
  if (is === undefined || before === undefined || after === undefined) return [was];
  return weight(before) === weight(after) ? [] : [was, is];
}

function touchOf(record: CallRecord): Touch | undefined {
  const { lead_id, phone_sanitized, outcome, direction } = record;
  if (record.lead_rule === 'own_number' || (lead_id === null && phone_sanitized === null)) return undefined;
  const touch = { lead_id, phone_sanitized, news: undefined };
  if (outcome === 'answered') return { ...touch, connected: true, moment: connectedUntil(record) };
  if (outcome === 'in_progress' || direction === 'outbound') return undefined;
  return { ...touch, connected: false, moment: record.call_date };
}

/** All of a call that the queue depends on. */
function weight(record: CallRecord): string {
  const { lead_id, phone_sanitized, phone_number, virtual_number, outcome, direction, user_id, team_id } = record;
  const times = [record.call_date.getTime(), connectedUntil(record).getTime(), record.duration];
  const who = [lead_id, phone_sanitized, phone_number, virtual_number, user_id, team_id, record.agent_id];
  return [...who, outcome, direction, ...times].join('|');
}
