-- What migrations/*.sql make, for reading and for reviews. Generated: node scripts/schema-snapshot.ts --write

create extension pg_trgm;

CREATE OR REPLACE FUNCTION public.count_made_leads()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into lead_rollup (quarter_hour, new_leads, won_leads)
  select date_bin('15 minutes', moment, timestamptz 'epoch'), sum(opened), sum(won)
  from made, lateral (values (create_date, 1, 0), (won_date, 0, 1)) as told (moment, opened, won)
  where moment is not null and merged_into_id is null group by 1;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.date_won_lead()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.won_date = case when (select is_won from crm_stage where id = new.stage_id) then coalesce(new.won_date, now()) end;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.delete_recordings_of_calls()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update recording set state = 'deleted', reason = null, next_attempt_at = '-infinity'
  from gone where recording.call_record_id = gone.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.end_odoo_deliveries_of_calls()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if odoo_is_to_know() then
    update odoo_delivery set deleted_call_id = gone.call_id, state = 'waiting', changed = changed + 1, attempts = 0,
      next_attempt_at = '-infinity', waiting_date = now(), reason = null, fix = null
    from gone where model = 'mcube.call.record' and record_id = gone.id;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.end_odoo_deliveries_of_leads()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from odoo_delivery using gone where model = 'crm.lead' and record_id = gone.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.forget_calls()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from mail_message using gone where call_record_id = gone.id and mail_message.lead_id is null;
  update mail_message set call_record_id = null from gone where call_record_id = gone.id;
  delete from mcube_call_record_tag_rel using gone where call_record_id = gone.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.forget_lead_of_calls()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update mcube_call_record set lead_id = null where lead_id = old.id;
  delete from mcube_missed_call where lead_id = old.id;
  return old;
end $function$
;
CREATE OR REPLACE FUNCTION public.make_odoo_deliveries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if odoo_is_to_know() then
    insert into odoo_delivery (model, record_id) select tg_argv[0], id from made order by id;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.mcube_next_change_id()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(
    (x'4c43'::bigint << 48) | coalesce(pg_sequence_last_value('live_change_id_seq'), 0));
  return nextval('live_change_id_seq');
end $function$
;
CREATE OR REPLACE FUNCTION public.mcube_settled_change_id()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  newest bigint := coalesce(pg_sequence_last_value('live_change_id_seq'), 0);
  before_the_oldest_open bigint;
begin
  select min(((classid::bigint & x'ffff'::bigint) << 32) | objid::bigint) into before_the_oldest_open
  from pg_locks
  where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = x'4c43'::bigint
    and database = (select oid from pg_database where datname = current_database());
  return least(newest, before_the_oldest_open);
end $function$
;
CREATE OR REPLACE FUNCTION public.notes_follow_call()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update mail_message set lead_id = new.lead_id where call_record_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.odoo_is_to_know()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(current_setting('mcube.from_odoo', true), '') <> 'on' and exists (select from odoo_connection where key_sealed is not null)
$function$
;
CREATE OR REPLACE FUNCTION public.push_missed_calls(ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from push_subscription) then
    perform graphile_worker.add_job('push_missed_calls', json_build_object('ids', ids));
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION public.recount_lead()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.merged_into_id is null then
    insert into lead_rollup (quarter_hour, new_leads, won_leads)
    select date_bin('15 minutes', moment, timestamptz 'epoch'), -opened, -won
    from (values (old.create_date, 1, 0), (old.won_date, 0, 1)) as told (moment, opened, won) where moment is not null;
  end if;
  if tg_op = 'UPDATE' and new.merged_into_id is null then
    insert into lead_rollup (quarter_hour, new_leads, won_leads)
    select date_bin('15 minutes', moment, timestamptz 'epoch'), opened, won
    from (values (new.create_date, 1, 0), (new.won_date, 0, 1)) as told (moment, opened, won) where moment is not null;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.renew_odoo_deliveries(of_model text, ids bigint[])
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into odoo_delivery as known (model, record_id) select of_model, unnest(ids)
  on conflict (model, record_id) do update set
    changed = known.changed + 1,
    state = 'waiting',
    -- What waits for its next attempt goes on waiting; what had come to an end, good or bad, begins anew.
    next_attempt_at = case when known.state = 'waiting' then known.next_attempt_at else '-infinity' end,
    waiting_date = case when known.state = 'waiting' then known.waiting_date else now() end,
    attempts = case when known.state = 'waiting' then known.attempts else 0 end,
    reason = null, fix = null
$function$
;
CREATE OR REPLACE FUNCTION public.renew_odoo_deliveries_of_calls()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if odoo_is_to_know() then
    perform renew_odoo_deliveries('mcube.call.record', array(
      select id from after join before using (id)
      where (after.lead_id, after.user_id, after.team_id, after.phone_number, after.virtual_number, after.agent_name,
          after.recording_url, after.call_date, after.duration, after.direction, after.status, after.disconnected_by, after.outcome)
        is distinct from (before.lead_id, before.user_id, before.team_id, before.phone_number, before.virtual_number, before.agent_name,
          before.recording_url, before.call_date, before.duration, before.direction, before.status, before.disconnected_by, before.outcome)
      order by id));
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.renew_odoo_deliveries_of_leads()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if odoo_is_to_know() then
    perform renew_odoo_deliveries('crm.lead', array(
      select id from after join before using (id)
      where (after.name, after.contact_name, after.phone, after.email, after.description, after.type, after.user_id,
          after.team_id, after.stage_id, after.active, after.merged_into_id)
        is distinct from (before.name, before.contact_name, before.phone, before.email, before.description, before.type, before.user_id,
          before.team_id, before.stage_id, before.active, before.merged_into_id)
      order by id));
  end if;
  return null;
end $function$
;

create table call_rollup_day (
  local_day date not null,
  user_id integer default 0 not null,
  virtual_number text default ''::text not null,
  direction text not null,
  outcome text not null,
  calls bigint not null,
  talk_seconds bigint not null,
  constraint call_rollup_day_pkey PRIMARY KEY (local_day, user_id, virtual_number, direction, outcome)
);

create table call_rollup_hour (
  local_hour timestamp without time zone not null,
  direction text not null,
  outcome text not null,
  calls bigint not null,
  talk_seconds bigint not null,
  constraint call_rollup_hour_pkey PRIMARY KEY (local_hour, direction, outcome)
);

create table call_rollup_ring (
  quarter_hour timestamp with time zone not null,
  ring_seconds bigint not null,
  within_10 integer not null,
  within_20 integer not null,
  within_30 integer not null,
  within_60 integer not null,
  later integer not null,
  constraint call_rollup_ring_pkey PRIMARY KEY (quarter_hour)
);

create table call_rollup_total (
  direction text not null,
  outcome text not null,
  calls bigint not null,
  talk_seconds bigint not null,
  constraint call_rollup_total_pkey PRIMARY KEY (direction, outcome)
);

create table crm_lead (
  id integer generated always as identity not null,
  name text not null,
  contact_name text,
  phone text,
  phone_sanitized text,
  email text,
  description text,
  type text default 'lead'::text not null,
  user_id integer,
  team_id integer,
  stage_id integer not null,
  source_id integer,
  active boolean default true not null,
  is_open boolean default true not null,
  caller_number text,
  owner_call_id text,
  odoo_id integer,
  create_date timestamp with time zone default now() not null,
  write_date timestamp with time zone default now() not null,
  next_follow_up_at timestamp with time zone,
  next_follow_up_note text,
  merged_into_id integer,
  won_date timestamp with time zone,
  constraint crm_lead_odoo_id_key UNIQUE (odoo_id),
  constraint crm_lead_pkey PRIMARY KEY (id),
  constraint crm_lead_type_check CHECK ((type = ANY (ARRAY['lead'::text, 'opportunity'::text])))
);

create table crm_lead_merge (
  id integer generated always as identity not null,
  lead_id integer not null,
  user_id integer not null,
  create_date timestamp with time zone default now() not null,
  undone_date timestamp with time zone,
  lead_before jsonb not null,
  lead_after jsonb not null,
  numbers_before jsonb not null,
  added_tag_ids integer[] not null,
  last_call_record_id bigint not null,
  constraint crm_lead_merge_pkey PRIMARY KEY (id)
);

create table crm_lead_merge_line (
  merge_id integer not null,
  lead_id integer not null,
  lead_before jsonb not null,
  numbers_before jsonb not null,
  call_record_ids bigint[] not null,
  note_ids integer[] not null,
  constraint crm_lead_merge_line_pkey PRIMARY KEY (merge_id, lead_id)
);

create table crm_lead_tag_rel (
  lead_id integer not null,
  tag_id integer not null,
  constraint crm_lead_tag_rel_pkey PRIMARY KEY (lead_id, tag_id)
);

create table crm_stage (
  id integer generated always as identity not null,
  name text not null,
  sequence integer not null,
  is_won boolean default false not null,
  odoo_id integer,
  constraint crm_stage_odoo_id_key UNIQUE (odoo_id),
  constraint crm_stage_pkey PRIMARY KEY (id)
);

create table crm_tag (
  id integer generated always as identity not null,
  name text not null,
  color smallint default 0 not null,
  constraint crm_tag_color_check CHECK (((color >= 0) AND (color <= 11))),
  constraint crm_tag_pkey PRIMARY KEY (id)
);

create table crm_team (
  id integer generated always as identity not null,
  name text not null,
  active boolean default true not null,
  turns_taken bigint default 0 not null,
  odoo_id integer,
  create_date timestamp with time zone default now() not null,
  write_date timestamp with time zone default now() not null,
  constraint crm_team_odoo_id_key UNIQUE (odoo_id),
  constraint crm_team_pkey PRIMARY KEY (id)
);

create table ir_filters (
  id integer generated always as identity not null,
  name text not null,
  resource text not null,
  query json not null,
  user_id integer not null,
  is_shared boolean default false not null,
  is_default boolean default false not null,
  create_date timestamp with time zone default now() not null,
  write_date timestamp with time zone default now() not null,
  constraint ir_filters_pkey PRIMARY KEY (id),
  constraint ir_filters_resource_check CHECK ((resource = ANY (ARRAY['call-records'::text, 'leads'::text, 'missed-calls'::text, 'webhook-events'::text, 'users'::text])))
);

create table lead_rollup (
  quarter_hour timestamp with time zone not null,
  new_leads integer not null,
  won_leads integer not null
);

create table live_change (
  id bigint default mcube_next_change_id() not null,
  create_date timestamp with time zone default now() not null,
  changes jsonb not null,
  constraint live_change_pkey PRIMARY KEY (id)
);

create table mail_message (
  id integer generated always as identity not null,
  body text not null,
  lead_id integer,
  call_record_id bigint,
  user_id integer not null,
  create_date timestamp with time zone default now() not null,
  write_date timestamp with time zone default now() not null,
  constraint mail_message_about CHECK (((lead_id IS NOT NULL) OR (call_record_id IS NOT NULL))),
  constraint mail_message_pkey PRIMARY KEY (id)
);

create table mcube_call_deleted (
  call_id text not null,
  delete_date timestamp with time zone not null,
  constraint mcube_call_deleted_pkey PRIMARY KEY (call_id)
);

create table mcube_call_record (
  id bigint generated always as identity not null,
  call_id text not null,
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
  call_date timestamp with time zone not null,
  end_date timestamp with time zone,
  duration integer default 0 not null,
  duration_raw text,
  direction text not null,
  status text,
  disconnected_by text,
  outcome text not null,
  family text not null,
  merge_ranks text not null,
  timed_out boolean default false not null,
  event_ids bigint[] default '{}'::bigint[] not null,
  lead_rule text not null,
  user_rule text not null,
  assignment text not null,
  create_date timestamp with time zone default now() not null,
  write_date timestamp with time zone default now() not null,
  agent_id integer,
  ringing_phone text,
  lead_candidates integer[],
  constraint mcube_call_record_call_id_key UNIQUE (call_id),
  constraint mcube_call_record_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
  constraint mcube_call_record_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'missed'::text, 'busy'::text, 'abandoned'::text, 'voicemail'::text, 'in_progress'::text, 'failed'::text]))),
  constraint mcube_call_record_pkey PRIMARY KEY (id)
);

create table mcube_call_record_tag_rel (
  call_record_id bigint not null,
  tag_id integer not null,
  constraint mcube_call_record_tag_rel_pkey PRIMARY KEY (call_record_id, tag_id)
);

create table mcube_missed_call (
  id bigint generated always as identity not null,
  lead_id integer,
  phone_sanitized text,
  phone_number text,
  tries integer not null,
  virtual_numbers text[] not null,
  first_missed_date timestamp with time zone not null,
  last_missed_date timestamp with time zone not null,
  last_call_record_id bigint not null,
  reason text not null,
  user_id integer,
  team_id integer,
  due_date timestamp with time zone not null,
  snoozed_until timestamp with time zone,
  closed_date timestamp with time zone,
  closed_rule text,
  closed_call_record_id bigint,
  closed_user_id integer,
  closed_reason text,
  worked boolean default false not null,
  settled_until timestamp with time zone default 'infinity'::timestamp with time zone not null,
  create_date timestamp with time zone default now() not null,
  write_date timestamp with time zone default now() not null,
  constraint mcube_missed_call_closed_rule_check CHECK ((closed_rule = ANY (ARRAY['connected'::text, 'not_needed'::text]))),
  constraint mcube_missed_call_has_a_person CHECK (((lead_id IS NOT NULL) OR (phone_sanitized IS NOT NULL))),
  constraint mcube_missed_call_once UNIQUE (lead_id, settled_until) DEFERRABLE,
  constraint mcube_missed_call_pkey PRIMARY KEY (id),
  constraint mcube_missed_call_reason_check CHECK ((reason = ANY (ARRAY['nobody_answered'::text, 'busy'::text, 'abandoned'::text, 'voicemail'::text, 'failed'::text, 'after_hours'::text])))
);

create table mcube_missed_call_action (
  id bigint generated always as identity not null,
  call_id text not null,
  kind text not null,
  user_id integer not null,
  until timestamp with time zone,
  reason text,
  create_date timestamp with time zone not null,
  constraint mcube_missed_call_action_kind_check CHECK ((kind = ANY (ARRAY['take'::text, 'snooze'::text, 'not_needed'::text, 'reopen'::text]))),
  constraint mcube_missed_call_action_pkey PRIMARY KEY (id)
);

create table mcube_virtual_number (
  phone_sanitized text not null,
  virtual_number text not null,
  create_date timestamp with time zone default now() not null,
  constraint mcube_virtual_number_pkey PRIMARY KEY (phone_sanitized)
);

create table odoo_call_request (
  odoo_id integer not null,
  phone_number text not null,
  lead_id integer,
  user_id integer,
  request_date timestamp with time zone not null,
  state text not null,
  answer text not null,
  answered_date timestamp with time zone,
  create_date timestamp with time zone not null,
  constraint odoo_call_request_pkey PRIMARY KEY (odoo_id),
  constraint odoo_call_request_state_check CHECK ((state = ANY (ARRAY['refused'::text, 'expired'::text])))
);

create table odoo_conflict (
  id integer generated always as identity not null,
  model text not null,
  record_id integer not null,
  odoo_id integer not null,
  field text not null,
  here text,
  in_odoo text,
  decision text not null,
  reason text not null,
  create_date timestamp with time zone default now() not null,
  constraint odoo_conflict_decision_check CHECK ((decision = ANY (ARRAY['odoo'::text, 'here'::text]))),
  constraint odoo_conflict_pkey PRIMARY KEY (id)
);

create table odoo_connection (
  id boolean default true not null,
  url text not null,
  db text not null,
  login text not null,
  key_sealed bytea,
  about jsonb not null,
  paused boolean default false not null,
  state text default 'connected'::text not null,
  reason text,
  fix text,
  retry_at timestamp with time zone,
  failures integer default 0 not null,
  connected_date timestamp with time zone not null,
  last_answer_date timestamp with time zone,
  leads_left integer default 0 not null,
  calls_left bigint default 0 not null,
  constraint odoo_connection_id_check CHECK (id),
  constraint odoo_connection_pkey PRIMARY KEY (id),
  constraint odoo_connection_state_check CHECK ((state = ANY (ARRAY['connected'::text, 'unreachable'::text, 'refused'::text])))
);

create table odoo_cursor (
  model text not null,
  write_date timestamp with time zone,
  sweep_until timestamp with time zone,
  id integer default 0 not null,
  constraint odoo_cursor_pkey PRIMARY KEY (model)
);

create table odoo_delivery (
  model text not null,
  record_id bigint not null,
  id bigint generated always as identity not null,
  odoo_id integer,
  state text default 'waiting'::text not null,
  changed bigint default 1 not null,
  attempts smallint default 0 not null,
  next_attempt_at timestamp with time zone default '-infinity'::timestamp with time zone not null,
  waiting_date timestamp with time zone default now() not null,
  delivered_date timestamp with time zone,
  reason text,
  fix text,
  announced boolean default false not null,
  deleted_call_id text,
  constraint odoo_delivery_id_key UNIQUE (id),
  constraint odoo_delivery_model_check CHECK ((model = ANY (ARRAY['crm.lead'::text, 'mcube.call.record'::text]))),
  constraint odoo_delivery_pkey PRIMARY KEY (model, record_id),
  constraint odoo_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
);

create table odoo_reader (
  id boolean default true not null,
  leased_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
  last_read_date timestamp with time zone,
  last_long_look timestamp with time zone default '-infinity'::timestamp with time zone not null,
  checked_lead_id integer default 0 not null,
  constraint odoo_reader_id_check CHECK (id),
  constraint odoo_reader_pkey PRIMARY KEY (id)
);

create table odoo_record (
  model text not null,
  odoo_id integer not null,
  said jsonb not null,
  constraint odoo_record_pkey PRIMARY KEY (model, odoo_id)
);

create table phone_number (
  id bigint generated always as identity not null,
  lead_id integer not null,
  phone_sanitized text not null,
  chosen_at timestamp with time zone,
  constraint phone_number_phone_sanitized_lead_id_key UNIQUE (phone_sanitized, lead_id),
  constraint phone_number_pkey PRIMARY KEY (id)
);

create table push_subscription (
  id integer generated always as identity not null,
  user_id integer not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  create_date timestamp with time zone default now() not null,
  constraint push_subscription_endpoint_key UNIQUE (endpoint),
  constraint push_subscription_pkey PRIMARY KEY (id)
);

create table recording (
  call_record_id bigint not null,
  state text default 'fetching'::text not null,
  reason text,
  attempts smallint default 0 not null,
  next_attempt_at timestamp with time zone,
  file text,
  content_type text,
  bytes bigint,
  sha256 bytea,
  seconds real,
  stored_date timestamp with time zone,
  constraint recording_pkey PRIMARY KEY (call_record_id),
  constraint recording_state_check CHECK ((state = ANY (ARRAY['fetching'::text, 'ready'::text, 'failed'::text, 'expired'::text, 'deleted'::text])))
);

create table recording_listen (
  id bigint generated always as identity not null,
  call_record_id bigint not null,
  user_id integer,
  share_link_id bigint,
  create_date timestamp with time zone not null,
  constraint recording_listen_check CHECK (((user_id IS NULL) <> (share_link_id IS NULL))),
  constraint recording_listen_pkey PRIMARY KEY (id)
);

create table recording_share_link (
  id bigint generated always as identity not null,
  call_record_id bigint not null,
  user_id integer not null,
  create_date timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_date timestamp with time zone,
  constraint recording_share_link_pkey PRIMARY KEY (id)
);

create table res_session (
  token_hash bytea not null,
  user_id integer not null,
  create_date timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  constraint res_session_pkey PRIMARY KEY (token_hash)
);

create table res_users (
  id integer generated always as identity not null,
  login text not null,
  name text not null,
  email text,
  password_hash text,
  groups text[] default '{base.group_user}'::text[] not null,
  phone text,
  phone_sanitized text,
  mcube_virtual_number text,
  virtual_number_sanitized text,
  team_id integer,
  active boolean default true not null,
  odoo_id integer,
  create_date timestamp with time zone default now() not null,
  write_date timestamp with time zone default now() not null,
  theme text default 'system'::text not null,
  density text default 'comfortable'::text not null,
  lang text default 'en'::text not null,
  popup boolean default true not null,
  sound boolean default true not null,
  push_missed_calls boolean default true not null,
  constraint res_users_known_density CHECK ((density = ANY (ARRAY['comfortable'::text, 'compact'::text]))),
  constraint res_users_known_groups CHECK ((groups <@ '{base.group_system,base.group_user,base.group_portal,base.group_public}'::text[])),
  constraint res_users_known_lang CHECK ((lang = ANY (ARRAY['en'::text, 'hi'::text]))),
  constraint res_users_known_theme CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text]))),
  constraint res_users_odoo_id_key UNIQUE (odoo_id),
  constraint res_users_pkey PRIMARY KEY (id)
);

create table res_users_apikeys (
  id integer generated always as identity not null,
  key_hash bytea not null,
  user_id integer not null,
  name text not null,
  create_date timestamp with time zone default now() not null,
  expiration_date timestamp with time zone,
  constraint res_users_apikeys_key_hash_key UNIQUE (key_hash),
  constraint res_users_apikeys_pkey PRIMARY KEY (id)
);

create table schema_migration (
  name text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migration_pkey PRIMARY KEY (name)
);

create table sealed_secret (
  name text not null,
  value bytea not null,
  create_date timestamp with time zone default now() not null,
  constraint sealed_secret_pkey PRIMARY KEY (name)
);

create table sign_in_attempt (
  key character varying(255) not null,
  points integer default 0 not null,
  expire bigint,
  constraint sign_in_attempt_pkey PRIMARY KEY (key)
);

create table utm_source (
  id integer generated always as identity not null,
  name text not null,
  constraint utm_source_name_key UNIQUE (name),
  constraint utm_source_pkey PRIMARY KEY (id)
);

create table webhook_event (
  id bigint not null,
  received_at timestamp with time zone not null,
  state text not null,
  reason text,
  attempts smallint not null,
  next_attempt_at timestamp with time zone,
  call_id text,
  call_record_id bigint,
  constraint webhook_event_pkey PRIMARY KEY (id),
  constraint webhook_event_state_check CHECK ((state = ANY (ARRAY['received'::text, 'processed'::text, 'ignored'::text, 'failed'::text])))
);

create table webhook_journal (
  id bigint generated always as identity not null,
  received_at timestamp with time zone not null,
  event_count smallint not null,
  processed boolean default false not null,
  record_ids bigint[],
  events text storage external not null,
  constraint webhook_journal_event_count_check CHECK (((event_count >= 1) AND (event_count <= 1000))),
  constraint webhook_journal_pkey PRIMARY KEY (id)
);

create table webhook_refusal (
  id bigint not null,
  received_at timestamp with time zone not null,
  method text not null,
  content_type text,
  body text not null,
  body_bytes integer not null,
  reason text not null,
  constraint webhook_refusal_pkey PRIMARY KEY (id)
);


alter table crm_lead add constraint crm_lead_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES crm_lead(id) ON DELETE SET NULL;
alter table crm_lead add constraint crm_lead_source_id_fkey FOREIGN KEY (source_id) REFERENCES utm_source(id);
alter table crm_lead add constraint crm_lead_stage_id_fkey FOREIGN KEY (stage_id) REFERENCES crm_stage(id);
alter table crm_lead add constraint crm_lead_team_id_fkey FOREIGN KEY (team_id) REFERENCES crm_team(id);
alter table crm_lead add constraint crm_lead_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id);
alter table crm_lead_merge add constraint crm_lead_merge_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES crm_lead(id) ON DELETE CASCADE;
alter table crm_lead_merge add constraint crm_lead_merge_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id);
alter table crm_lead_merge_line add constraint crm_lead_merge_line_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES crm_lead(id) ON DELETE CASCADE;
alter table crm_lead_merge_line add constraint crm_lead_merge_line_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES crm_lead_merge(id) ON DELETE CASCADE;
alter table crm_lead_tag_rel add constraint crm_lead_tag_rel_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES crm_lead(id) ON DELETE CASCADE;
alter table crm_lead_tag_rel add constraint crm_lead_tag_rel_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES crm_tag(id) ON DELETE CASCADE;
alter table ir_filters add constraint ir_filters_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE;
alter table mail_message add constraint mail_message_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES crm_lead(id) ON DELETE CASCADE;
alter table mail_message add constraint mail_message_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id);
alter table mcube_call_record_tag_rel add constraint mcube_call_record_tag_rel_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES crm_tag(id) ON DELETE CASCADE;
alter table phone_number add constraint phone_number_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES crm_lead(id) ON DELETE CASCADE;
alter table push_subscription add constraint push_subscription_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE;
alter table recording_listen add constraint recording_listen_share_link_id_fkey FOREIGN KEY (share_link_id) REFERENCES recording_share_link(id);
alter table recording_listen add constraint recording_listen_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id);
alter table recording_share_link add constraint recording_share_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id);
alter table res_session add constraint res_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE;
alter table res_users add constraint res_users_team_id_fkey FOREIGN KEY (team_id) REFERENCES crm_team(id);
alter table res_users_apikeys add constraint res_users_apikeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE;

CREATE INDEX crm_lead_archived ON public.crm_lead USING btree (id) WHERE (NOT active);
CREATE UNIQUE INDEX crm_lead_caller_number ON public.crm_lead USING btree (caller_number) WHERE is_open;
CREATE INDEX crm_lead_email ON public.crm_lead USING btree (lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX crm_lead_follow_up ON public.crm_lead USING btree (next_follow_up_at, id);
CREATE INDEX crm_lead_merged ON public.crm_lead USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX crm_lead_search ON public.crm_lead USING gin (lower(((((((((name || ' '::text) || COALESCE(contact_name, ''::text)) || ' '::text) || COALESCE(phone, ''::text)) || ' '::text) || COALESCE(phone_sanitized, ''::text)) || ' '::text) || COALESCE(email, ''::text))) gin_trgm_ops);
CREATE INDEX crm_lead_stage ON public.crm_lead USING btree (stage_id);
CREATE INDEX crm_lead_user ON public.crm_lead USING btree (user_id);
CREATE INDEX crm_lead_won ON public.crm_lead USING btree (won_date) WHERE (won_date IS NOT NULL);
CREATE INDEX crm_lead_write_date ON public.crm_lead USING btree (write_date);
CREATE INDEX crm_lead_merge_lead_id ON public.crm_lead_merge USING btree (lead_id);
CREATE INDEX crm_lead_merge_line_lead ON public.crm_lead_merge_line USING btree (lead_id);
CREATE INDEX crm_lead_tag_rel_tag ON public.crm_lead_tag_rel USING btree (tag_id, lead_id);
CREATE UNIQUE INDEX crm_tag_name ON public.crm_tag USING btree (lower(name));
CREATE UNIQUE INDEX crm_team_name ON public.crm_team USING btree (lower(name));
CREATE UNIQUE INDEX ir_filters_default ON public.ir_filters USING btree (user_id, resource) WHERE is_default;
CREATE INDEX ir_filters_shared ON public.ir_filters USING btree (resource) WHERE is_shared;
CREATE INDEX ir_filters_user ON public.ir_filters USING btree (user_id);
CREATE INDEX lead_rollup_quarter_hour ON public.lead_rollup USING btree (quarter_hour);
CREATE INDEX mail_message_call ON public.mail_message USING btree (call_record_id) WHERE (call_record_id IS NOT NULL);
CREATE INDEX mail_message_lead ON public.mail_message USING btree (lead_id, id);
CREATE INDEX mail_message_user ON public.mail_message USING btree (user_id);
CREATE INDEX mcube_call_record_agent ON public.mcube_call_record USING btree (agent_id, call_date) WHERE ((agent_id IS NOT NULL) AND (agent_id IS DISTINCT FROM user_id));
CREATE INDEX mcube_call_record_by_hand ON public.mcube_call_record USING btree (phone_sanitized, lead_id) WHERE (lead_rule = 'person'::text);
CREATE INDEX mcube_call_record_by_hand_lead ON public.mcube_call_record USING btree (lead_id, phone_sanitized) WHERE (lead_rule = 'person'::text);
CREATE INDEX mcube_call_record_date ON public.mcube_call_record USING btree (call_date);
CREATE INDEX mcube_call_record_lead ON public.mcube_call_record USING btree (lead_id, call_date);
CREATE INDEX mcube_call_record_leadless ON public.mcube_call_record USING btree (phone_sanitized, call_date) WHERE ((lead_id IS NULL) AND (phone_sanitized IS NOT NULL));
CREATE INDEX mcube_call_record_leadless_search ON public.mcube_call_record USING gin (lower(((COALESCE(phone_sanitized, ''::text) || ' '::text) || COALESCE(caller_name, ''::text))) gin_trgm_ops) WHERE (lead_id IS NULL);
CREATE INDEX mcube_call_record_not_answered ON public.mcube_call_record USING btree (outcome, call_date) WHERE (outcome <> 'answered'::text);
CREATE INDEX mcube_call_record_phone ON public.mcube_call_record USING btree (phone_sanitized, call_date);
CREATE INDEX mcube_call_record_status ON public.mcube_call_record USING btree (status, call_date);
CREATE INDEX mcube_call_record_user ON public.mcube_call_record USING btree (user_id, call_date);
CREATE INDEX mcube_call_record_tag_rel_tag ON public.mcube_call_record_tag_rel USING btree (tag_id, call_record_id);
CREATE INDEX mcube_missed_call_date ON public.mcube_missed_call USING btree (last_missed_date);
CREATE UNIQUE INDEX mcube_missed_call_number ON public.mcube_missed_call USING btree (phone_sanitized, settled_until) WHERE (lead_id IS NULL);
CREATE INDEX mcube_missed_call_open ON public.mcube_missed_call USING btree (due_date) WHERE (closed_date IS NULL);
CREATE INDEX mcube_missed_call_snoozed ON public.mcube_missed_call USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);
CREATE INDEX mcube_missed_call_action_call ON public.mcube_missed_call_action USING btree (call_id);
CREATE INDEX odoo_call_request_unanswered ON public.odoo_call_request USING btree (odoo_id) WHERE (answered_date IS NULL);
CREATE INDEX odoo_conflict_record ON public.odoo_conflict USING btree (model, record_id);
CREATE INDEX odoo_delivery_due ON public.odoo_delivery USING btree (model, next_attempt_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX odoo_delivery_failed ON public.odoo_delivery USING btree (id) WHERE (state = 'failed'::text);
CREATE INDEX phone_number_lead ON public.phone_number USING btree (lead_id);
CREATE INDEX phone_number_part ON public.phone_number USING gin (phone_sanitized gin_trgm_ops);
CREATE INDEX push_subscription_user ON public.push_subscription USING btree (user_id);
CREATE INDEX recording_due ON public.recording USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX recording_failed ON public.recording USING btree (call_record_id) WHERE (state = 'failed'::text);
CREATE INDEX recording_stored ON public.recording USING btree (stored_date) WHERE (state = 'ready'::text);
CREATE INDEX recording_listen_call ON public.recording_listen USING btree (call_record_id, create_date);
CREATE INDEX recording_share_link_call ON public.recording_share_link USING btree (call_record_id);
CREATE INDEX res_session_user ON public.res_session USING btree (user_id);
CREATE INDEX res_users_email ON public.res_users USING btree (lower(email)) WHERE (email IS NOT NULL);
CREATE UNIQUE INDEX res_users_login ON public.res_users USING btree (lower(login));
CREATE INDEX res_users_phone ON public.res_users USING btree (phone_sanitized) WHERE (phone_sanitized IS NOT NULL);
CREATE INDEX res_users_team ON public.res_users USING btree (team_id) WHERE (team_id IS NOT NULL);
CREATE INDEX res_users_virtual_number ON public.res_users USING btree (virtual_number_sanitized) WHERE (virtual_number_sanitized IS NOT NULL);
CREATE INDEX res_users_apikeys_user ON public.res_users_apikeys USING btree (user_id);
CREATE INDEX webhook_event_call_id ON public.webhook_event USING btree (call_id);
CREATE INDEX webhook_event_due ON public.webhook_event USING btree (next_attempt_at) WHERE (state = 'received'::text);
CREATE INDEX webhook_event_state ON public.webhook_event USING btree (state, id);
CREATE INDEX webhook_journal_received ON public.webhook_journal USING brin (received_at);
CREATE INDEX webhook_journal_waiting ON public.webhook_journal USING btree (id) WHERE (NOT processed);

CREATE TRIGGER crm_lead_counted AFTER INSERT ON public.crm_lead REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION count_made_leads();
CREATE TRIGGER crm_lead_deleted AFTER DELETE ON public.crm_lead FOR EACH ROW EXECUTE FUNCTION forget_lead_of_calls();
CREATE TRIGGER crm_lead_made_won BEFORE INSERT ON public.crm_lead FOR EACH ROW WHEN (((NOT new.is_open) OR (new.won_date IS NOT NULL))) EXECUTE FUNCTION date_won_lead();
CREATE TRIGGER crm_lead_recounted AFTER UPDATE ON public.crm_lead FOR EACH ROW WHEN (((old.create_date <> new.create_date) OR (old.won_date IS DISTINCT FROM new.won_date) OR ((old.merged_into_id IS NULL) <> (new.merged_into_id IS NULL)))) EXECUTE FUNCTION recount_lead();
CREATE TRIGGER crm_lead_uncounted AFTER DELETE ON public.crm_lead FOR EACH ROW EXECUTE FUNCTION recount_lead();
CREATE TRIGGER crm_lead_won BEFORE UPDATE OF stage_id, is_open, won_date ON public.crm_lead FOR EACH ROW WHEN (((old.stage_id <> new.stage_id) OR (old.is_open <> new.is_open) OR (old.won_date IS DISTINCT FROM new.won_date))) EXECUTE FUNCTION date_won_lead();
CREATE TRIGGER odoo_leads_changed AFTER UPDATE ON public.crm_lead REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION renew_odoo_deliveries_of_leads();
CREATE TRIGGER odoo_leads_deleted AFTER DELETE ON public.crm_lead REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION end_odoo_deliveries_of_leads();
CREATE TRIGGER odoo_leads_made AFTER INSERT ON public.crm_lead REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION make_odoo_deliveries('crm.lead');
CREATE TRIGGER call_records_deleted AFTER DELETE ON public.mcube_call_record REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION delete_recordings_of_calls();
CREATE TRIGGER mcube_call_record_deleted AFTER DELETE ON public.mcube_call_record REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_calls();
CREATE TRIGGER mcube_call_record_moved AFTER UPDATE OF lead_id ON public.mcube_call_record FOR EACH ROW WHEN ((old.lead_id IS DISTINCT FROM new.lead_id)) EXECUTE FUNCTION notes_follow_call();
CREATE TRIGGER odoo_calls_changed AFTER UPDATE ON public.mcube_call_record REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION renew_odoo_deliveries_of_calls();
CREATE TRIGGER odoo_calls_deleted AFTER DELETE ON public.mcube_call_record REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION end_odoo_deliveries_of_calls();
CREATE TRIGGER odoo_calls_made AFTER INSERT ON public.mcube_call_record REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION make_odoo_deliveries('mcube.call.record');
