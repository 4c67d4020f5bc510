import { performance } from 'node:perf_hooks';
import { answerOf } from '../../src/odoo/transport/failure.ts';
import type { OdooTransport } from '../../src/odoo/transport/transport.ts';

let made = 0;

/** What the external API itself allows: so many call records a second, created so many a call, nothing else done. */
export function measureLimit(transport: OdooTransport, calls: number, batch: number): Promise<number> {
  return measure(calls, batch, async (vals_list) => {
    answerOf(await transport.call({ model: 'x_mcube_call_record', method: 'create', named: { vals_list } }));
  });
}

/** The same with a note in a lead's chatter for each, which takes Odoo longer than the record. */
export async function measureLimitWithNotes(transport: OdooTransport, calls: number, batch: number): Promise<number> {
  const lead = { name: 'Told of', type: 'opportunity' };
  const made = answerOf(await transport.call({ model: 'crm.lead', method: 'create', named: { vals_list: [lead] } }));
  const [res_id] = Array.isArray(made) ? made : [made];
  return await measure(calls, batch, async (vals_list) => {
    answerOf(await transport.call({ model: 'x_mcube_call_record', method: 'create', named: { vals_list } }));
    const notes = vals_list.map(({ x_name }) => ({ model: 'crm.lead', res_id, body: x_name, message_type: 'comment' }));
    answerOf(await transport.call({ model: 'mail.message', method: 'create', named: { vals_list: notes } }));
  });
}

async function measure(
  calls: number,
  batch: number,
  make: (values: ReturnType<typeof callValues>[]) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  for (let done = 0; done < calls; done += batch) await make(Array.from({ length: batch }, () => callValues()));
  return calls / ((performance.now() - started) / 1000);
}

function callValues() {
  made += 1;
  return {
    x_name: 'Inbound call from 9000000001',
    x_call_id: `limit-${made}`,
    x_direction: 'inbound',
    x_phone_number: '9000000001',
    x_virtual_number: '8030000001',
    x_call_date: '2026-09-21 06:00:00',
    x_duration: 61,
    x_status: 'ANSWER',
    x_outcome: 'answered',
    x_agent_name: 'Asha',
    x_recording_url: 'https://recordings.example.com/1.wav',
  };
}
