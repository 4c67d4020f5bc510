import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { inspectOdoo } from '../../odoo/connect/inspect.ts';
import { MODULE_NAME } from '../../odoo/module/module-files.ts';
import { answerOf } from '../../odoo/transport/failure.ts';
import type { OpenTransport } from '../../odoo/transport/open-transport.ts';
import type { Report } from './install-module.ts';
import { removeModule } from './remove-module.ts';

/** Takes our module out of an Odoo, call records and all; nothing of it stays. */
export async function uninstallModule({ transport, version }: OpenTransport, report: Report): Promise<void> {
  report('Looking at the Odoo');
  const { administrator } = answerOf(await inspectOdoo(transport, version));
  if (!administrator) throw new RequestError('access_denied', say('may_not_remove'));
  report(`Uninstalling ${MODULE_NAME}`);
  if (!(await removeModule(transport))) throw new RequestError('not_found', say('module_not_installed'));
}
