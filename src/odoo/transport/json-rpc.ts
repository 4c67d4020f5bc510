import { explainFault, type OdooFault } from './explain-fault.ts';
import { answered, failed, type OdooAnswer } from './failure.ts';
import { postJson } from './post-json.ts';
import { below, DEFAULT_TIMEOUT_MS, nameOf, type OdooAddress, type OdooTransport, withoutKey } from './transport.ts';

/** JSON-RPC, below Odoo 19. It signs in once, with the key as password, and remembers the user's number. */
export function createJsonRpcTransport({ url, db, login, key }: OdooAddress): OdooTransport {
  let user: Promise<OdooAnswer<number>> | undefined;

  async function signIn(): Promise<OdooAnswer<number>> {
    const reply = await rpc(url, 'common', 'authenticate', [db, login, key, {}], DEFAULT_TIMEOUT_MS, 'the sign-in');
    if (reply.kind === 'failed') return reply;
    if (typeof reply.value === 'number') return answered(reply.value);
    return failed(explainFault({ name: 'AccessDenied', message: '' }, 'the sign-in'));
  }

  return {
    protocol: 'json-rpc',
    async call(call) {
      user ??= signIn();
      const signedIn = await user;
      if (signedIn.kind === 'failed') {
        // The next call tries again: Odoo may only have been away.
        user = undefined;
        return withoutKey(signedIn, key);
      }
      const { model, method, ids, named = {}, context, timeoutMs = DEFAULT_TIMEOUT_MS } = call;
      const { positional, keywords } = arrange(method, named);
      const args = [...(ids === undefined ? [] : [ids]), ...positional];
      const content = [db, signedIn.value, key, model, method, args, { ...keywords, ...(context && { context }) }];
      return withoutKey(await rpc(url, 'object', 'execute_kw', content, timeoutMs, nameOf(call)), key);
    },
  };
}

/** Calls a service of /jsonrpc; those of `common` need nobody to be signed in. */
export async function rpc(
  url: string,
  service: 'common' | 'object',
  method: string,
  args: readonly unknown[],
  timeoutMs: number,
  name: string,
): Promise<OdooAnswer> {
  const content = { jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } };
  const reply = await postJson(below(url, 'jsonrpc'), content, { timeoutMs });
  if (reply.kind === 'failed') return reply;
  const { status, body } = reply.value;
  if (typeof body === 'object' && body !== null) {
    if ('error' in body) return failed(explainFault(readFault(body.error), name));
    // A method that returns nothing answers without a result.
    if ('jsonrpc' in body) return answered('result' in body ? body.result : null);
  }
  return failed(explainFault({ name: `HTTP ${status}`, message: JSON.stringify(body).slice(0, 200) }, name));
}

/** The parameters whose name changed over the versions, or that Odoo takes apart by position, go by position. */
const FIRST: Readonly<Record<string, string>> = {
  create: 'vals_list',
  write: 'vals',
  search: 'domain',
  search_count: 'domain',
  default_get: 'fields',
};

function arrange(method: string, named: Readonly<Record<string, unknown>>) {
  const first = FIRST[method];
  if (first === undefined || !(first in named)) return { positional: [], keywords: named };
  const { [first]: value, ...keywords } = named;
  return { positional: [value], keywords };
}

function readFault(error: unknown): OdooFault {
  if (typeof error !== 'object' || error === null) return { name: 'Error', message: String(error) };
  const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : error;
  const name = 'name' in data && typeof data.name === 'string' ? data.name : 'Error';
  const message = 'message' in data && typeof data.message === 'string' ? data.message : '';
  return { name, message };
}
