import { Agent, request } from 'node:http';

/** One request on connections that are kept; the body of the answer, whatever its status. */
export type Ask = (method: string, path: string, headers: Record<string, string>, body?: string) => Promise<string>;

export function createAsk(url: string): Ask {
  const agent = new Agent({ keepAlive: true });
  return (method, path, headers, body = '') =>
    new Promise((resolve, reject) => {
      const asked = request(url + path, {
        method,
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve(text));
      });
      asked.end(body);
    });
}
