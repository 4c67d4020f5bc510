-- Browsers that asked to be told of missed calls while the application is closed.

create table push_subscription (
  id integer primary key generated always as identity,
  user_id integer not null references res_users on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  create_date timestamptz not null default now()
);
create index push_subscription_user on push_subscription (user_id);

-- Enqueued with the rows themselves. A function, because the job table is made by the job library when a worker starts
-- for the first time, and calls may be processed before: nobody can have subscribed by then.
create function push_missed_calls(ids bigint[]) returns void language plpgsql as $$
begin
  if exists (select from push_subscription) then
    perform graphile_worker.add_job('push_missed_calls', json_build_object('ids', ids));
  end if;
end $$;
