import { CALLS_A_QUESTION, type FindStoredCalls, type StoredCall } from './stored-calls.ts';

/** Looks calls up over the service's API with an API key. */
export function findStoredCallsOverApi(webhookUrl: string, apiKey: string): FindStoredCalls {
  return async (callIds) => {
    const url = apiAddress(webhookUrl, 'call-records');
    url.searchParams.set('limit', String(CALLS_A_QUESTION));
    for (const callId of callIds) url.searchParams.append('call_id', callId);
    const headers = { authorization: `Bearer ${apiKey}` };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`The API answered ${response.status} to a look-up of call records.`);
    return storedCallsIn(await response.json());
  };
}

const TIMEOUT_MS = 10_000;

/** The API stands beside the webhook, also where both are behind a path of a bigger site. */
export function apiAddress(webhookUrl: string, model: string): URL {
  const url = new URL(webhookUrl);
  const webhook = url.pathname.lastIndexOf('/mcube/webhook');
  url.pathname = `${webhook === -1 ? '' : url.pathname.slice(0, webhook)}/api/${model}`;
  url.search = '';
  return url;
}

function storedCallsIn(answer: unknown): StoredCall[] {
  const { data } = isRecord(answer) ? answer : {};
  if (!Array.isArray(data)) throw new Error('The API answered no list of call records.');
  return data.filter(isRecord).flatMap((row): StoredCall[] => {
    const { call_id: callId, lead_id: lead } = row;
    if (typeof callId !== 'string') return [];
    return [{ callId, lead: typeof lead === 'string' || typeof lead === 'number' ? lead : null }];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
