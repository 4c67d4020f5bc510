/** Somebody signed in to Odoo's web client: what the browser does, without one. */
export type WebSession = {
  readonly cookie: string;
  /** Calls a method as the web client does; Odoo's error throws. */
  call(model: string, method: string, args: unknown[], keywords?: object): Promise<unknown>;
  /** What a button of `type="action"` does. */
  runAction(id: number, context: object): Promise<unknown>;
};

export type Person = { url: string; db: string; login: string; password: string };

export async function signIn({ url, db, login, password }: Person): Promise<WebSession> {
  const { body, cookie } = await post(`${url}/web/session/authenticate`, { db, login, password });
  if (typeof body !== 'object' || body === null || !('uid' in body) || typeof body.uid !== 'number')
    throw new Error(`${login} cannot sign in: ${JSON.stringify(body).slice(0, 500)}`);
  return {
    cookie,
    async call(model, method, args, kwargs = {}) {
      const params = { model, method, args, kwargs };
      return (await post(`${url}/web/dataset/call_kw/${model}/${method}`, params, cookie)).body;
    },
    async runAction(id, context) {
      return (await post(`${url}/web/action/run`, { action_id: id, context }, cookie)).body;
    },
  };
}

async function post(url: string, params: object, cookie = ''): Promise<{ body: unknown; cookie: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params }),
    signal: AbortSignal.timeout(120_000),
  });
  const answer: { result?: unknown; error?: unknown } = JSON.parse(await response.text());
  if (answer.error !== undefined) throw new Error(`${url}: ${JSON.stringify(answer.error).slice(0, 3_000)}`);
  const session = response.headers.getSetCookie().find((text) => text.startsWith('session_id='));
  return { body: answer.result ?? null, cookie: session?.split(';')[0] ?? cookie };
}
