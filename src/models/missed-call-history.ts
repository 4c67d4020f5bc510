import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Outcome } from '../db/tables.ts';
import { unnestRows } from '../db/unnest-rows.ts';
import { type Connection, connectionOf, LONGEST_CALL_MS } from './connection.ts';
import type { CallHistory, MissedCallAction, Try } from './missed-call.ts';

/** Whom we owe a call: a lead with all its numbers, or, without a lead, a number. */
export type Person = { lead_id: number; phone_sanitized: null } | { lead_id: null; phone_sanitized: string };

export function keyOfPerson({ lead_id, phone_sanitized }: Person): string {
  return lead_id === null ? phone_sanitized : `lead ${lead_id}`;
}

/** What happened to people since the given moments, as far back as it can matter to a try or a connection of then. */
export async function loadHistories(
  tx: Tx,
  people: readonly (Person & { since: Date })[],
): Promise<Map<string, CallHistory>> {
  if (people.length === 0) return new Map();
  const rows = people.map((person) => ({ ...person, person: keyOfPerson(person) }));
  const found = await sql<HistoryRow>`
    with person as materialized (
      select person.*, coalesce(floor.until, '-infinity') as floor from ${unnestRows(rows, PERSON_COLUMNS)} as person
      left join lateral (
        -- Tries from before a connection were answered by it, or by an earlier one.
        select ${UNTIL} as until from mcube_call_record call
        where call.lead_id = person.lead_id and call.outcome = 'answered' and call.call_date < person.since
          and ${UNTIL} < person.since
        order by call.call_date desc limit 1) as floor on true),
    ${ELSEWHERE},
    history as (
      select person.person, person.floor, call.* from person
      cross join lateral (select ${COLUMNS} from mcube_call_record call
        where call.lead_id = person.lead_id and ${since('person.floor')} and (${CONNECTED} or ${MISSED})) as call
      union all
      select person.person, person.floor, call.* from person
      cross join lateral (select ${COLUMNS} from mcube_call_record call
        where person.lead_id is null and call.lead_id is null and call.phone_sanitized = person.phone_sanitized
          and ${since('person.floor')} and ${MISSED}) as call
      union all
      select elsewhere.person, elsewhere.floor, call.* from elsewhere
      cross join lateral (select ${COLUMNS} from mcube_call_record call
        where call.phone_sanitized = elsewhere.number and ${NOT_THEIRS}
          and ${since('elsewhere.floor')} and ${CONNECTED}) as call)
    select person, id, call_id, at, until, outcome, phone_number, phone_sanitized, virtual_number, duration, user_id,
      agent_id, team_id,
      case when outcome <> 'answered' then (select json_agg(action) from mcube_missed_call_action action
        where action.call_id = history.call_id) end as actions
    from history where (outcome = 'answered' and until > floor) or (outcome <> 'answered' and at > floor)`.execute(tx);
  return historiesOf(people, found.rows);
}

type HistoryRow = Omit<Try, 'outcome'> & {
  person: string;
  outcome: Outcome;
  until: Date;
  duration: number;
  agent_id: number | null;
  actions: StoredAction[] | null;
};
/** As JSON has it. */
type StoredAction = Omit<MissedCallAction, 'until' | 'create_date'> & { until: string | null; create_date: string };

function historiesOf(people: readonly Person[], rows: readonly HistoryRow[]): Map<string, CallHistory> {
  const histories = new Map<string, { tries: Try[]; connections: Connection[]; actions: MissedCallAction[] }>(
    people.map((person) => [keyOfPerson(person), { tries: [], connections: [], actions: [] }]),
  );
  for (const { person, until, duration, agent_id, actions, ...call } of rows) {
    const history = histories.get(person);
    if (call.outcome === 'answered') {
      history?.connections.push(connectionOf({ ...call, call_date: call.at, until, duration, agent_id }));
      continue;
    }
    history?.tries.push(call);
    for (const action of actions ?? []) history?.actions.push(readAction(action));
  }
  return histories;
}

function readAction({ until, create_date, ...action }: StoredAction): MissedCallAction {
  return { ...action, until: until === null ? null : new Date(until), create_date: new Date(create_date) };
}

const PERSON_COLUMNS = { person: 'text', lead_id: 'integer', phone_sanitized: 'text', since: 'timestamptz' } as const;

export const LONGEST_CALL = sql.raw(`interval '${LONGEST_CALL_MS / 3_600_000} hours'`);

/** Until when somebody was spoken with in a `call`: {@link connectedUntil} in SQL. */
export const UNTIL = sql`greatest(call.call_date, least(coalesce(call.end_date, call.call_date + call.duration * interval '1 second'),
  call.call_date + ${LONGEST_CALL}))`;

const COLUMNS = sql`call.id, call.call_id, call.call_date as at, ${UNTIL} as until, call.outcome, call.phone_number,
  call.phone_sanitized, call.virtual_number, call.duration, call.user_id, call.agent_id, call.team_id`;

/** A number of our own is nobody's: its calls neither make nor close a row. */
export const CONNECTED = sql`(call.outcome = 'answered' and call.lead_rule <> 'own_number')`;
const MISSED = sql`(call.direction = 'inbound' and call.outcome not in ('answered', 'in_progress')
  and call.lead_rule <> 'own_number')`;

/**
 * Numbers of people whose calls may stand somewhere else than on the person's lead: on another one that has the number, or
 * on none. Most numbers have one lead, and are not looked for a second time. As scalar queries with a limit: rewritten to
 * joins they would read whole tables.
 */
const ELSEWHERE = sql`reached as materialized (
      select person, floor, lead_id, phone_sanitized as number from person where lead_id is null
      union
      select person.person, floor, person.lead_id, phone_number.phone_sanitized
      from person join phone_number on phone_number.lead_id = person.lead_id
      union
      select person.person, floor, person.lead_id, call.phone_sanitized
      from person join mcube_call_record call on call.lead_id = person.lead_id and call.lead_rule = 'person'
      where call.phone_sanitized is not null),
    elsewhere as materialized (
      select * from reached where lead_id is null
        or (select true from phone_number other
          where other.phone_sanitized = number and other.lead_id <> reached.lead_id limit 1)
        or (select true from mcube_call_record call where call.phone_sanitized = number and call.lead_id is null limit 1)
        or (select true from mcube_call_record call
          where call.phone_sanitized = number and call.lead_rule = 'person' and call.lead_id <> reached.lead_id limit 1))`;

/** Of a person without a lead, all calls of the number are theirs; a lead's own were read with the lead. */
const NOT_THEIRS = sql`(elsewhere.lead_id is null or call.lead_id is distinct from elsewhere.lead_id)`;

/** Every connection that ended after the floor began after this. */
function since(floor: string): RawBuilder<unknown> {
  return sql`call.call_date > ${sql.raw(floor)} - ${LONGEST_CALL}`;
}
