import type { Payload } from '../../mcube/payload.ts';
import type { CallEvent } from '../../models/call-event.ts';

/** The payload as it was accepted. It was written by us as one JSON object; anything else is a damaged row, and a bug. */
export function readPayload(text: string): Payload {
  const payload: unknown = JSON.parse(text);
  if (typeof payload === 'object' && payload !== null) return { ...payload };
  throw new Error('a stored payload is not a JSON object');
}

/** Whether the call's record would be deleted at once. This is how a call stays recorded once even after its record is gone. */
export function isExpired({ call_date, end_date }: CallEvent, callRetentionDays: number, now: Date): boolean {
  const moment = call_date ?? end_date;
  if (callRetentionDays === 0 || moment === null) return false;
  return moment.getTime() < now.getTime() - callRetentionDays * 86_400_000;
}
