-- Small secrets (keys of others, keys for push messages), encrypted with the service's key, which is not in the database.
create table sealed_secret (
  name text primary key,
  value bytea not null,
  create_date timestamptz not null default now()
);
