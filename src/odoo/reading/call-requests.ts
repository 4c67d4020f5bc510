import { answered, type OdooAnswer } from '../transport/failure.ts';
import { readRows } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';
import { readOdooTime } from './odoo-time.ts';
import { filledText, idOf, relatedId } from './row-values.ts';

/** A wish to call somebody, as the button in Odoo left it there; people and leads by their ids in Odoo. */
export type CallRequest = {
  id: number;
  phone_number: string;
  lead_id: number | null;
  user_id: number | null;
  requested: Date | undefined;
};

const MODEL = 'x_mcube_call_request';

/** The oldest requests that nobody has answered. */
export async function readCallRequests(transport: OdooTransport): Promise<OdooAnswer<CallRequest[]>> {
  const answer = await transport.call({
    model: MODEL,
    method: 'search_read',
    named: {
      domain: [['x_state', '=', 'new']],
      fields: ['x_phone_number', 'x_lead_id', 'create_uid', 'create_date'],
      order: 'id',
      limit: 100,
    },
  });
  if (answer.kind === 'failed') return answer;
  return answered(
    readRows(answer.value).map((row) => ({
      id: idOf(row),
      phone_number: filledText(row.x_phone_number) ?? '',
      lead_id: relatedId(row.x_lead_id),
      user_id: relatedId(row.create_uid),
      requested: readOdooTime(row.create_date),
    })),
  );
}

/** The button shows the answer to who pressed it. */
export async function answerCallRequest(
  transport: OdooTransport,
  id: number,
  answer: { state: 'refused'; words: string },
): Promise<OdooAnswer> {
  const vals = { x_state: answer.state, x_answer: answer.words };
  return await transport.call({ model: MODEL, method: 'write', ids: [id], named: { vals } });
}
