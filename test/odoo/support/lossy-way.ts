import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';

/** A way to an Odoo on which answers can be lost: Odoo did what was asked, and whoever asked never learns it. */
export type LossyWay = {
  readonly url: string;
  /** From now on the answer to the next call of this method on this model is lost. */
  loseNext(model: string, method: string): void;
  /** How many were lost. */
  lost(): number;
  /** Keeps the next call of this method on this model that says these words from Odoo, until it is let go. */
  holdNext(model: string, method: string, words: string): { held: Promise<void>; letGo(): void };
};

export async function openLossyWay(odooUrl: string): Promise<LossyWay> {
  const doomed = new Set<string>();
  let lost = 0;
  let gate: { isFor(name: string, body: string): boolean; reached(): void; opened: Promise<void> } | undefined;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const path = request.url ?? '/';
    const name = nameOf(path, body.toString());
    if (gate?.isFor(name, body.toString())) {
      const { reached, opened } = gate;
      gate = undefined;
      reached();
      await opened;
    }
    const onward = ask(new URL(path, odooUrl), { method: request.method ?? 'GET', headers: request.headers });
    onward.on('error', () => response.destroy());
    onward.on('response', async (answer) => {
      const content = await buffer(answer);
      if (doomed.delete(name)) {
        lost += 1;
        response.destroy();
      } else response.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
    });
    onward.end(body);
  }

  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    loseNext: (model, method) => void doomed.add(`${model} ${method}`),
    lost: () => lost,
    holdNext(model, method, words) {
      const [held, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const isFor = (name: string, body: string) => name === `${model} ${method}` && body.includes(words);
      gate = { isFor, reached: held.resolve, opened: opened.promise };
      return { held: held.promise, letGo: opened.resolve };
    },
  };
}

const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** "crm.lead load", over both of Odoo's protocols. */
function nameOf(path: string, body: string): string {
  const [, json2] = /^\/json\/2\/(.+)$/.exec(path) ?? [];
  if (json2 !== undefined) return decodeURIComponent(json2).replace('/', ' ');
  if (!path.endsWith('/jsonrpc')) return '';
  const { params }: { params?: { args?: unknown[] } } = JSON.parse(body);
  return `${String(params?.args?.[3])} ${String(params?.args?.[4])}`;
}
