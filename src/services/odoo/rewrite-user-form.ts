import { MODULE_NAME } from '../../odoo/module/module-files.ts';
import { answerOf } from '../../odoo/transport/failure.ts';
import { readId, readRows } from '../../odoo/transport/read-rows.ts';
import type { OdooTransport } from '../../odoo/transport/transport.ts';

/**
 * Gives the user form its access rights back after a module was taken in. Below 19 Odoo writes that part of the form itself
 * whenever groups change, leaves it empty while a module is taken in, and fills it again at the end of an installation; but
 * not of one over its interface. A group that changes afterwards makes it do so: ours loses its category and gets it back.
 */
export async function rewriteUserForm(transport: OdooTransport): Promise<void> {
  const written = await findByName(transport, 'base', 'user_groups_view');
  const group = await findByName(transport, MODULE_NAME, 'group_mcube_service');
  const category = await findByName(transport, MODULE_NAME, 'category_mcube');
  if (written === undefined || group === undefined || category === undefined) return;
  for (const category_id of [false, category]) {
    const write = { model: 'res.groups', method: 'write', ids: [group], named: { vals: { category_id } } };
    answerOf(await transport.call(write));
  }
}

/** What goes by an external id. */
async function findByName(transport: OdooTransport, module: string, name: string): Promise<number | undefined> {
  const domain = [
    ['module', '=', module],
    ['name', '=', name],
  ];
  const named = { domain, fields: ['res_id'] };
  const [row] = readRows(answerOf(await transport.call({ model: 'ir.model.data', method: 'search_read', named })));
  return readId(row?.res_id);
}
