import { explainFault } from './explain-fault.ts';
import { answered, failed, type OdooAnswer } from './failure.ts';
import { type HttpReply, postJson } from './post-json.ts';
import {
  below,
  DEFAULT_TIMEOUT_MS,
  nameOf,
  type OdooAddress,
  type OdooCall,
  type OdooTransport,
  withoutKey,
} from './transport.ts';

/** JSON-2, from Odoo 19 on: one POST a call, one transaction a call. */
export function createJson2Transport({ url, db, key }: Omit<OdooAddress, 'login'>): OdooTransport {
  const headers = { authorization: `bearer ${key}`, 'x-odoo-database': db };
  return {
    protocol: 'json-2',
    async call(call) {
      const { model, method, ids, named, context, timeoutMs = DEFAULT_TIMEOUT_MS } = call;
      const path = `json/2/${encodeURIComponent(model)}/${encodeURIComponent(method)}`;
      const content = { ...(ids && { ids }), ...named, ...(context && { context }) };
      const reply = await postJson(below(url, path), content, { headers, timeoutMs });
      return withoutKey(reply.kind === 'failed' ? reply : readReply(call, reply.value), key);
    },
  };
}

function readReply(call: OdooCall, { status, body }: HttpReply): OdooAnswer {
  if (status >= 200 && status < 300) return answered(body);
  const { name, message } = readFault(body);
  // A key that is wrong, has expired or has another scope is told by the status alone.
  if (status === 401) return failed(explainFault({ name: 'AccessDenied', message }, nameOf(call)));
  if (status === 404 && name === '') return failed(explainFault({ name: 'NotFound', message }, nameOf(call)));
  return failed(explainFault({ name: name === '' ? `HTTP ${status}` : name, message }, nameOf(call)));
}

function readFault(body: unknown): { name: string; message: string } {
  if (typeof body !== 'object' || body === null) return { name: '', message: String(body) };
  const name = 'name' in body && typeof body.name === 'string' ? body.name : '';
  const message = 'message' in body && typeof body.message === 'string' ? body.message : '';
  return { name, message };
}
