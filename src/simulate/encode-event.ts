import type { SimulatedEvent } from './event.ts';

/** The request body as MCUBE's products write it. */
export function encodeEvent({ payload, encoding }: Pick<SimulatedEvent, 'payload' | 'encoding'>): EncodedEvent {
  if (encoding === 'json') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const fields =
    encoding === 'form_data'
      ? // PHP, which Classic is written in, escapes every slash in JSON.
        { data: JSON.stringify(payload).replaceAll('/', '\\/') }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value ?? '')]));
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}

export type EncodedEvent = { contentType: string; body: string };
