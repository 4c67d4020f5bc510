import { answerOf } from '../../src/odoo/transport/failure.ts';
import type { OdooTransport } from '../../src/odoo/transport/transport.ts';

/** Leads as people type them, of other customers than those who call. */
export async function makeLeads(transport: OdooTransport, leads: number): Promise<void> {
  for (let done = 0; done < leads; done += BATCH) {
    const vals_list = Array.from({ length: Math.min(BATCH, leads - done) }, (_, place) => ({
      name: `Typed ${done + place}`,
      contact_name: `Customer ${done + place}`,
      phone: `+91 98000 ${String(done + place).padStart(5, '0')}`,
    }));
    answerOf(await transport.call({ model: 'crm.lead', method: 'create', named: { vals_list }, timeoutMs: 180_000 }));
  }
}

const BATCH = 100;
