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
