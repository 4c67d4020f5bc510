import { answerOf } from '../../../src/odoo/transport/failure.ts';
import { readId } from '../../../src/odoo/transport/read-rows.ts';
import type { TestOdoo } from './odoo.ts';

/** Somebody with an account of their own. */
export type OdooPerson = { id: number; partnerId: number; login: string; password: string };

/** A user of some groups, such as 'sales_team.group_sale_salesman'. */
export async function addPerson(odoo: TestOdoo, login: string, ...groups: string[]): Promise<OdooPerson> {
  const ids = await Promise.all(groups.map((group) => idOf(odoo, group)));
  const password = `${login}-secret`;
  const vals = {
    name: login,
    login,
    password,
    email: `${login}@example.com`,
    [odoo.version >= 19 ? 'group_ids' : 'groups_id']: [[6, 0, ids]],
  };
  const create = { model: 'res.users', method: 'create', named: { vals_list: [vals] } };
  // Else Odoo would send a mail.
  const made = await odoo.admin.call({ ...create, context: { no_reset_password: true } });
  const id = readId(answerOf(made)) ?? 0;
  const [user] = await odoo.rows('res.users', [['id', '=', id]], ['partner_id']);
  const partnerId = readId(user?.partner_id) ?? 0;
  return { id, partnerId, login, password };
}

export const SALESMAN = 'sales_team.group_sale_salesman';
export const MANAGER = 'sales_team.group_sale_manager';
export const PORTAL = 'base.group_portal';
export const PUBLIC = 'base.group_public';

async function idOf(odoo: TestOdoo, externalId: string): Promise<number> {
  const [module, name] = externalId.split('.');
  const [row] = await odoo.rows(
    'ir.model.data',
    [
      ['module', '=', module],
      ['name', '=', name],
    ],
    ['res_id'],
  );
  return Number(row?.res_id);
}
