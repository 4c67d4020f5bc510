-- What people set for themselves, and what their views are drawn from.

alter table res_users
  add column theme text not null default 'system' constraint res_users_known_theme check (theme in ('system', 'light', 'dark')),
  add column density text not null default 'comfortable' constraint res_users_known_density check (density in ('comfortable', 'compact')),
  add column lang text not null default 'en' constraint res_users_known_lang check (lang in ('en', 'hi')),
  add column popup boolean not null default true,
  add column sound boolean not null default true,
  add column push_missed_calls boolean not null default true;

-- Few leads are archived: they are found without walking past all others.
create index crm_lead_archived on crm_lead (id) where not active;

-- Searches that people keep. The query is what a client made of it, stored as text: jsonb refuses \u0000 and reorders keys.
create table ir_filters (
  id integer primary key generated always as identity,
  name text not null,
  resource text not null
    check (resource in ('call-records', 'leads', 'missed-calls', 'webhook-events', 'users')),
  query json not null,
  user_id integer not null references res_users on delete cascade,
  is_shared boolean not null default false,
  is_default boolean not null default false,
  create_date timestamptz not null default now(),
  write_date timestamptz not null default now()
);
create unique index ir_filters_default on ir_filters (user_id, resource) where is_default;
create index ir_filters_user on ir_filters (user_id);
create index ir_filters_shared on ir_filters (resource) where is_shared;

-- How long answered inbound calls rang, by quarter of an hour in UTC. Every offset of a time zone is a multiple of a
-- quarter, so that days of any zone are sums of these rows, and no migration must know the zone (docs/decisions/0014).
create table call_rollup_ring (
  quarter_hour timestamptz primary key,
  ring_seconds bigint not null,
  within_10 integer not null,
  within_20 integer not null,
  within_30 integer not null,
  within_60 integer not null,
  later integer not null
);
insert into call_rollup_ring
select date_bin('15 minutes', call_date, timestamptz 'epoch'), sum(ring), count(*) filter (where ring <= 10),
  count(*) filter (where ring between 11 and 20), count(*) filter (where ring between 21 and 30),
  count(*) filter (where ring between 31 and 60), count(*) filter (where ring > 60)
from (
  select call_date, greatest(0, lasted - duration) as ring
  from mcube_call_record, lateral floor(extract(epoch from end_date - call_date)) as lasted
  where direction = 'inbound' and outcome = 'answered' and lasted between 0 and duration + 600
) as answered
group by 1;

-- When the lead entered a won stage. Of leads that were won before there was such a column, the last change is what is known.
alter table crm_lead add column won_date timestamptz;
update crm_lead set won_date = write_date from crm_stage where crm_stage.id = stage_id and is_won;
create index crm_lead_won on crm_lead (won_date) where won_date is not null;

create function date_won_lead() returns trigger language plpgsql as $$
begin
  new.won_date = case when (select is_won from crm_stage where id = new.stage_id) then coalesce(new.won_date, now()) end;
  return new;
end $$;
-- Leads that calls open are open: their insert does not meet the conditions.
create trigger crm_lead_made_won before insert on crm_lead for each row
  when (not new.is_open or new.won_date is not null) execute function date_won_lead();
create trigger crm_lead_won before update of stage_id, is_open, won_date on crm_lead for each row
  when (old.stage_id <> new.stage_id or old.is_open <> new.is_open or old.won_date is distinct from new.won_date)
  execute function date_won_lead();

-- Leads opened and won, by quarter of an hour. Rows are only added, and folded by a schedule: batches that open leads at
-- the same time must not wait for each other, as they would for one row. A lead that was merged into another is not counted.
create table lead_rollup (
  quarter_hour timestamptz not null,
  new_leads integer not null,
  won_leads integer not null
);
create index lead_rollup_quarter_hour on lead_rollup (quarter_hour);
insert into lead_rollup
select date_bin('15 minutes', moment, timestamptz 'epoch'), sum(opened), sum(won)
from crm_lead, lateral (values (create_date, 1, 0), (won_date, 0, 1)) as told (moment, opened, won)
where moment is not null and merged_into_id is null group by 1;

-- By triggers: a lead is made, won, reopened, merged and deleted in many places, and forgetting one would show for ever.
create function count_made_leads() returns trigger language plpgsql as $$
begin
  insert into lead_rollup (quarter_hour, new_leads, won_leads)
  select date_bin('15 minutes', moment, timestamptz 'epoch'), sum(opened), sum(won)
  from made, lateral (values (create_date, 1, 0), (won_date, 0, 1)) as told (moment, opened, won)
  where moment is not null and merged_into_id is null group by 1;
  return null;
end $$;
create trigger crm_lead_counted after insert on crm_lead referencing new table as made
  for each statement execute function count_made_leads();

create function recount_lead() returns trigger language plpgsql as $$
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
end $$;
create trigger crm_lead_recounted after update on crm_lead for each row
  when (old.create_date <> new.create_date or old.won_date is distinct from new.won_date
    or (old.merged_into_id is null) <> (new.merged_into_id is null))
  execute function recount_lead();
create trigger crm_lead_uncounted after delete on crm_lead for each row execute function recount_lead();
