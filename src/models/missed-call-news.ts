import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type ColumnTypes, unnestRows } from '../db/unnest-rows.ts';
import { dueDateOf, type MissedReason, type QueueRules, reasonOf } from './missed-call.ts';
import { CONNECTED, LONGEST_CALL, UNTIL } from './missed-call-history.ts';
import { ROWS_TOUCHED } from './missed-call-queue.ts';
import type { Touch } from './missed-call-touch.ts';

/** What became of news: rows that are new or say something else, the open ones to which a try was added, and what was left. */
export type QueuedNews = { changed: number[]; tried: number[]; left: Touch[] };

/**
 * Brings the queue to what follows from these changes where that needs no history: for people with a single row, open and
 * left alone by everybody, to whom either newer tries happened or a connection that ended later than the last; and for
 * people with tries and no row, whom nobody has spoken with since. So it is, nearly always, as events come in. Of everybody
 * else nothing is written, and the changes that concern them come back: their rows must be counted anew.
 *
 * The queue is locked, and the calls are written.
 */
export async function queueNews(tx: Tx, touches: readonly Touch[], rules: QueueRules): Promise<QueuedNews> {
  const { rows } = await sql<{ changed: number[]; tried: number[]; left: number[] }>`
    with touch as materialized (
      select *, coalesce('lead ' || lead_id, phone_sanitized) as person
      from ${unnestRows(touches.map(sentTouch(rules)), TOUCH_COLUMNS)} as touch),
    ${ROWS_TOUCHED},
    told as (
      select id, count(*) filter (where not connected) as tries, count(*) filter (where connected) as connections,
        min(moment) as first, bool_and(news is not null) as is_news
      from hit group by id),
    stored as materialized (
      select row.*, coalesce('lead ' || row.lead_id, row.phone_sanitized) as person, told.tries as new_tries,
        count(*) over (partition by row.lead_id, case when row.lead_id is null then row.phone_sanitized end) = 1
          and is_news and row.closed_date is null and not row.worked
          and case when connections = 0 then first > row.last_missed_date
            else told.tries = 0 and first >= row.last_missed_date end as is_plain
      from told cross join lateral (select * from mcube_missed_call row where row.id = told.id offset 0) as row),
    try as materialized (
      select touch.*, stored.id as row_id, stored.is_plain, call.call_id, call.phone_number, call.virtual_number,
        call.user_id, call.team_id
      from touch left join stored using (person) left join lateral (
        select * from mcube_call_record call where call.id = touch.news offset 0) as call on true
      where not connected),
    newcomer as materialized (
      select person, max(lead_id) as lead_id, max(phone_sanitized) as number, min(moment) as since,
        bool_and(news is not null) as is_news
      from try where row_id is null group by person),
    -- Of nobody whose numbers may have reached us otherwise: whose call it is, their history tells.
    plain_newcomer as materialized (
      select person from newcomer where is_news
        and not exists (select from mcube_call_record call where call.lead_id = newcomer.lead_id
          and call.call_date > since - ${LONGEST_CALL} and ${CONNECTED} and ${UNTIL} >= since)
        and not exists (
          select from (
            select phone_sanitized from phone_number where phone_number.lead_id = newcomer.lead_id
            union all
            select phone_sanitized from mcube_call_record by_hand
              where by_hand.lead_id = newcomer.lead_id and by_hand.lead_rule = 'person'
            union all
            select number where newcomer.lead_id is null) as theirs
          cross join lateral (
            select from mcube_call_record call where call.phone_sanitized = theirs.phone_sanitized
              and call.call_date > since - ${LONGEST_CALL} and ${CONNECTED} and ${UNTIL} >= since offset 0) as call)),
    -- A call that was deleted and is told again has what people did about it still.
    plain_try as materialized (
      select * from try where (is_plain or person in (select person from plain_newcomer))
        and not exists (select from try worked join mcube_missed_call_action action using (call_id)
          where worked.person = try.person)),
    last as (select distinct on (person) * from plain_try order by person, moment desc, call_id collate "C" desc),
    tried as (
      select last.*, sum.tries, sum.first, sum.numbers, sum.first_due from last join (
        select person, count(*) as tries, min(moment) as first, min(due_date) as first_due,
          coalesce(array_agg(virtual_number order by moment, call_id collate "C") filter (where virtual_number is not null), '{}')
            as numbers
        from plain_try group by person) as sum using (person)),
    spoke as (select stored.id, first_missed_date, news from stored join hit using (id) where is_plain and new_tries = 0),
    answer as (
      select distinct on (spoke.id) spoke.id as row_id, call.id, ${UNTIL} as until,
        greatest(call.call_date, ${UNTIL} - call.duration * interval '1 second', first_missed_date) as talked_from,
        coalesce(call.agent_id, call.user_id) as user_id
      from spoke cross join lateral (select * from mcube_call_record call where call.id = spoke.news offset 0) as call
      order by spoke.id, until, call.call_id collate "C"),
    next as materialized (
      select tried.lead_id, tried.phone_number, tried.phone_sanitized, coalesce(row.tries, 0) + tried.tries as tries,
        case when numbers <@ row.virtual_numbers then row.virtual_numbers when tried.tries = 1 and row.id is null then numbers
          else ${distinct('row.virtual_numbers || numbers')} end as virtual_numbers,
        coalesce(row.first_missed_date, first) as first_missed_date, moment as last_missed_date, news as last_call_record_id,
        tried.reason, tried.user_id, tried.team_id, coalesce(row.due_date, first_due) as due_date,
        null::timestamptz as closed_date, null::text as closed_rule, null::bigint as closed_call_record_id,
        null::integer as closed_user_id, timestamptz 'infinity' as settled_until,
        coalesce(row.id, nextval('mcube_missed_call_id_seq')) as id
      from tried left join stored row on row.id = row_id
      union all
      select lead_id, phone_number, phone_sanitized, tries, virtual_numbers, first_missed_date, last_missed_date,
        last_call_record_id, reason, row.user_id, team_id, due_date,
        talked_from, 'connected', answer.id, answer.user_id, until, row.id
      from answer join stored row on row.id = row_id),
    -- Rows that are there are found by their key, whatever the planner believes of the table: an update would be a join.
    written as (
      insert into mcube_missed_call as row (${ROW}, id) overriding system value select ${ROW}, id from next
      on conflict (id) do update set ${RENEWED}, write_date = now())
    select array(select id from next) as changed, array(select id from next where closed_date is null) as tried,
      array(
        select place from try where place not in (select place from plain_try)
        union all
        select place from stored join hit using (id) where not is_plain) as left`.execute(tx);
  const [{ changed, tried, left } = { changed: [], tried: [], left: [] }] = rows;
  return { changed, tried, left: [...new Set(left)].flatMap((place) => touches[place] ?? []) };
}

/** What news changes of a row that is there; who it is, since when and until when they are to be called stays. */
const CHANGING = [
  'phone_number',
  'phone_sanitized',
  'tries',
  'virtual_numbers',
  'last_missed_date',
  'last_call_record_id',
  'reason',
  'user_id',
  'team_id',
  'closed_date',
  'closed_rule',
  'closed_call_record_id',
  'closed_user_id',
  'settled_until',
];
const ROW = sql.raw([...CHANGING, 'lead_id', 'first_missed_date', 'due_date'].join(', '));
const RENEWED = sql.raw(CHANGING.map((name) => `${name} = excluded.${name}`).join(', '));

type SentTouch = Pick<Touch, 'lead_id' | 'phone_sanitized' | 'connected' | 'moment'> & {
  place: number;
  /** The id of the call that the queue knew nothing of. */
  news: number | null;
  reason: MissedReason | null;
  due_date: Date | null;
};

const TOUCH_COLUMNS: ColumnTypes<SentTouch> = {
  place: 'integer',
  lead_id: 'integer',
  phone_sanitized: 'text',
  connected: 'boolean',
  moment: 'timestamptz',
  news: 'bigint',
  reason: 'text',
  due_date: 'timestamptz',
};

function sentTouch(rules: QueueRules): (touch: Touch, place: number) => SentTouch {
  return ({ news, ...touch }, place) => {
    const isTry = news !== undefined && !touch.connected;
    const reason = isTry ? reasonOf(news.outcome, touch.moment, rules) : null;
    return { ...touch, place, news: news?.id ?? null, reason, due_date: isTry ? dueDateOf(touch.moment, rules) : null };
  };
}

/** The texts of an array, each once, in the order of their first places. */
function distinct(numbers: string) {
  return sql.raw(`array(select number from unnest(${numbers}) with ordinality as each (number, place)
    group by number order by min(place))`);
}
