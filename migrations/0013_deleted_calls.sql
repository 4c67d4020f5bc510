-- Calls whose record a person has deleted: what MCUBE repeats or adds of them makes no other, unless a person replays it.
create table mcube_call_deleted (
  call_id text primary key,
  delete_date timestamptz not null
);
