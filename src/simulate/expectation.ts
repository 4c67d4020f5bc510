import type { SimulatedCall } from './call.ts';

/** What the service must hold after these calls: every call once, and one lead for every customer who has a number. */
export function expectationOf(calls: Iterable<SimulatedCall>, outboundLeads: boolean): Expectation {
  const callIds = new Set<string>();
  const leadNumbers = new Set<string>();
  for (const call of calls) {
    callIds.add(call.callId);
    if (bringsLead(call, outboundLeads)) leadNumbers.add(call.customer.number);
  }
  return { callIds, leadNumbers };
}

export type Expectation = { callIds: ReadonlySet<string>; leadNumbers: ReadonlySet<string> };

/** Withheld callers cannot become a lead, the company's own people must not; outbound calls may, by a setting. */
export function bringsLead(call: SimulatedCall, outboundLeads: boolean): boolean {
  const outsider = call.customer.kind === 'person' || call.customer.kind === 'foreign';
  return outsider && (call.direction === 'inbound' || outboundLeads);
}
