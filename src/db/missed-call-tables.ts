import type { Generated } from 'kysely';

export type McubeMissedCallTable = {
  id: Generated<number>;
  lead_id: number | null;
  phone_sanitized: string | null;
  phone_number: string | null;
  tries: number;
  virtual_numbers: string[];
  first_missed_date: Date;
  last_missed_date: Date;
  last_call_record_id: number;
  reason: string;
  user_id: number | null;
  team_id: number | null;
  due_date: Date;
  snoozed_until: Date | null;
  closed_date: Date | null;
  closed_rule: string | null;
  closed_call_record_id: number | null;
  closed_user_id: number | null;
  closed_reason: string | null;
  worked: Generated<boolean>;
  settled_until: Generated<Date>;
  create_date: Generated<Date>;
  write_date: Generated<Date>;
};

export type McubeMissedCallActionTable = {
  id: Generated<number>;
  call_id: string;
  kind: 'take' | 'snooze' | 'not_needed' | 'reopen';
  user_id: number;
  until: Date | null;
  reason: string | null;
  create_date: Date;
};

export type PushSubscriptionTable = {
  id: Generated<number>;
  user_id: number;
  endpoint: string;
  p256dh: string;
  auth: string;
  create_date: Generated<Date>;
};
