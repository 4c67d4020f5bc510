import { type CallForOdoo, loadCallsForOdoo } from '../../../models/call-for-odoo.ts';
import type { DueDelivery } from '../../../models/odoo-delivery.ts';
import { callValues, changedValues } from '../../../odoo/mapping/call-values.ts';
import { CALL_RECORD } from '../../../odoo/module/module-files.ts';
import { answered, type OdooAnswer } from '../../../odoo/transport/failure.ts';
import { type OdooRow, readRows, textOf } from '../../../odoo/transport/read-rows.ts';
import { announceCalls } from './announce-calls.ts';
import type { DeliverParts } from './deliver-parts.ts';
import { delivered, type Outcome } from './outcome.ts';

/**
 * Makes these call records in Odoo as they are here: found by their call id, of which Odoo's index allows one; written
 * where they differ, made where they are missing. Then the leads' chatter tells of those that are over.
 */
export async function deliverCalls(
  parts: DeliverParts,
  deliveries: readonly DueDelivery[],
): Promise<OdooAnswer<Outcome[]>> {
  const calls = await loadCallsForOdoo(
    parts.database,
    deliveries.map(({ record_id }) => record_id),
    parts.settings.recordingScope === 'all',
  );
  const written = await writeCalls(parts, calls);
  if (written.kind === 'failed') return written;
  const told = new Set(deliveries.filter(({ announced }) => announced).map(({ record_id }) => record_id));
  const news = calls.filter(({ id, outcome }) => outcome !== 'in_progress' && !told.has(id));
  const announced = await announceCalls(parts, news, written.value);
  if (announced.kind === 'failed') return announced;
  const byId = new Map(calls.map((call) => [call.id, call]));
  return answered(
    deliveries.map((delivery) => {
      const call = byId.get(delivery.record_id);
      const odooId = call && written.value.get(call.call_id);
      return delivered(delivery, odooId ?? null, call !== undefined && announced.value.has(call.id));
    }),
  );
}

/** The ids that the records have in Odoo, by call id. */
async function writeCalls(
  { link, settings }: DeliverParts,
  calls: readonly CallForOdoo[],
): Promise<OdooAnswer<ReadonlyMap<string, number>>> {
  const wanted = new Map(calls.map((call) => [call.call_id, callValues(call, settings.publicUrl)]));
  const [first = {}] = wanted.values();
  const there = await findCalls(link.transport, [...wanted.keys()], Object.keys(first));
  if (there.kind === 'failed') return there;
  const ids = new Map<string, number>();
  for (const row of there.value) {
    const callId = textOf(row.x_call_id);
    const vals = changedValues(wanted.get(callId) ?? {}, row);
    ids.set(callId, Number(row.id));
    if (Object.keys(vals).length === 0) continue;
    const write = { model: CALL_RECORD, method: 'write', ids: [Number(row.id)], named: { vals } };
    const answer = await link.transport.call(write);
    if (answer.kind === 'failed') return answer;
  }
  const missing = [...wanted].filter(([callId]) => !ids.has(callId));
  if (missing.length === 0) return answered(ids);
  const vals_list = missing.map(([, values]) => values);
  const made = await link.transport.call({ model: CALL_RECORD, method: 'create', named: { vals_list } });
  if (made.kind === 'failed') return made;
  const newIds = Array.isArray(made.value) ? made.value : [made.value];
  for (const [index, [callId]] of missing.entries()) ids.set(callId, Number(newIds[index]));
  return answered(ids);
}

async function findCalls(
  transport: DeliverParts['link']['transport'],
  callIds: readonly string[],
  fields: readonly string[],
): Promise<OdooAnswer<OdooRow[]>> {
  if (callIds.length === 0) return answered([]);
  const named = { domain: [['x_call_id', 'in', callIds]], fields };
  const answer = await transport.call({ model: CALL_RECORD, method: 'search_read', named });
  return answer.kind === 'failed' ? answer : answered(readRows(answer.value));
}

/** Calls that were deleted here are deleted there. */
export async function deleteCalls({ link }: DeliverParts, deliveries: readonly DueDelivery[]): Promise<OdooAnswer> {
  const callIds = deliveries.flatMap(({ deleted_call_id }) => deleted_call_id ?? []);
  const there = await findCalls(link.transport, callIds, ['x_call_id']);
  if (there.kind === 'failed' || there.value.length === 0) return there;
  const ids = there.value.map(({ id }) => Number(id));
  return await link.transport.call({ model: CALL_RECORD, method: 'unlink', ids });
}
