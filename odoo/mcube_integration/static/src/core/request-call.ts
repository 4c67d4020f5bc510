import { callOdoo, rowsOf } from './call-odoo.ts';

export type CallWish = { phoneNumber: string; leadId: number | undefined };

/** Leaves a call request for the service, and tells what became of it. Odoo checks who may; who asked is who is signed in. */
export async function requestCall({ phoneNumber, leadId }: CallWish): Promise<string> {
  const values = {
    x_name: `Call to ${phoneNumber}`,
    x_phone_number: phoneNumber,
    x_lead_id: leadId ?? false,
    x_state: 'new',
  };
  const id = await callOdoo('x_mcube_call_request', 'create', [values]);
  for (const pause of PAUSES_MS) {
    await new Promise((resolve) => window.setTimeout(resolve, pause));
    const answer = await callOdoo('x_mcube_call_request', 'read', [
      [Array.isArray(id) ? id[0] : id],
      ['x_state', 'x_answer'],
    ]);
    const [row] = rowsOf(answer);
    if (row !== undefined && row.x_state !== 'new')
      return typeof row.x_answer === 'string' ? row.x_answer : `The call to ${phoneNumber} is under way.`;
  }
  return `The call to ${phoneNumber} is asked for; MCUBE has not answered yet.`;
}

const PAUSES_MS = [1_000, 1_000, 2_000, 3_000, 5_000];
