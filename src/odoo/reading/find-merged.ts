import { answered, type OdooAnswer } from '../transport/failure.ts';
import { readRows } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';

/**
 * The lead that these messages are about now. When people in Odoo merge leads, it moves the messages of those that go to the
 * one that stays; those of a lead that is deleted go with it.
 */
export async function findLeadOfMessages(
  transport: OdooTransport,
  marks: readonly string[],
): Promise<OdooAnswer<number | undefined>> {
  if (marks.length === 0) return answered(undefined);
  const domain = [
    ['message_id', 'in', marks],
    ['model', '=', 'crm.lead'],
  ];
  const named = { domain, fields: ['res_id'], order: 'id desc', limit: 1 };
  const answer = await transport.call({ model: 'mail.message', method: 'search_read', named });
  if (answer.kind === 'failed') return answer;
  const leadId = readRows(answer.value)[0]?.res_id;
  return answered(typeof leadId === 'number' ? leadId : undefined);
}
