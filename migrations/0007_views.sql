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
