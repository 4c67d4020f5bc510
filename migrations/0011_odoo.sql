-- The Odoo that this service is connected to, and what of ours it is to have.

-- One at most. The key is sealed with the service's key, which is not in the database. Without a key the connection is over:
-- then it only says to which Odoo every odoo_id belongs, for when somebody connects again.
create table odoo_connection (
  id boolean primary key default true check (id),
  url text not null,
  db text not null,
  login text not null,
  key_sealed bytea,
  -- What was found there when it was last looked at (src/odoo/connect/inspect.ts).
  about jsonb not null,
  paused boolean not null default false,
  -- The breaker: after an answer that tells of the server and not of a record nobody asks again before retry_at.
  state text not null default 'connected' check (state in ('connected', 'unreachable', 'refused')),
  reason text,
  fix text,
  retry_at timestamptz,
  failures integer not null default 0,
  connected_date timestamptz not null,
  last_answer_date timestamptz,
  -- Records that were there before the connection get their delivery in slices, the newest first: ids up to these are left.
  leads_left integer not null default 0,
  calls_left bigint not null default 0
);

-- A record that Odoo is to have: the row is what people see of it, and the job. A waiting row is due at next_attempt_at.
create table odoo_delivery (
  model text not null check (model in ('crm.lead', 'mcube.call.record')),
  record_id bigint not null,
  id bigint not null generated always as identity unique,
  odoo_id integer,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  -- Raised by every change, so that a delivery that was under way meanwhile does not count.
  changed bigint not null default 1,
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null default '-infinity',
  waiting_date timestamptz not null default now(),
  delivered_date timestamptz,
  -- In words, for people: why it is not there yet, or never will be by itself, and what to do.
  reason text,
  fix text,
  -- Whether the lead's chatter in Odoo tells of the call.
  announced boolean not null default false,
  -- Of a call that was deleted here, so that it can be found there.
  deleted_call_id text,
  primary key (model, record_id)
);
create index odoo_delivery_due on odoo_delivery (model, next_attempt_at, id) where state = 'waiting';
create index odoo_delivery_failed on odoo_delivery (id) where state = 'failed';

-- Triggers, so that no way of changing a record can forget it, and in the transaction of the change. They do nothing
-- without a connection, and nothing in a transaction that brings in what somebody changed in Odoo: that is no news there.
create function odoo_is_to_know() returns boolean language sql stable as $$
  select coalesce(current_setting('mcube.from_odoo', true), '') <> 'on' and exists (select from odoo_connection where key_sealed is not null)
$$;

create function make_odoo_deliveries() returns trigger language plpgsql as $$
begin
  if odoo_is_to_know() then
    insert into odoo_delivery (model, record_id) select tg_argv[0], id from made order by id;
  end if;
  return null;
end $$;

create function renew_odoo_deliveries(of_model text, ids bigint[]) returns void language sql as $$
  insert into odoo_delivery as known (model, record_id) select of_model, unnest(ids)
  on conflict (model, record_id) do update set
    changed = known.changed + 1,
    state = 'waiting',
    -- What waits for its next attempt goes on waiting; what had come to an end, good or bad, begins anew.
    next_attempt_at = case when known.state = 'waiting' then known.next_attempt_at else '-infinity' end,
    waiting_date = case when known.state = 'waiting' then known.waiting_date else now() end,
    attempts = case when known.state = 'waiting' then known.attempts else 0 end,
    reason = null, fix = null
$$;

create function renew_odoo_deliveries_of_calls() returns trigger language plpgsql as $$
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
end $$;

create function renew_odoo_deliveries_of_leads() returns trigger language plpgsql as $$
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
end $$;

-- A call that is deleted here is deleted there: calls are ours. A lead is Odoo's as much as ours, and stays there.
create function end_odoo_deliveries_of_calls() returns trigger language plpgsql as $$
begin
  if odoo_is_to_know() then
    update odoo_delivery set deleted_call_id = gone.call_id, state = 'waiting', changed = changed + 1, attempts = 0,
      next_attempt_at = '-infinity', waiting_date = now(), reason = null, fix = null
    from gone where model = 'mcube.call.record' and record_id = gone.id;
  end if;
  return null;
end $$;

create function end_odoo_deliveries_of_leads() returns trigger language plpgsql as $$
begin
  delete from odoo_delivery using gone where model = 'crm.lead' and record_id = gone.id;
  return null;
end $$;

create trigger odoo_calls_made after insert on mcube_call_record referencing new table as made
  for each statement execute function make_odoo_deliveries('mcube.call.record');
create trigger odoo_calls_changed after update on mcube_call_record referencing new table as after old table as before
  for each statement execute function renew_odoo_deliveries_of_calls();
create trigger odoo_calls_deleted after delete on mcube_call_record referencing old table as gone
  for each statement execute function end_odoo_deliveries_of_calls();
create trigger odoo_leads_made after insert on crm_lead referencing new table as made
  for each statement execute function make_odoo_deliveries('crm.lead');
create trigger odoo_leads_changed after update on crm_lead referencing new table as after old table as before
  for each statement execute function renew_odoo_deliveries_of_leads();
create trigger odoo_leads_deleted after delete on crm_lead referencing old table as gone
  for each statement execute function end_odoo_deliveries_of_leads();
