import { get } from 'node:http';

/** A client's stream of live events: calls back with the ids of call records that were created or changed. */
export function followEvents(url: string, apiKey: string, onCalls: (ids: readonly number[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = get(`${url}/api/events`, { headers: { authorization: `Bearer ${apiKey}` }, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      if (response.statusCode !== 200) reject(new Error(`/api/events answered ${response.statusCode}.`));
      response.setEncoding('utf8');
      let rest = '';
      response.on('data', (chunk: string) => {
        // It is subscribed once it has said anything.
        resolve();
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith(CALLS)) onCalls(idsOf(line));
      });
    });
  });
}

const CALLS = 'data: {"model":"mcube.call.record"';

function idsOf(line: string): number[] {
  const [, ids = ''] = /"ids":\[([\d,]*)\]/.exec(line) ?? [];
  return ids === '' ? [] : ids.split(',').map(Number);
}
