-- Leads and every number that reaches them.

create table crm_stage (
  id integer primary key generated always as identity,
  name text not null,
  sequence integer not null,
  is_won boolean not null default false,
  odoo_id integer unique
);
insert into crm_stage (name, sequence, is_won) values
  ('New', 1, false), ('Qualified', 2, false), ('Proposition', 3, false), ('Won', 4, true);

create table utm_source (
  id integer primary key generated always as identity,
  name text not null unique
);
insert into utm_source (name) values ('MCUBE API');

create table crm_lead (
  id integer primary key generated always as identity,
  name text not null,
  contact_name text,
  phone text,
  phone_sanitized text,
  email text,
  description text,
  type text not null default 'lead' check (type in ('lead', 'opportunity')),
  user_id integer references res_users,
  team_id integer references crm_team,
  stage_id integer not null references crm_stage,
  source_id integer references utm_source,
  active boolean not null default true,
  -- Active and not in a won stage. Kept by models/lead.ts.
  is_open boolean not null default true,
  -- The number for which the service itself opened this lead. The index below lets two calls that arrive at the same
  -- instant open one lead only; people, who leave it null, may hold two open leads with one number.
  caller_number text,
  -- The call that chose the owner, while no person has: at hang-up the owner of a new lead follows who answered.
  owner_call_id text,
  odoo_id integer unique,
  create_date timestamptz not null default now(),
  write_date timestamptz not null default now()
);
create unique index crm_lead_caller_number on crm_lead (caller_number) where is_open;
create index crm_lead_user on crm_lead (user_id);
create index crm_lead_stage on crm_lead (stage_id);
create index crm_lead_write_date on crm_lead (write_date);

create table phone_number (
  id bigint primary key generated always as identity,
  lead_id integer not null references crm_lead on delete cascade,
  phone_sanitized text not null,
  unique (phone_sanitized, lead_id)
);
create index phone_number_lead on phone_number (lead_id);

-- Our own numbers as events name them (DIDs): they ring us, so they never become leads.
create table mcube_virtual_number (
  phone_sanitized text primary key,
  virtual_number text not null,
  create_date timestamptz not null default now()
);

create extension if not exists pg_trgm;
create index crm_lead_search on crm_lead using gin
  ((lower(name || ' ' || coalesce(contact_name, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(phone_sanitized, '') || ' ' || coalesce(email, ''))) gin_trgm_ops);
