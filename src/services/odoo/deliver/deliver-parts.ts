import type { Database } from '../../../db/database.ts';
import type { Settings } from '../../../kernel/settings.ts';
import type { OdooLink } from '../open-connection.ts';

/** What deliveries are worked with. */
export type DeliverParts = {
  database: Database;
  settings: Pick<Settings, 'defaultRegion' | 'publicUrl' | 'recordingScope'>;
  link: OdooLink;
  /** Names this service in Odoo: two that were connected with the same one must not take each other's records for theirs. */
  instance: string;
};

/** Nobody is mailed that a lead is theirs now: whoever gets a call knows. */
export const QUIETLY = { mail_auto_subscribe_no_notify: true, mail_create_nosubscribe: true, mail_create_nolog: true };
