import type { ColumnType, Generated } from 'kysely';
import type { McubeMissedCallActionTable, McubeMissedCallTable, PushSubscriptionTable } from './missed-call-tables.ts';
import type { OdooReadingTables } from './odoo-reading-tables.ts';
import type { OdooConnectionTable, OdooDeliveryTable } from './odoo-tables.ts';
import type { RecordingListenTable, RecordingShareLinkTable, RecordingTable } from './recording-tables.ts';

/** The tables of migrations/*.sql as TypeScript sees them. */
export type Tables = OdooReadingTables & {
  crm_team: CrmTeamTable;
  res_users: ResUsersTable;
  res_session: ResSessionTable;
  res_users_apikeys: ResUsersApikeysTable;
  crm_stage: CrmStageTable;
  utm_source: UtmSourceTable;
  crm_lead: CrmLeadTable;
  phone_number: PhoneNumberTable;
  mcube_virtual_number: McubeVirtualNumberTable;
  webhook_journal: WebhookJournalTable;
  webhook_event: WebhookEventTable;
  mcube_call_record: McubeCallRecordTable;
  mcube_call_deleted: { call_id: string; delete_date: Date };
  call_rollup_hour: CallRollupHourTable;
  call_rollup_day: CallRollupDayTable;
  call_rollup_total: CallRollupTotalTable;
  live_change: LiveChangeTable;
  ir_filters: IrFiltersTable;
  call_rollup_ring: CallRollupRingTable;
  lead_rollup: LeadRollupTable;
  mcube_missed_call: McubeMissedCallTable;
  mcube_missed_call_action: McubeMissedCallActionTable;
  push_subscription: PushSubscriptionTable;
  sealed_secret: SealedSecretTable;
  recording: RecordingTable;
  recording_share_link: RecordingShareLinkTable;
  recording_listen: RecordingListenTable;
  odoo_connection: OdooConnectionTable;
  odoo_delivery: OdooDeliveryTable;
};

export type Direction = 'inbound' | 'outbound';
export type Outcome = 'answered' | 'missed' | 'busy' | 'abandoned' | 'voicemail' | 'in_progress' | 'failed';
export type Group = 'base.group_system' | 'base.group_user' | 'base.group_portal' | 'base.group_public';
export type EventState = 'received' | 'processed' | 'ignored' | 'failed';

type CrmTeamTable = {
  id: Generated<number>;
  name: string;
  active: Generated<boolean>;
  turns_taken: Generated<number>;
  odoo_id: number | null;
  create_date: Generated<Date>;
  write_date: Generated<Date>;
};

type ResUsersTable = {
  id: Generated<number>;
  login: string;
  name: string;
  email: string | null;
  password_hash: string | null;
  groups: Generated<Group[]>;
  phone: string | null;
  phone_sanitized: string | null;
  mcube_virtual_number: string | null;
  virtual_number_sanitized: string | null;
  team_id: number | null;
  active: Generated<boolean>;
  odoo_id: number | null;
  theme: Generated<'system' | 'light' | 'dark'>;
  density: Generated<'comfortable' | 'compact'>;
  lang: Generated<'en' | 'hi'>;
  popup: Generated<boolean>;
  sound: Generated<boolean>;
  push_missed_calls: Generated<boolean>;
  create_date: Generated<Date>;
  write_date: Generated<Date>;
};

type ResSessionTable = {
  token_hash: Buffer;
  user_id: number;
  create_date: Generated<Date>;
  expires_at: Date;
};

type ResUsersApikeysTable = {
  id: Generated<number>;
  key_hash: Buffer;
  user_id: number;
  name: string;
  create_date: Generated<Date>;
  expiration_date: Date | null;
};

type CrmStageTable = {
  id: Generated<number>;
  name: string;
  sequence: number;
  is_won: Generated<boolean>;
  odoo_id: number | null;
};

type UtmSourceTable = { id: Generated<number>; name: string };

type CrmLeadTable = {
  id: Generated<number>;
  name: string;
  contact_name: string | null;
  phone: string | null;
  phone_sanitized: string | null;
  email: string | null;
  description: string | null;
  type: Generated<'lead' | 'opportunity'>;
  user_id: number | null;
  team_id: number | null;
  stage_id: number;
  source_id: number | null;
  active: Generated<boolean>;
  is_open: Generated<boolean>;
  caller_number: string | null;
  owner_call_id: string | null;
  won_date: Date | null;
  odoo_id: number | null;
  next_follow_up_at: Date | null;
  next_follow_up_note: string | null;
  merged_into_id: number | null;
  create_date: Generated<Date>;
  write_date: Generated<Date>;
};

type PhoneNumberTable = {
  id: Generated<number>;
  lead_id: number;
  phone_sanitized: string;
  chosen_at: Date | null;
};

type McubeVirtualNumberTable = { phone_sanitized: string; virtual_number: string; create_date: Generated<Date> };

type WebhookJournalTable = {
  id: Generated<number>;
  received_at: Date;
  event_count: number;
  processed: Generated<boolean>;
  record_ids: number[] | null;
  events: string;
};

type WebhookEventTable = {
  id: number;
  received_at: Date;
  state: EventState;
  reason: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  call_id: string | null;
  call_record_id: number | null;
};

type McubeCallRecordTable = {
  id: Generated<number>;
  call_id: string;
  lead_id: number | null;
  user_id: number | null;
  team_id: number | null;
  phone_number: string | null;
  phone_sanitized: string | null;
  virtual_number: string | null;
  agent_phone: string | null;
  agent_name: string | null;
  agent_email: string | null;
  group_name: string | null;
  caller_name: string | null;
  ref_id: string | null;
  recording_url: string | null;
  call_date: Date;
  end_date: Date | null;
  duration: Generated<number>;
  duration_raw: string | null;
  direction: Direction;
  status: string | null;
  disconnected_by: string | null;
  outcome: Outcome;
  family: string;
  merge_ranks: string;
  timed_out: Generated<boolean>;
  agent_id: number | null;
  ringing_phone: string | null;
  event_ids: Generated<number[]>;
  lead_rule: string;
  user_rule: string;
  assignment: string;
  lead_candidates: number[] | null;
  create_date: Generated<Date>;
  write_date: Generated<Date>;
};

type CallRollupHourTable = {
  local_hour: Date;
  direction: Direction;
  outcome: Outcome;
  calls: number;
  talk_seconds: number;
};

type CallRollupDayTable = {
  local_day: Date;
  user_id: number;
  virtual_number: string;
  direction: Direction;
  outcome: Outcome;
  calls: number;
  talk_seconds: number;
};

type CallRollupTotalTable = { direction: Direction; outcome: Outcome; calls: number; talk_seconds: number };

type LiveChangeTable = {
  id: Generated<number>;
  create_date: Generated<Date>;
  changes: ColumnType<unknown, string, string>;
};

type SealedSecretTable = { name: string; value: Buffer; create_date: Generated<Date> };

type IrFiltersTable = {
  id: Generated<number>;
  name: string;
  resource: string;
  query: ColumnType<Record<string, unknown>, string, string>;
  user_id: number;
  is_shared: Generated<boolean>;
  is_default: Generated<boolean>;
  create_date: Generated<Date>;
  write_date: Generated<Date>;
};

type CallRollupRingTable = {
  quarter_hour: Date;
  ring_seconds: number;
  within_10: number;
  within_20: number;
  within_30: number;
  within_60: number;
  later: number;
};

type LeadRollupTable = { quarter_hour: Date; new_leads: number; won_leads: number };
