import type { OdooAbout } from '../../db/odoo-tables.ts';
import { CALL_RECORD, MODULE_NAME } from '../module/module-files.ts';
import { answered, failed, type OdooAnswer } from '../transport/failure.ts';
import { isRow, type OdooRow, readRows, textOf } from '../transport/read-rows.ts';
import type { ServerVersion } from '../transport/server-version.ts';
import type { OdooTransport } from '../transport/transport.ts';
import { mayDo } from './find-lacking-rights.ts';

export type { OdooAbout };

/** Looks around in an Odoo. The first call also tells whether the key is good. */
export async function inspectOdoo(transport: OdooTransport, version: ServerVersion): Promise<OdooAnswer<OdooAbout>> {
  const administrator = await mayDo(transport, version, 'ir.module.module', 'write');
  if (administrator.kind === 'failed') return administrator;
  const fields = await fieldsOf(transport, 'crm.lead');
  if (fields.kind === 'failed') return fields;
  const records = await fieldsOf(transport, CALL_RECORD);
  if (records.kind === 'failed') return records;
  const contacts = await fieldsOf(transport, 'res.partner');
  if (contacts.kind === 'failed') return contacts;
  const modules = await findModules(transport);
  if (modules.kind === 'failed') return modules;
  const ours = modules.value.get(MODULE_NAME);
  const known = fields.value;
  return answered({
    version,
    crm: known !== undefined,
    ...(ours?.state === 'installed' && { module: ours.version }),
    callRecords: records.value !== undefined,
    administrator: administrator.value,
    importer: modules.value.get('base_import_module')?.state ?? 'absent',
    mobile: known?.has('mobile') ?? false,
    contactNumbers: contacts.value?.has('phone_mobile_search') ?? false,
    numbers: known?.has('phone_sanitized') ? await judgeNumbers(transport) : 'unknown',
  });
}

/** The fields of a model; undefined when there is none, or none for this user. */
async function fieldsOf(transport: OdooTransport, model: string): Promise<OdooAnswer<ReadonlySet<string> | undefined>> {
  const answer = await transport.call({ model, method: 'fields_get', named: { attributes: ['type'] } });
  if (answer.kind === 'answered') return answered(new Set(isRow(answer.value) ? Object.keys(answer.value) : []));
  const { kind } = answer.failure;
  return kind === 'unknown' || kind === 'forbidden' ? answered(undefined) : failed(answer.failure);
}

type FoundModule = { state: OdooAbout['importer']; version: string };

async function findModules(transport: OdooTransport): Promise<OdooAnswer<ReadonlyMap<string, FoundModule>>> {
  const answer = await transport.call({
    model: 'ir.module.module',
    method: 'search_read',
    named: {
      domain: [['name', 'in', [MODULE_NAME, 'base_import_module']]],
      fields: ['name', 'state', 'latest_version'],
    },
  });
  if (answer.kind === 'answered') return answered(new Map(readRows(answer.value).map(readModule)));
  // Only administrators see the modules: whoever is none learns about ours from its model.
  return answer.failure.kind === 'forbidden' ? answered(new Map()) : failed(answer.failure);
}

function readModule(row: OdooRow): [string, FoundModule] {
  const state = row.state === 'installed' ? 'installed' : row.state === 'uninstalled' ? 'available' : 'absent';
  // Odoo puts its own series before the version, as in 19.0.1.0.0.
  const version = textOf(row.latest_version).replace(/^\d+\.\d+\.(?=\d+\.\d+)/, '');
  return [textOf(row.name), { state, version }];
}

async function judgeNumbers(transport: OdooTransport): Promise<OdooAbout['numbers']> {
  const answer = await transport.call({
    model: 'crm.lead',
    method: 'search_read',
    named: { domain: [['phone_sanitized', '!=', false]], fields: ['phone_sanitized'], limit: 20 },
  });
  const numbers = answer.kind === 'answered' ? readRows(answer.value).map((row) => textOf(row.phone_sanitized)) : [];
  if (numbers.length === 0) return 'unknown';
  return numbers.some((number) => /^\+\d+$/.test(number)) ? 'understood' : 'copied';
}
