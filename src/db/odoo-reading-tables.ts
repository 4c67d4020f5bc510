import type { ColumnType, Generated } from 'kysely';

/** What is kept of reading Odoo. */
export type OdooReadingTables = {
  odoo_cursor: OdooCursorTable;
  odoo_record: OdooRecordTable;
  odoo_reader: OdooReaderTable;
  odoo_conflict: OdooConflictTable;
  odoo_call_request: OdooCallRequestTable;
};

type OdooCursorTable = {
  model: string;
  write_date: Date | null;
  sweep_until: Date | null;
  id: Generated<number>;
};

type OdooRecordTable = { model: string; odoo_id: number; said: ColumnType<unknown, string, string> };

type OdooReaderTable = {
  id: Generated<boolean>;
  leased_until: Generated<Date>;
  last_read_date: Date | null;
  last_long_look: Generated<Date>;
  checked_lead_id: Generated<number>;
};

export type ConflictDecision = 'odoo' | 'here';

type OdooConflictTable = {
  id: Generated<number>;
  model: string;
  record_id: number;
  odoo_id: number;
  field: string;
  here: string | null;
  in_odoo: string | null;
  decision: ConflictDecision;
  reason: string;
  create_date: Generated<Date>;
};

type OdooCallRequestTable = {
  odoo_id: number;
  phone_number: string;
  lead_id: number | null;
  user_id: number | null;
  request_date: Date;
  state: 'refused' | 'expired';
  answer: string;
  answered_date: Date | null;
  create_date: Date;
};
