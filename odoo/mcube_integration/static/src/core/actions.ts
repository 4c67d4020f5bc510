import type { CallRow } from './call-row.ts';
import { MISSED } from './sort-calls.ts';

/** The lead of a call, or the call itself, as an action of the web client. */
export function openCall({ id, leadId }: CallRow): object {
  return {
    type: 'ir.actions.act_window',
    res_model: leadId === undefined ? 'x_mcube_call_record' : 'crm.lead',
    res_id: leadId ?? id,
    views: [[false, 'form']],
    target: 'current',
  };
}

/** The missed calls one may see, as an action of the web client. */
export const OPEN_MISSED: object = {
  type: 'ir.actions.act_window',
  name: 'Missed Calls',
  res_model: 'x_mcube_call_record',
  views: [
    [false, 'list'],
    [false, 'form'],
  ],
  domain: [['x_outcome', 'in', [...MISSED]]],
  target: 'current',
};
