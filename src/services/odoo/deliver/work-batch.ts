import type { DueDelivery } from '../../../models/odoo-delivery.ts';
import { type OdooAnswer, OdooError } from '../../../odoo/transport/failure.ts';
import { OF_THE_SERVER } from '../odoo-health.ts';
import { notDone, type Outcome } from './outcome.ts';

/** Brings some records to Odoo together: all of them get there, or none. Bringing them again changes nothing. */
export type Work = (deliveries: readonly DueDelivery[]) => Promise<OdooAnswer<Outcome[]>>;

/**
 * Works a batch. One that is refused is cut in two until what is wrong stands alone, so that it holds nobody else up. What
 * the next record would meet as well is thrown: it tells of the server, and the round ends.
 */
export async function workBatch(deliveries: readonly DueDelivery[], work: Work): Promise<Outcome[]> {
  if (deliveries.length === 0) return [];
  const answer = await workPatiently(deliveries, work);
  if (answer.kind === 'answered') return answer.value;
  const { failure } = answer;
  if (OF_THE_SERVER.has(failure.kind)) throw new OdooError(failure);
  const [only] = deliveries;
  if (only !== undefined && deliveries.length === 1) return [notDone(only, failure)];
  const middle = deliveries.length >> 1;
  return [
    ...(await workBatch(deliveries.slice(0, middle), work)),
    ...(await workBatch(deliveries.slice(middle), work)),
  ];
}

/** Whoever loses a race for a record in Odoo tries again at once: the winner is done. */
async function workPatiently(deliveries: readonly DueDelivery[], work: Work): Promise<OdooAnswer<Outcome[]>> {
  for (let tries = 1; ; tries++) {
    const answer = await work(deliveries);
    if (answer.kind === 'answered' || tries >= MOST_TRIES) return answer;
    if (answer.failure.kind !== 'conflict' && answer.failure.kind !== 'duplicate') return answer;
  }
}

const MOST_TRIES = 3;
