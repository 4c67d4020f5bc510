-- People who use the service, their teams, and how they sign in.

create table crm_team (
  id integer primary key generated always as identity,
  name text not null,
  active boolean not null default true,
  -- Counts every turn ever taken; the next one goes to member number (turns_taken modulo members).
  turns_taken bigint not null default 0,
  odoo_id integer unique,
  create_date timestamptz not null default now(),
  write_date timestamptz not null default now()
);
create unique index crm_team_name on crm_team (lower(name));

create table res_users (
  id integer primary key generated always as identity,
  login text not null,
  name text not null,
  email text,
  password_hash text,
  groups text[] not null default '{base.group_user}',
  phone text,
  phone_sanitized text,
  mcube_virtual_number text,
  virtual_number_sanitized text,
  team_id integer references crm_team,
  active boolean not null default true,
  odoo_id integer unique,
  create_date timestamptz not null default now(),
  write_date timestamptz not null default now(),
  constraint res_users_known_groups check (groups <@ '{base.group_system,base.group_user,base.group_portal,base.group_public}')
);
create unique index res_users_login on res_users (lower(login));
create index res_users_phone on res_users (phone_sanitized) where phone_sanitized is not null;
create index res_users_virtual_number on res_users (virtual_number_sanitized) where virtual_number_sanitized is not null;
create index res_users_email on res_users (lower(email)) where email is not null;
create index res_users_team on res_users (team_id) where team_id is not null;

-- A session or an API key is known by the SHA-256 of its secret: whoever reads the database cannot sign in with it.
create table res_session (
  token_hash bytea primary key,
  user_id integer not null references res_users on delete cascade,
  create_date timestamptz not null default now(),
  expires_at timestamptz not null
);
create index res_session_user on res_session (user_id);

create table res_users_apikeys (
  id integer primary key generated always as identity,
  key_hash bytea not null unique,
  user_id integer not null references res_users on delete cascade,
  name text not null,
  create_date timestamptz not null default now(),
  expiration_date timestamptz
);
create index res_users_apikeys_user on res_users_apikeys (user_id);

-- The table of rate-limiter-flexible: failed sign-ins by login and by address.
create table sign_in_attempt (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
