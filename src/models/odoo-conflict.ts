import type { Tx } from '../db/database.ts';
import type { ConflictDecision } from '../db/odoo-reading-tables.ts';
import { announce } from './live-change.ts';

/** Something that both sides said differently, or that could not be followed, and what was decided. */
export type Conflict = {
  model: 'crm.lead' | 'res.users' | 'crm.team' | 'crm.stage';
  record_id: number;
  odoo_id: number;
  field: string;
  here: string | null;
  in_odoo: string | null;
  decision: ConflictDecision;
  /** A sentence. */
  reason: string;
};

export async function listConflicts(tx: Tx, conflicts: readonly Conflict[]): Promise<void> {
  if (conflicts.length === 0) return;
  const made = await tx
    .insertInto('odoo_conflict')
    .values([...conflicts])
    .returning('id')
    .execute();
  await announce(tx, [{ model: 'odoo.conflict', ids: made.map(({ id }) => id) }]);
}
