import type { ColumnType, Generated } from 'kysely';

export type OdooCursorTable = {
  model: string;
  write_date: Date | null;
  sweep_until: Date | null;
  id: Generated<number>;
};

export type OdooRecordTable = { model: string; odoo_id: number; said: ColumnType<unknown, string, string> };

export type OdooReaderTable = {
  id: Generated<boolean>;
  leased_until: Generated<Date>;
  last_read_date: Date | null;
  last_long_look: Generated<Date>;
  checked_lead_id: Generated<number>;
};

export type ConflictDecision = 'odoo' | 'here';

export type OdooConflictTable = {
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

export type OdooCallRequestTable = {
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
