import {
  type LeadForOdoo,
  leadsByOdooId,
  loadLeadsForOdoo,
  unlinkLeadFromOdoo,
} from '../../../models/lead-for-odoo.ts';
import type { DueDelivery } from '../../../models/odoo-delivery.ts';
import { changedHere, THERE } from '../../../odoo/mapping/changed-here.ts';
import { lackingValues } from '../../../odoo/mapping/lead-values.ts';
import { answered, failed, type OdooAnswer } from '../../../odoo/transport/failure.ts';
import { type OdooRow, readRows } from '../../../odoo/transport/read-rows.ts';
import { bringLeads, type Placed } from './bring-leads.ts';
import { type DeliverParts, QUIETLY } from './deliver-parts.ts';
import { delivered, notDone, type Outcome } from './outcome.ts';

/**
 * Sees to it that Odoo has these leads: those it has get what they lack there, the others are found by their numbers or made.
 * A lead that was merged here stays as it is there: what Odoo knows of it is Odoo's.
 */
export async function deliverLeads(
  parts: DeliverParts,
  deliveries: readonly DueDelivery[],
): Promise<OdooAnswer<Outcome[]>> {
  const ids = deliveries.map(({ record_id }) => record_id);
  const leads = await loadLeadsForOdoo(parts.database, ids);
  const there = await readThere(parts, leads);
  if (there.kind === 'failed') return there;
  const absent = leads.filter(({ odoo_id, merged_into_id }) => odoo_id === null && merged_into_id === null);
  const brought = await bringLeads(parts, [...absent, ...there.value.gone]);
  if (brought.kind === 'failed') return brought;
  const adopted = await readThere(parts, brought.value.flatMap(adoptedLead));
  if (adopted.kind === 'failed') return adopted;
  const filled = await fillAll(parts, [...there.value.found, ...adopted.value.found]);
  if (filled.kind === 'failed') return filled;
  const places = new Map(brought.value.map((placed) => [placed.lead.id, placed]));
  const known = new Map(leads.map((lead) => [lead.id, lead]));
  return answered(
    deliveries.map((delivery) => {
      const placed = places.get(delivery.record_id);
      if (placed?.kind === 'not_placed') return notDone(delivery, placed.failure);
      return delivered(delivery, placed?.odoo_id ?? known.get(delivery.record_id)?.odoo_id ?? null);
    }),
  );
}

function adoptedLead(placed: Placed): LeadForOdoo[] {
  return placed.kind === 'adopted' ? [{ ...placed.lead, odoo_id: placed.odoo_id }] : [];
}

/** `found`: as Odoo has them; `gone`: those it is to get again. */
type There = { found: OdooRow[]; gone: LeadForOdoo[] };

/** The leads as Odoo has them. Those it has no longer are unlinked; an open one is brought there again: its customer calls. */
async function readThere({ database, link }: DeliverParts, leads: readonly LeadForOdoo[]): Promise<OdooAnswer<There>> {
  const linked = leads.flatMap((lead) => (lead.odoo_id === null ? [] : [{ lead, odoo_id: lead.odoo_id }]));
  const there: There = { found: [], gone: [] };
  if (linked.length === 0) return answered(there);
  const model = 'crm.lead';
  const domain = [['id', 'in', linked.map(({ odoo_id }) => odoo_id)]];
  const named = { domain, fields: THERE };
  const answer = await link.transport.call({ model, method: 'search_read', named, context: { active_test: false } });
  if (answer.kind === 'failed') return answer;
  const rows = new Map(readRows(answer.value).map((row) => [Number(row.id), row]));
  for (const { lead, odoo_id } of linked) {
    const row = rows.get(odoo_id);
    if (row !== undefined) there.found.push(row);
    else {
      // One that this user may only not see is not gone.
      const read = await link.transport.call({ model, method: 'read', ids: [odoo_id], named: { fields: ['active'] } });
      const isGone = read.kind === 'answered' ? readRows(read.value).length === 0 : read.failure.kind === 'missing';
      if (read.kind === 'failed' && !isGone) return failed(read.failure);
      if (!isGone) continue;
      await unlinkLeadFromOdoo(database, lead.id, odoo_id);
      if (lead.is_open && lead.merged_into_id === null) there.gone.push({ ...lead, odoo_id: null });
    }
  }
  return answered(there);
}

/**
 * Leads here are read after Odoo's rows, together with what Odoo had said by then: compared with a lead that was read before,
 * what somebody has just edited there, and we have just followed, would look like a change of ours and be undone.
 */
async function fillAll(parts: DeliverParts, rows: readonly OdooRow[]): Promise<OdooAnswer> {
  const odooIds = rows.map(({ id }) => Number(id));
  const ids = await leadsByOdooId(parts.database, odooIds);
  const leads = await loadLeadsForOdoo(parts.database, [...ids.values()]);
  const byOdooId = new Map(leads.map((lead) => [lead.odoo_id, lead]));
  for (const row of rows) {
    const lead = byOdooId.get(Number(row.id));
    const filled = lead === undefined ? answered(true) : await fill(parts, lead, row);
    if (filled.kind === 'failed') return filled;
  }
  return answered(true);
}

async function fill({ link }: DeliverParts, lead: LeadForOdoo, row: OdooRow): Promise<OdooAnswer> {
  const lacking = lead.is_open ? lackingValues(lead, row) : {};
  const vals = { ...lacking, ...(lead.merged_into_id === null && changedHere(lead, row)) };
  if (Object.keys(vals).length === 0) return answered(true);
  const written = { model: 'crm.lead', method: 'write', ids: [Number(row.id)], named: { vals }, context: QUIETLY };
  return await link.transport.call(written);
}
