-- Requests to the webhook that could not be a call. They were answered 400 and made no event; they are kept, the newest of
-- them and without secrets, so that whoever connects MCUBE sees why no calls arrive (docs/decisions/0023).
create table webhook_refusal (
  -- From the same series as the ids of events, so that both are one list: the place of a journal row that is never written.
  id bigint primary key,
  received_at timestamptz not null,
  method text not null,
  content_type text,
  -- As it came, but for secrets; of a long one the beginning. What came without a body is the query of its address.
  body text not null,
  -- How long it was.
  body_bytes integer not null,
  reason text not null
);
