import { loadOdooConflicts, ODOO_CONFLICT_LIST } from '../../models/odoo-conflict-list.ts';
import { listAndRead } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { OdooConflict, presentOdooConflict } from '../presenters/odoo-conflict.ts';

/** Where people here and people in Odoo said different things, and what was decided. */
export function odooConflicts(app: App, parts: ServerParts): void {
  listAndRead(app, parts, {
    path: '/api/odoo-conflicts',
    model: 'odoo.conflict',
    list: ODOO_CONFLICT_LIST,
    load: loadOdooConflicts,
    schema: OdooConflict,
    present: presentOdooConflict,
  });
}
