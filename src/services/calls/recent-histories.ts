import type { Tx } from '../../db/database.ts';
import type { StoredCallRecord } from '../../models/call-record.ts';
import { type Connection, connectionOf } from '../../models/connection.ts';
import type { CallHistory, Try } from '../../models/missed-call.ts';
import { findConnected, findWorked, keyOfPerson } from '../../models/missed-call-history.ts';
import type { Affected } from './affected-people.ts';

/**
 * What must be known of people to whom nothing but news happened, without reading their calls: as events come in, a new
 * try follows the last one, or a new connection answers all there are, and the open row says the rest. Whoever is missing
 * in the answer has a history that must be read.
 */
export async function recentHistories(
  tx: Tx,
  people: ReadonlyMap<string, Affected>,
): Promise<Map<string, CallHistory>> {
  const recent = new Map<string, CallHistory>();
  for (const [key, affected] of people) {
    const history = newsOf(affected);
    if (history !== undefined) recent.set(key, history);
  }
  // Without an open row somebody may have answered a try before it was told.
  const newcomers = [...people.values()].filter(
    ({ person, rows }) => rows.length === 0 && recent.has(keyOfPerson(person)),
  );
  const [connected, worked] = await Promise.all([
    findConnected(
      tx,
      newcomers.map(({ person, since }) => ({ ...person, since })),
    ),
    findWorked(
      tx,
      [...recent.values()].flatMap(({ tries }) => tries.map(({ call_id }) => call_id)),
    ),
  ]);
  for (const key of connected) recent.delete(key);
  if (worked.size > 0)
    for (const [key, { tries }] of recent) if (tries.some(({ call_id }) => worked.has(call_id))) recent.delete(key);
  return recent;
}

function newsOf({ rows, touches }: Affected): CallHistory | undefined {
  const [open, ...more] = rows;
  if (more.length > 0 || (open !== undefined && (open.closed_date !== null || open.worked))) return undefined;
  const tries: Try[] = [];
  const connections: Connection[] = [];
  for (const { news, connected, moment } of touches) {
    // Without an id it was lost to another process, which has told the queue.
    if (news === undefined || news.id === 0) return undefined;
    if (connected) {
      if (open === undefined || moment < open.last_missed_date) return undefined;
      connections.push(connectionOf({ ...news, until: moment }));
    } else {
      if (open !== undefined && moment <= open.last_missed_date) return undefined;
      tries.push(tryOf(news));
    }
  }
  return { tries, connections, actions: [], ...(open !== undefined && { open }) };
}

function tryOf({ call_date: at, ...record }: StoredCallRecord): Try {
  const { id, call_id, outcome, phone_number, phone_sanitized, virtual_number, user_id, team_id } = record;
  return { id, call_id, at, outcome, phone_number, phone_sanitized, virtual_number, user_id, team_id };
}
