import type { ColumnType, Generated } from 'kysely';

/** What an Odoo has and what we may do there. Decided by what it has, not by its version, where that can be asked. */
export type OdooAbout = {
  /** `major` is 17 for "17.0", "saas~17.2" and "17.0+e" alike. */
  readonly version: { readonly series: string; readonly major: number };
  /** Whether CRM is installed. */
  readonly crm: boolean;
  /** The version of our module; absent when it is not installed. */
  readonly module?: string;
  /** Whether call records can be written: our module made a place for them, and this user may see it. */
  readonly callRecords: boolean;
  /** Whether modules may be installed with this key. */
  readonly administrator: boolean;
  /** Whether the key belongs to a user who is there for us alone; absent when not. */
  readonly servesOnly?: true;
  /** Odoo's own module that takes ours in. */
  readonly importer: 'installed' | 'available' | 'absent';
  /** Leads and contacts have a second number, `mobile`, below 19. */
  readonly mobile: boolean;
  /** Whether contacts can be searched by number as leads can: below 15 only where SMS is installed. */
  readonly contactNumbers: boolean;
  /** Whether `phone_sanitized` is a number Odoo has understood, or only a copy of what was typed; unknown without any number. */
  readonly numbers: 'understood' | 'copied' | 'unknown';
};

export type OdooConnectionState = 'connected' | 'unreachable' | 'refused';

export type OdooConnectionTable = {
  id: Generated<boolean>;
  url: string;
  db: string;
  login: string;
  /** Null once the connection is over. */
  key_sealed: Buffer | null;
  about: ColumnType<OdooAbout, string, string>;
  paused: Generated<boolean>;
  state: Generated<OdooConnectionState>;
  reason: string | null;
  fix: string | null;
  retry_at: Date | null;
  failures: Generated<number>;
  connected_date: Date;
  last_answer_date: Date | null;
  leads_left: Generated<number>;
  calls_left: Generated<number>;
};

export type OdooModel = 'crm.lead' | 'mcube.call.record';
export type OdooDeliveryState = 'waiting' | 'delivered' | 'failed';

export type OdooDeliveryTable = {
  model: OdooModel;
  record_id: number;
  id: Generated<number>;
  odoo_id: number | null;
  state: Generated<OdooDeliveryState>;
  changed: Generated<number>;
  attempts: Generated<number>;
  next_attempt_at: Generated<Date>;
  waiting_date: Generated<Date>;
  delivered_date: Date | null;
  reason: string | null;
  fix: string | null;
  announced: Generated<boolean>;
  deleted_call_id: string | null;
};
