import type { Findings } from './await-stored.ts';
import { bringsLead, expectationOf } from './expectation.ts';

import type { Tally } from './tally.ts';

/** What was sent against what is there. */
export type Balance = {
  events: { sent: number; accepted: number; retries: number; refused: Readonly<Record<string, number>> };
  calls: { expected: number; stored: number | null };
  /** Customers who should have a lead and have one; and leads beyond the first of a customer. */
  leads: { expected: number; stored: number | null; doubled: number };
  /** unchecked: nobody could be asked what is stored. */
  verdict: 'ok' | 'missing' | 'refused' | 'unchecked';
  /** Why a question about stored calls was not answered. */
  failure: string | null;
  /** The first few calls that are missing, to look for in the log. */
  missing: readonly string[];
};

/** `findings` is null when there is nobody to ask. */
export function balanceOf(tally: Tally, findings: Findings | null, outboundLeads: boolean): Balance {
  const stored = findings === null || findings.failure !== null ? null : findings.found;
  const { callIds, leadNumbers } = expectationOf(tally.calls.values(), outboundLeads);
  const leads = new Map<string, Set<string>>();
  for (const call of tally.calls.values()) {
    const lead = stored?.get(call.callId);
    if (lead === undefined || lead === null || !bringsLead(call, outboundLeads)) continue;
    const { number } = call.customer;
    leads.set(number, (leads.get(number) ?? new Set()).add(String(lead)));
  }
  const doubled = [...leads.values()].reduce((sum, ids) => sum + ids.size - 1, 0);
  const complete = stored?.size === callIds.size && leads.size === leadNumbers.size && doubled === 0;
  const { sent, accepted, retries } = tally;
  return {
    events: { sent, accepted, retries, refused: Object.fromEntries(tally.refused) },
    calls: { expected: callIds.size, stored: stored?.size ?? null },
    leads: { expected: leadNumbers.size, stored: stored === null ? null : leads.size, doubled },
    verdict: tally.refused.size > 0 ? 'refused' : stored === null ? 'unchecked' : complete ? 'ok' : 'missing',
    failure: findings?.failure ?? null,
    missing: stored === null ? [] : [...callIds].filter((callId) => !stored.has(callId)).slice(0, 10),
  };
}

/** 0 only when everything sent was accepted and is stored. */
export const EXIT_CODES: Record<Balance['verdict'], number> = { ok: 0, missing: 1, refused: 1, unchecked: 2 };
