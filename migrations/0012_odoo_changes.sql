-- What is read from Odoo (docs/decisions/0019). All moments in odoo_cursor are by Odoo's own clock.

-- How far each model has been read: everything that was written before write_date is here. While a sweep is under way, id is
-- how far it has come, and sweep_until what write_date will be when it is through.
create table odoo_cursor (
  model text primary key,
  write_date timestamptz,
  sweep_until timestamptz,
  id integer not null default 0
);

-- What Odoo said last of a record: only against it can be told who has changed a field since, somebody there or somebody here.
create table odoo_record (
  model text not null,
  odoo_id integer not null,
  said jsonb not null,
  primary key (model, odoo_id)
);

-- Who reads, for one process at a time does; and when it was last through.
create table odoo_reader (
  id boolean primary key default true check (id),
  leased_until timestamptz not null default '-infinity',
  last_read_date timestamptz,
  -- Everything was read again at this moment: what a short look back may have missed is found then.
  last_long_look timestamptz not null default '-infinity',
  -- The leads up to this one were looked for, whether they are still there.
  checked_lead_id integer not null default 0
);
insert into odoo_reader default values;

-- Where both sides said something else, or something could not be followed, and what was decided.
create table odoo_conflict (
  id integer primary key generated always as identity,
  model text not null,
  record_id integer not null,
  odoo_id integer not null,
  field text not null,
  here text,
  in_odoo text,
  decision text not null check (decision in ('odoo', 'here')),
  reason text not null,
  create_date timestamptz not null default now()
);
create index odoo_conflict_record on odoo_conflict (model, record_id);

-- Wishes to call somebody that the button in Odoo left there; each is taken once, and its answer is kept until Odoo has it.
create table odoo_call_request (
  odoo_id integer primary key,
  phone_number text not null,
  lead_id integer,
  user_id integer,
  request_date timestamptz not null,
  state text not null check (state in ('refused', 'expired')),
  answer text not null,
  answered_date timestamptz,
  create_date timestamptz not null
);
create index odoo_call_request_unanswered on odoo_call_request (odoo_id) where answered_date is null;
