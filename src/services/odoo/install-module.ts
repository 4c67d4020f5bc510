import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { inspectOdoo, type OdooAbout } from '../../odoo/connect/inspect.ts';
import { MODULE_NAME, type ModuleFiles, moduleVersion, readModuleFiles } from '../../odoo/module/module-files.ts';
import { zipModule } from '../../odoo/module/zip-module.ts';
import { answerOf } from '../../odoo/transport/failure.ts';
import type { OpenTransport } from '../../odoo/transport/open-transport.ts';
import { readId, readRows, textOf } from '../../odoo/transport/read-rows.ts';
import type { OdooTransport } from '../../odoo/transport/transport.ts';
import { findModuleId } from './find-module.ts';
import { removeModule } from './remove-module.ts';
import { rewriteUserForm } from './rewrite-user-form.ts';

export type Installed = { version: string; before: string | undefined };

/** Other files than the module's own are for tests; an upgrade refuses where nothing is installed. */
export type InstallOptions = { files?: ModuleFiles; onlyUpgrade?: boolean };

/** Says what is done next; each step may take seconds. */
export type Report = (step: string) => void;

/** Installs our module in an Odoo, or brings the one that is there up to date; data is kept. */
export async function installModule(
  { transport, version }: OpenTransport,
  report: Report,
  { files, onlyUpgrade = false }: InstallOptions = {},
): Promise<Installed> {
  report('Looking at the Odoo');
  const about = answerOf(await inspectOdoo(transport, version));
  refuse(about);
  if (onlyUpgrade && about.module === undefined) throw new RequestError('not_found', say('module_not_installed_first'));
  if (about.importer === 'available') {
    report('Installing Odoo\'s own "Base import module"');
    await installImporter(transport);
  }
  const module = files ?? (await readModuleFiles(version.major));
  report(`Uploading ${MODULE_NAME} ${moduleVersion(module)} for Odoo ${version.series}`);
  const refusal = await upload(transport, module);
  // Below 15 Odoo keeps what it had taken in before a fault, and what is half there can never be installed.
  if (refusal !== undefined && about.module === undefined) await removeModule(transport);
  else await rewriteUserForm(transport);
  if (refusal !== undefined) throw new RequestError('conflict', refusal);
  report('Checking what is there now');
  const after = answerOf(await inspectOdoo(transport, version));
  if (after.module !== moduleVersion(module))
    throw new RequestError('conflict', say('other_version_there', { version: after.module ?? 'none' }));
  return { version: after.module, before: about.module };
}

function refuse({ version, crm, administrator, importer }: OdooAbout): void {
  if (version.major < OLDEST)
    throw new RequestError('conflict', say('too_old_for_module', { series: version.series, oldest: OLDEST }));
  if (!administrator) throw new RequestError('access_denied', say('may_not_install'));
  if (!crm) throw new RequestError('conflict', say('no_crm'));
  if (importer === 'absent') throw new RequestError('conflict', say('no_importer'));
}

const OLDEST = 14;

async function installImporter(transport: OdooTransport): Promise<void> {
  const id = await findModuleId(transport, 'base_import_module');
  const install = { model: 'ir.module.module', method: 'button_immediate_install', timeoutMs: PATIENCE_MS };
  answerOf(await transport.call({ ...install, ids: id === undefined ? [] : [id] }));
}

/** Why Odoo does not take the module in; undefined when it does. */
async function upload(transport: OdooTransport, files: ModuleFiles): Promise<string | undefined> {
  const model = 'base.import.module';
  const module_file = Buffer.from(zipModule(files)).toString('base64');
  const id = readId(
    answerOf(await transport.call({ model, method: 'create', named: { vals_list: [{ module_file }] } })),
  );
  if (id === undefined) return 'Odoo did not take the upload.';
  const imported = await transport.call({ model, method: 'import_module', ids: [id], timeoutMs: PATIENCE_MS });
  if (imported.kind === 'failed') return notTaken(imported.failure.detail);
  // Below 15 a module that fails is told in a field of the upload, and nowhere else.
  const told = await transport.call({ model, method: 'read', ids: [id], named: { fields: ['import_message'] } });
  const message = textOf(readRows(answerOf(told))[0]?.import_message);
  return message.includes('Error while importing') ? notTaken(message) : undefined;
}

/** An installation reloads all of Odoo's models: tens of seconds on a busy server. */
const PATIENCE_MS = 300_000;

/** Odoo gives the whole trace of the fault, around it what it was doing, and in between what a person can use. */
function notTaken(trace: string): string {
  const lines = trace.split('\n').map((line) => line.trim());
  const errors = lines.filter((line) => /^[\w.]*(Error|Exception|Violation|Invalid)\w*: /.test(line));
  const told = lines.filter((line) => /^[A-Z"“].*\w/.test(line) && !FRAME.test(line));
  const said = errors.find((line) => !FRAME.test(line)) ?? told[0] ?? "Odoo's log says why";
  const place = /mcube_integration\/([\w/.]+:\d+)/.exec(trace);
  return `Odoo could not take the module in: ${said}${place === null ? '' : ` (${place[1]})`}`;
}

const FRAME =
  /Error while (importing|validating)|ParseError|^Traceback|^File |^During handling|^The above exception|^View (error|name)|^Make sure/;
