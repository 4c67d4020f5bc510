import type { Database } from '../../db/database.ts';
import type { Settings } from '../../kernel/settings.ts';
import { loadCallsForOdoo } from '../../models/call-for-odoo.ts';
import { deliverCallsAgain, settledCallsAfter } from '../../models/odoo-reconciling.ts';
import { callValues, changedValues } from '../../odoo/mapping/call-values.ts';
import { CALL_RECORD } from '../../odoo/module/module-files.ts';
import { answerOf } from '../../odoo/transport/failure.ts';
import { readRows, textOf } from '../../odoo/transport/read-rows.ts';
import type { OdooTransport } from '../../odoo/transport/transport.ts';

export type ReconciledCalls = { compared: number; missing: number; different: number };

type Parts = { database: Database; settings: Pick<Settings, 'publicUrl' | 'recordingScope'>; transport: OdooTransport };

/** Compares the calls since a moment with what Odoo has of them; what it lacks, or has otherwise, is delivered again. */
export async function reconcileCalls(parts: Parts, from: Date): Promise<ReconciledCalls> {
  const sum = { compared: 0, missing: 0, different: 0 };
  for (let afterId = 0; ; ) {
    const ids = await settledCallsAfter(parts.database, from, afterId, SLICE);
    const last = ids.at(-1);
    if (last === undefined) return sum;
    const { missing, different } = await compareSlice(parts, ids);
    await deliverCallsAgain(parts.database, different, missing);
    sum.compared += ids.length;
    sum.missing += missing.length;
    sum.different += different.length;
    afterId = last;
  }
}

const SLICE = 500;

async function compareSlice({ database, settings, transport }: Parts, ids: readonly number[]) {
  const calls = (await loadCallsForOdoo(database, ids, settings.recordingScope === 'all')).map((call) => ({
    id: call.id,
    values: callValues(call, settings.publicUrl),
  }));
  const named = {
    domain: [['x_call_id', 'in', calls.map(({ values }) => values.x_call_id)]],
    fields: [...new Set(calls.flatMap(({ values }) => Object.keys(values)))],
  };
  const answer = await transport.call({ model: CALL_RECORD, method: 'search_read', named });
  const there = new Map(readRows(answerOf(answer)).map((row) => [textOf(row.x_call_id), row]));
  const missing: number[] = [];
  const different: number[] = [];
  for (const { id, values } of calls) {
    const row = there.get(String(values.x_call_id));
    if (row === undefined) missing.push(id);
    else if (Object.keys(changedValues(values, row)).length > 0) different.push(id);
  }
  return { missing, different };
}
