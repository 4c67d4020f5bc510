import { answered, type OdooAnswer } from '../transport/failure.ts';
import type { OdooTransport } from '../transport/transport.ts';
import { writeOdooTime } from './odoo-time.ts';

/** How many calls Odoo has that began in a span of time. */
export async function countCallsInOdoo(
  transport: OdooTransport,
  { from, until }: { from: Date; until: Date },
): Promise<OdooAnswer<number>> {
  const answer = await transport.call({
    model: 'x_mcube_call_record',
    method: 'search_count',
    named: {
      domain: [
        ['x_call_date', '>=', writeOdooTime(from)],
        ['x_call_date', '<', writeOdooTime(until)],
      ],
    },
    timeoutMs: 5_000,
  });
  return answer.kind === 'failed' ? answer : answered(Number(answer.value));
}
