import { MODULE_NAME } from '../../odoo/module/module-files.ts';
import { answerOf } from '../../odoo/transport/failure.ts';
import type { OdooTransport } from '../../odoo/transport/transport.ts';
import { findModuleId } from './find-module.ts';

/** Takes our module out of an Odoo with all it made; says whether there was one. */
export async function removeModule(transport: OdooTransport): Promise<boolean> {
  const id = await findModuleId(transport, MODULE_NAME);
  if (id === undefined) return false;
  const uninstall = { model: 'ir.module.module', method: 'button_immediate_uninstall', timeoutMs: PATIENCE_MS };
  answerOf(await transport.call({ ...uninstall, ids: [id] }));
  await removeStrayViews(transport);
  return true;
}

/** Odoo reloads all of its models. */
const PATIENCE_MS = 300_000;

/** Below 15 a view that failed while it was taken in is kept, and is nobody's. */
async function removeStrayViews(transport: OdooTransport): Promise<void> {
  const model = 'ir.ui.view';
  const domain = [['arch_fs', '=like', `${MODULE_NAME}/%`]];
  const ids = answerOf(await transport.call({ model, method: 'search', named: { domain } }));
  if (!Array.isArray(ids) || ids.length === 0) return;
  answerOf(await transport.call({ model, method: 'unlink', ids: ids.map(Number) }));
}
