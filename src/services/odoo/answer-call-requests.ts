import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import {
  settleCallRequest,
  type TakenCallRequest,
  takeCallRequests,
  unansweredCallRequests,
} from '../../models/odoo-call-request.ts';
import { answerCallRequest, type CallRequest, readCallRequests } from '../../odoo/reading/call-requests.ts';
import { askOdooTime } from '../../odoo/reading/odoo-time.ts';
import { answerOf } from '../../odoo/transport/failure.ts';
import type { OdooTransport } from '../../odoo/transport/transport.ts';

type Parts = { database: Database; clock: Clock; transport: OdooTransport };

/**
 * Answers the wishes to call somebody that the button in Odoo left there. A request is first taken down here, with what is
 * answered: that happens once, and the answer is repeated until Odoo has it. Returns how many were taken.
 */
export async function answerCallRequests({ database, clock, transport }: Parts): Promise<number> {
  const requests = answerOf(await readCallRequests(transport));
  let taken: number[] = [];
  if (requests.length > 0) {
    const odooNow = answerOf(await askOdooTime(transport));
    taken = await takeCallRequests(
      database,
      requests.map((request) => decide(request, odooNow)),
      clock.now(),
    );
  }
  for (const { odoo_id, answer } of await unansweredCallRequests(database)) {
    const given = await answerCallRequest(transport, odoo_id, { state: 'refused', words: answer });
    // Who made it, or an administrator, may have deleted it meanwhile.
    if (given.kind === 'failed' && given.failure.kind !== 'missing') answerOf(given);
    await settleCallRequest(database, odoo_id, clock.now());
  }
  return taken.length;
}

function decide({ id, phone_number, lead_id, user_id, requested }: CallRequest, odooNow: Date): TakenCallRequest {
  const request_date = requested ?? odooNow;
  const about = { odoo_id: id, phone_number, lead_id, user_id, request_date };
  const minutes = Math.floor((odooNow.getTime() - request_date.getTime()) / 60_000);
  if (minutes >= OLD_MINUTES)
    return {
      ...about,
      state: 'expired',
      answer: `Not called: the request is ${minutes} minutes old, MCUBE Integration could not be reached before. Press the button again.`,
    };
  return {
    ...about,
    state: 'refused',
    answer: `Not called: dialling is not configured. Call ${phone_number} by hand.`,
  };
}

/** Nobody wants to be called by surprise, long after they pressed a button. */
const OLD_MINUTES = 2;
