import type { Settings } from '../../kernel/settings.ts';
import type { Assignment } from '../../models/assignment.ts';
import type { LeadRule, StoredCallRecord } from '../../models/call-record.ts';
import type { Candidate } from '../../models/lead-matching.ts';
import type { MergedCall } from '../../models/merge-call.ts';
import type { QueueSettings } from './keep-missed-calls.ts';

/** A call as the events of one batch tell it, and when the first of them arrived. */
export type Arrival = {
  call: MergedCall;
  received_at: Date;
  event_ids: number[];
  ringing: Ringing | undefined;
  /** Whether all of it comes from MCUBE just now: a retry or a replay may make a record again that was deleted. */
  fresh: boolean;
};

/** The agent's phone as the newest event that names one has it. */
export type Ringing = { agent_phone: string; event_id: number };

/** A call that has something new to write: what is stored of it so far, and both merged. */
export type Draft = Arrival & { before: StoredCallRecord | undefined; ringing_phone: string | null };

/** A draft that knows its lead, or why it has none. */
export type LinkedDraft = Draft & {
  lead: Candidate | undefined;
  lead_rule: LeadRule;
  /** The other open leads that had the number; null for none. */
  lead_candidates: readonly number[] | null;
  /** The lead whose owner looked after this customer before. */
  owned_before: Candidate | undefined;
};

/** A draft that knows its owner too. */
export type OwnedDraft = LinkedDraft & { assignment: Assignment; team_id: number | null };

/** The settings that decide about calls. */
export type CallSettings = QueueSettings &
  Pick<
    Settings,
    'defaultRegion' | 'timeZone' | 'defaultTeam' | 'fallbackLogin' | 'outboundLeads' | 'callRetentionDays'
  >;
