-- What MCUBE said (journal, events) and what became of it (call records, rollups, changes).

-- What MCUBE said: one row per commit of the accepting server, holding all events of that commit. What was said is never
-- changed. The event at place i of row j has the id j * 1000 + i for ever; a row therefore holds at most 1,000.
create table webhook_journal (
  id bigint primary key generated always as identity,
  received_at timestamptz not null,
  event_count smallint not null check (event_count between 1 and 1000),
  processed boolean not null default false,
  -- The call record that each event told of, by place; set when the row is processed.
  record_ids bigint[],
  -- Payloads without secrets, one JSON object a line. Text, not jsonb: jsonb refuses \u0000 and lone surrogates.
  events text not null
);
-- The compression of these builds takes longer than the write it saves.
alter table webhook_journal alter column events set storage external;
create index webhook_journal_waiting on webhook_journal (id) where not processed;
create index webhook_journal_received on webhook_journal using brin (received_at);

-- Events that are not simply processed with their journal row: a failure, a wait for a retry or a replay, and what came of
-- it. A row per event would cost the hot path a third of its speed (docs/decisions).
create table webhook_event (
  id bigint primary key,
  received_at timestamptz not null,
  state text not null check (state in ('received', 'processed', 'ignored', 'failed')),
  reason text,
  attempts smallint not null,
  next_attempt_at timestamptz,
  call_id text,
  call_record_id bigint
);
create index webhook_event_state on webhook_event (state, id);
create index webhook_event_call_id on webhook_event (call_id);
create index webhook_event_due on webhook_event (next_attempt_at) where state = 'received';

-- No foreign keys on the hot table: each would lock the lead's or user's row once per call (measured in docs/decisions).
create table mcube_call_record (
  id bigint primary key generated always as identity,
  call_id text not null unique,
  lead_id integer,
  user_id integer,
  team_id integer,
  phone_number text,
  phone_sanitized text,
  virtual_number text,
  agent_phone text,
  agent_name text,
  agent_email text,
  group_name text,
  caller_name text,
  ref_id text,
  recording_url text,
  call_date timestamptz not null,
  end_date timestamptz,
  duration integer not null default 0,
  duration_raw text,
  direction text not null check (direction in ('inbound', 'outbound')),
  status text,
  disconnected_by text,
  outcome text not null check (outcome in ('answered', 'missed', 'busy', 'abandoned', 'voicemail', 'in_progress', 'failed')),
  family text not null,
  -- How authoritative the event behind each merged field was, one digit per field (models/merge-call.ts).
  merge_ranks text not null,
  timed_out boolean not null default false,
  -- The webhook events that told of the call.
  event_ids bigint[] not null default '{}',
  -- Why this lead, and why this owner: the rule that decided, and every rule tried on the way.
  lead_rule text not null,
  user_rule text not null,
  assignment text not null,
  create_date timestamptz not null default now(),
  write_date timestamptz not null default now()
);
-- Lists are ordered by call_date and id; without the id the indexes are a third smaller, and the sort within an instant is free.
create index mcube_call_record_date on mcube_call_record (call_date);
create index mcube_call_record_lead on mcube_call_record (lead_id, call_date);
create index mcube_call_record_user on mcube_call_record (user_id, call_date);
create index mcube_call_record_phone on mcube_call_record (phone_sanitized, call_date);
create index mcube_call_record_status on mcube_call_record (status, call_date);
create index mcube_call_record_not_answered on mcube_call_record (outcome, call_date) where outcome <> 'answered';

create function forget_lead_of_calls() returns trigger language plpgsql as $$
begin
  update mcube_call_record set lead_id = null where lead_id = old.id;
  return old;
end $$;
create trigger crm_lead_deleted after delete on crm_lead for each row execute function forget_lead_of_calls();

-- Calls counted by wall-clock hour and by day of the configured time zone, kept in the transaction that writes the calls.
create table call_rollup_hour (
  local_hour timestamp not null,
  direction text not null,
  outcome text not null,
  calls bigint not null,
  talk_seconds bigint not null,
  primary key (local_hour, direction, outcome)
);
create table call_rollup_day (
  local_day date not null,
  user_id integer not null default 0,
  virtual_number text not null default '',
  direction text not null,
  outcome text not null,
  calls bigint not null,
  talk_seconds bigint not null,
  primary key (local_day, user_id, virtual_number, direction, outcome)
);
create table call_rollup_total (
  direction text not null,
  outcome text not null,
  calls bigint not null,
  talk_seconds bigint not null,
  primary key (direction, outcome)
);

-- What changed, for live clients. A row is visible to readers once every older transaction has ended: transaction_id
-- orders rows as they became visible, which a plain sequence does not.
create table live_change (
  id bigint primary key generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  create_date timestamptz not null default now(),
  changes jsonb not null
);
create index live_change_order on live_change (transaction_id, id);
