import { RequestError } from '../../kernel/errors.ts';
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
  if (!administrator)
    throw new RequestError(
      'access_denied',
      'The key belongs to somebody who may not remove modules: use the API key of an administrator (group Administration / Settings).',
    );
  report(`Uninstalling ${MODULE_NAME}`);
  if (!(await removeModule(transport)))
    throw new RequestError('not_found', 'Our module is not installed in this Odoo.');
}
