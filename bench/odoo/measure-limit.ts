import { performance } from 'node:perf_hooks';
import { answerOf } from '../../src/odoo/transport/failure.ts';
import type { OdooTransport } from '../../src/odoo/transport/transport.ts';

let made = 0;

/** What the external API itself allows: so many call records a second, created so many a call, nothing else done. */
export async function measureLimit(transport: OdooTransport, calls: number, batch: number): Promise<number> {
  const started = performance.now();
  for (let done = 0; done < calls; done += batch) {
    const vals_list = Array.from({ length: batch }, () => callValues());
    answerOf(await transport.call({ model: 'x_mcube_call_record', method: 'create', named: { vals_list } }));
  }
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
