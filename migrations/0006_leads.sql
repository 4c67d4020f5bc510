-- What people add to leads and calls: notes, tags, follow-ups, remembered choices; and leads that are one person.

alter table crm_lead
  add column next_follow_up_at timestamptz,
  add column next_follow_up_note text,
  -- The lead that this one was merged into. It is archived, and stays as it is until the merge is undone.
  add column merged_into_id integer references crm_lead on delete set null;
-- With the id it gives the whole order of the list, so that a page of a million leads is read and not sorted.
create index crm_lead_follow_up on crm_lead (next_follow_up_at, id);
create index crm_lead_email on crm_lead (lower(email)) where email is not null;
create index crm_lead_merged on crm_lead (merged_into_id) where merged_into_id is not null;

-- When a person said that calls of this number belong to this lead, though other open leads have it too: the latest counts.
alter table phone_number add column chosen_at timestamptz;

-- The other open leads that had the caller's number when the call found its own; null for none.
alter table mcube_call_record add column lead_candidates integer[];

create table mail_message (
  id integer primary key generated always as identity,
  body text not null,
  -- A note on a call stands on the call's lead: the trigger below lets it follow.
  lead_id integer references crm_lead on delete cascade,
  call_record_id bigint,
  user_id integer not null references res_users,
  create_date timestamptz not null default now(),
  write_date timestamptz not null default now(),
  constraint mail_message_about check (lead_id is not null or call_record_id is not null)
);
create index mail_message_lead on mail_message (lead_id, id);
create index mail_message_call on mail_message (call_record_id) where call_record_id is not null;
create index mail_message_user on mail_message (user_id);

create table crm_tag (
  id integer primary key generated always as identity,
  name text not null,
  color smallint not null default 0 check (color between 0 and 11)
);
create unique index crm_tag_name on crm_tag (lower(name));

create table crm_lead_tag_rel (
  lead_id integer not null references crm_lead on delete cascade,
  tag_id integer not null references crm_tag on delete cascade,
  primary key (lead_id, tag_id)
);
create index crm_lead_tag_rel_tag on crm_lead_tag_rel (tag_id, lead_id);

create table mcube_call_record_tag_rel (
  call_record_id bigint not null,
  tag_id integer not null references crm_tag on delete cascade,
  primary key (call_record_id, tag_id)
);
create index mcube_call_record_tag_rel_tag on mcube_call_record_tag_rel (tag_id, call_record_id);

-- Triggers, because calls get another lead in several places. Their condition costs the hot path nothing that can be measured.
create function notes_follow_call() returns trigger language plpgsql as $$
begin
  update mail_message set lead_id = new.lead_id where call_record_id = new.id;
  return null;
end $$;
create trigger mcube_call_record_moved after update of lead_id on mcube_call_record for each row
  when (old.lead_id is distinct from new.lead_id) execute function notes_follow_call();

-- A note outlives its call where it stands on a lead. By statement: expired calls go in thousands.
create function forget_calls() returns trigger language plpgsql as $$
begin
  delete from mail_message using gone where call_record_id = gone.id and mail_message.lead_id is null;
  update mail_message set call_record_id = null from gone where call_record_id = gone.id;
  delete from mcube_call_record_tag_rel using gone where call_record_id = gone.id;
  return null;
end $$;
create trigger mcube_call_record_deleted after delete on mcube_call_record referencing old table as gone
  for each statement execute function forget_calls();

-- A merge, and all that its undoing must know (docs/decisions/0013). Rows of crm_lead and phone_number as JSON.
create table crm_lead_merge (
  id integer primary key generated always as identity,
  lead_id integer not null references crm_lead on delete cascade,
  user_id integer not null references res_users,
  create_date timestamptz not null default now(),
  undone_date timestamptz,
  lead_before jsonb not null,
  lead_after jsonb not null,
  numbers_before jsonb not null,
  added_tag_ids integer[] not null,
  -- Calls behind this one came after the merge.
  last_call_record_id bigint not null
);
create index crm_lead_merge_lead_id on crm_lead_merge (lead_id);

create table crm_lead_merge_line (
  merge_id integer not null references crm_lead_merge on delete cascade,
  lead_id integer not null references crm_lead on delete cascade,
  lead_before jsonb not null,
  numbers_before jsonb not null,
  call_record_ids bigint[] not null,
  note_ids integer[] not null,
  primary key (merge_id, lead_id)
);
create index crm_lead_merge_line_lead on crm_lead_merge_line (lead_id);
