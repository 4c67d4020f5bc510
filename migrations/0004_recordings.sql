-- Small secrets (keys of others, keys for push messages), encrypted with the service's key, which is not in the database.
create table sealed_secret (
  name text primary key,
  value bytea not null,
  create_date timestamptz not null default now()
);

-- The recording of a call: a row is made with the call that has one, in the same transaction, and is the job to fetch it.
-- Without foreign keys, as the call itself. A row with next_attempt_at is work that is due then: in state fetching the file
-- is to be fetched, in any other it is to be erased. Whoever takes it moves next_attempt_at on, so that others leave it
-- alone, and so that it comes back should he die.
create table recording (
  call_record_id bigint primary key,
  state text not null default 'fetching' check (state in ('fetching', 'ready', 'failed', 'expired', 'deleted')),
  -- In words, for people: why it is not there yet, why it never will be, what is odd about it.
  reason text,
  attempts smallint not null default 0,
  next_attempt_at timestamptz,
  -- Where the store keeps it.
  file text,
  content_type text,
  bytes bigint,
  sha256 bytea,
  seconds real,
  stored_date timestamptz
);
create index recording_due on recording (next_attempt_at) where next_attempt_at is not null;
create index recording_stored on recording (stored_date) where state = 'ready';
create index recording_failed on recording (call_record_id) where state = 'failed';

insert into recording (call_record_id, next_attempt_at)
select id, now() from mcube_call_record where recording_url ~* '^https?:' and outcome <> 'in_progress';

-- A call that is deleted takes its recording with it; the file is erased by whoever works the table.
create function delete_recordings_of_calls() returns trigger language plpgsql as $$
begin
  update recording set state = 'deleted', reason = null, next_attempt_at = '-infinity'
  from gone where recording.call_record_id = gone.id;
  return null;
end $$;
create trigger call_records_deleted after delete on mcube_call_record referencing old table as gone
  for each statement execute function delete_recordings_of_calls();

-- A link with which somebody without an account hears one call.
create table recording_share_link (
  id bigint primary key generated always as identity,
  call_record_id bigint not null,
  user_id integer not null references res_users,
  create_date timestamptz not null,
  expires_at timestamptz not null,
  revoked_date timestamptz
);
create index recording_share_link_call on recording_share_link (call_record_id);

-- Who heard a recording: a user, or whoever had a link. Kept when the call is gone: it says who knew what.
create table recording_listen (
  id bigint primary key generated always as identity,
  call_record_id bigint not null,
  user_id integer references res_users,
  share_link_id bigint references recording_share_link,
  create_date timestamptz not null,
  check ((user_id is null) <> (share_link_id is null))
);
create index recording_listen_call on recording_listen (call_record_id, create_date);
