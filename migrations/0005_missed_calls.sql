-- The missed-call queue: whom we owe a call, one open row per person; and who a call rings for.

-- The user whose phone rings, or who talks or talked last: not always the owner, whom the virtual number names first.
-- While the call is in progress the phone is the one of the newest event, since hunting goes from agent to agent and
-- merging keeps no order (models/merge-call.ts).
alter table mcube_call_record add column agent_id integer;
alter table mcube_call_record add column ringing_phone text;
-- Calls that somebody else than the owner took. The owner's own are found by mcube_call_record_user, so that this index
-- stays small and most inserts do not touch it.
create index mcube_call_record_agent on mcube_call_record (agent_id, call_date)
  where agent_id is not null and agent_id is distinct from user_id;
-- Numbers that reach a lead only because a person put a call on it.
create index mcube_call_record_by_hand on mcube_call_record (phone_sanitized, lead_id) where lead_rule = 'person';
create index mcube_call_record_by_hand_lead on mcube_call_record (lead_id, phone_sanitized) where lead_rule = 'person';
-- Calls of known numbers that stand on no lead: few, but they may be the answer to a missed call of a lead.
create index mcube_call_record_leadless on mcube_call_record (phone_sanitized, call_date)
  where lead_id is null and phone_sanitized is not null;

-- A row follows from the call records of its person and from what people did (models/missed-call.ts); it can be thrown
-- away and counted anew. No foreign keys: it is written with every batch of calls.
create table mcube_missed_call (
  id bigint primary key generated always as identity,
  -- The person: the lead with all its numbers, or, without a lead, the number.
  lead_id integer,
  phone_sanitized text,
  -- As the last try wrote it.
  phone_number text,
  tries integer not null,
  virtual_numbers text[] not null,
  first_missed_date timestamptz not null,
  last_missed_date timestamptz not null,
  last_call_record_id bigint not null,
  reason text not null
    check (reason in ('nobody_answered', 'busy', 'abandoned', 'voicemail', 'failed', 'after_hours')),
  user_id integer,
  team_id integer,
  -- When the call back is due, counted in working time.
  due_date timestamptz not null,
  -- Emptied by the clock when the time has come.
  snoozed_until timestamptz,
  closed_date timestamptz,
  closed_rule text check (closed_rule in ('connected', 'not_needed')),
  closed_call_record_id bigint,
  closed_user_id integer,
  closed_reason text,
  -- Whether somebody took, snoozed, refused or reopened it.
  worked boolean not null default false,
  -- What ended before this moment cannot change the row any more; open rows wait for ever.
  settled_until timestamptz not null default 'infinity',
  create_date timestamptz not null default now(),
  write_date timestamptz not null default now(),
  constraint mcube_missed_call_has_a_person check (lead_id is not null or phone_sanitized is not null),
  -- One open row per person, and one for each closing. Checked when the statement ends: rows change together.
  constraint mcube_missed_call_once unique (lead_id, settled_until) deferrable initially immediate
);
create unique index mcube_missed_call_number on mcube_missed_call (phone_sanitized, settled_until) where lead_id is null;
create index mcube_missed_call_open on mcube_missed_call (due_date) where closed_date is null;
create index mcube_missed_call_date on mcube_missed_call (last_missed_date);
create index mcube_missed_call_snoozed on mcube_missed_call (snoozed_until) where snoozed_until is not null;

-- What people did, kept on the missed calls themselves: it stays with them when they move to another lead, and is there
-- again when a deleted call is replayed.
create table mcube_missed_call_action (
  id bigint primary key generated always as identity,
  call_id text not null,
  kind text not null check (kind in ('take', 'snooze', 'not_needed', 'reopen')),
  user_id integer not null,
  until timestamptz,
  reason text,
  create_date timestamptz not null
);
create index mcube_missed_call_action_call on mcube_missed_call_action (call_id);

create or replace function forget_lead_of_calls() returns trigger language plpgsql as $$
begin
  update mcube_call_record set lead_id = null where lead_id = old.id;
  delete from mcube_missed_call where lead_id = old.id;
  return old;
end $$;
