import { answerOf } from '../../odoo/transport/failure.ts';
import { readRows } from '../../odoo/transport/read-rows.ts';
import type { OdooTransport } from '../../odoo/transport/transport.ts';

/** The number of a module in Odoo's list of them; undefined when it is not listed. */
export async function findModuleId(transport: OdooTransport, name: string): Promise<number | undefined> {
  const found = await transport.call({
    model: 'ir.module.module',
    method: 'search_read',
    named: { domain: [['name', '=', name]], fields: ['name'] },
  });
  const [row] = readRows(answerOf(found));
  return typeof row?.id === 'number' ? row.id : undefined;
}
