import { answered, type OdooAnswer } from '../transport/failure.ts';
import { readId, readRows } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';

/** By what name people find it among Odoo's automations. */
const NAME = 'MCUBE: tell the service of call requests';

/**
 * Lets Odoo call an address whenever somebody asks for a call: from 17 on, where its module for automations is installed and
 * the key is an administrator's. It is set once and then kept up to date. Goes with our module, whose model it watches.
 * False where this Odoo cannot do it: then requests are only looked for every few seconds.
 */
export async function setUpWake(transport: OdooTransport, url: string): Promise<OdooAnswer<boolean>> {
  const models = await search(
    transport,
    'ir.model',
    [['model', 'in', ['base.automation', 'x_mcube_call_request']]],
    ['model'],
  );
  if (models.kind === 'failed') return isRefusal(models) ? answered(false) : models;
  const watched = models.value.find(({ model }) => model === 'x_mcube_call_request');
  if (watched === undefined || models.value.length < 2) return answered(false);
  const known = await search(transport, 'ir.actions.server', [['name', '=', NAME]], ['webhook_url']);
  if (known.kind === 'failed') return isRefusal(known) ? answered(false) : known;
  const [action] = known.value;
  if (action?.webhook_url === url) return answered(true);
  const set =
    action === undefined
      ? await create(transport, Number(watched.id), url)
      : await write(transport, Number(action.id), url);
  if (set.kind === 'failed') return isRefusal(set) ? answered(false) : set;
  return answered(true);
}

async function create(transport: OdooTransport, modelId: number, url: string): Promise<OdooAnswer> {
  const made = await transport.call({
    model: 'base.automation',
    method: 'create',
    named: { vals_list: [{ name: NAME, model_id: modelId, trigger: 'on_create' }] },
  });
  if (made.kind === 'failed') return made;
  const action = {
    name: NAME,
    model_id: modelId,
    state: 'webhook',
    webhook_url: url,
    base_automation_id: readId(made.value),
    usage: 'base_automation',
  };
  return await transport.call({ model: 'ir.actions.server', method: 'create', named: { vals_list: [action] } });
}

async function write(transport: OdooTransport, id: number, url: string): Promise<OdooAnswer> {
  return await transport.call({
    model: 'ir.actions.server',
    method: 'write',
    ids: [id],
    named: { vals: { webhook_url: url } },
  });
}

async function search(transport: OdooTransport, model: string, domain: readonly unknown[], fields: readonly string[]) {
  const answer = await transport.call({ model, method: 'search_read', named: { domain, fields } });
  return answer.kind === 'failed' ? answer : answered(readRows(answer.value));
}

/** Who may not, or an Odoo that has no such thing. */
function isRefusal({ failure }: Extract<OdooAnswer, { kind: 'failed' }>): boolean {
  return failure.kind === 'forbidden' || failure.kind === 'unknown' || failure.kind === 'validation';
}
