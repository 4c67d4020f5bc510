-- A search by a part of a number: of any number of a lead, and of calls that stand on none, those by the caller's name too.
-- The second index holds hardly a call, and costs one that has a lead nothing.
create index phone_number_part on phone_number using gin (phone_sanitized gin_trgm_ops);
create index mcube_call_record_leadless_search on mcube_call_record using gin
  ((lower(coalesce(phone_sanitized, '') || ' ' || coalesce(caller_name, ''))) gin_trgm_ops) where lead_id is null;
