/** A call record as the bell shows it. */
export type CallRow = {
  id: number;
  outcome: string;
  phoneNumber: string;
  leadId: number | undefined;
  leadName: string | undefined;
  /** Milliseconds since 1970. */
  time: number;
};

export const CALL_FIELDS = ['x_outcome', 'x_phone_number', 'x_lead_id', 'x_call_date'];

/** Reads a row of search_read; what Odoo has no value for is false there. */
export function readCallRow(row: Record<string, unknown>): CallRow {
  const lead = Array.isArray(row.x_lead_id) ? row.x_lead_id : [];
  return {
    id: Number(row.id),
    outcome: text(row.x_outcome),
    phoneNumber: text(row.x_phone_number),
    leadId: typeof lead[0] === 'number' ? lead[0] : undefined,
    leadName: typeof lead[1] === 'string' ? lead[1] : undefined,
    time: readTime(text(row.x_call_date)),
  };
}

/** Odoo's "2026-09-21 06:19:57", which is in UTC. */
export function readTime(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

/** A moment as Odoo's domains want it. */
export function writeTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
