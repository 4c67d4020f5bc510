import { say } from '../../kernel/sentences.ts';
import { answered, failed, type OdooAnswer } from '../transport/failure.ts';
import { isRow } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';

/** A moment as Odoo gives it: "2026-11-22 19:00:01", in UTC, cut to the second. */
export function readOdooTime(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(value)) return undefined;
  return new Date(`${value.slice(0, 19).replace(' ', 'T')}Z`);
}

/** A moment in Odoo's words, cut to the second. */
export function writeOdooTime(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

/** What time it is in Odoo, to the second; its clock and ours need not agree. Told by the default of a message's date. */
export async function askOdooTime(transport: OdooTransport): Promise<OdooAnswer<Date>> {
  const answer = await transport.call({ model: 'mail.message', method: 'default_get', named: { fields: ['date'] } });
  if (answer.kind === 'failed') return answer;
  const time = isRow(answer.value) ? readOdooTime(answer.value.date) : undefined;
  return time === undefined ? failed(NO_TIME) : answered(time);
}

const NO_TIME = {
  kind: 'server_error',
  message: say('no_time'),
  fix: say('no_time_fix'),
  detail: 'default_get of mail.message has no date',
  retryAfter: undefined,
} as const;
