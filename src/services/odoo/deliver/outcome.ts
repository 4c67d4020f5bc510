import type { Delivered, DueDelivery } from '../../../models/odoo-delivery.ts';
import type { OdooFailure } from '../../../odoo/transport/failure.ts';

/** What became of a delivery that was worked. */
export type Outcome = ({ kind: 'delivered' } & Delivered) | NotDone;

export type NotDone = { kind: 'failed'; delivery: DueDelivery; failure: OdooFailure };

export function delivered(delivery: DueDelivery, odoo_id: number | null, announced = false): Outcome {
  return { kind: 'delivered', delivery, odoo_id, announced };
}

export function notDone(delivery: DueDelivery, failure: OdooFailure): NotDone {
  return { kind: 'failed', delivery, failure };
}
