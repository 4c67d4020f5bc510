-- Live changes in the order of their numbers. A number is taken before its commit, so commits do not follow the numbers:
-- whoever draws one holds, until the end of the transaction, a lock that names the last number before it. A reader goes
-- only as far as no such lock is held. The transaction's own number did this before, but the oldest transaction that is
-- running counts those of every database of the server.

alter table live_change drop column transaction_id;
alter table live_change alter column id drop identity;
create sequence live_change_id_seq owned by live_change.id;
select setval('live_change_id_seq', max(id)) from live_change having max(id) is not null;

-- The first sixteen bits of the lock say what it is for ("LC"), the rest are the number.
create function mcube_next_change_id() returns bigint language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(
    (x'4c43'::bigint << 48) | coalesce(pg_sequence_last_value('live_change_id_seq'), 0));
  return nextval('live_change_id_seq');
end $$;
alter table live_change alter column id set default mcube_next_change_id();

-- The last number up to which every change is committed or will never be. The locks are looked at after the newest number
-- was read: whoever drew it or an older one either holds a lock or has ended.
create function mcube_settled_change_id() returns bigint language plpgsql as $$
declare
  newest bigint := coalesce(pg_sequence_last_value('live_change_id_seq'), 0);
  before_the_oldest_open bigint;
begin
  select min(((classid::bigint & x'ffff'::bigint) << 32) | objid::bigint) into before_the_oldest_open
  from pg_locks
  where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = x'4c43'::bigint
    and database = (select oid from pg_database where datname = current_database());
  return least(newest, before_the_oldest_open);
end $$;
