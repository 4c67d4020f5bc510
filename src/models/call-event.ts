/** One MCUBE event in the service's own words, whichever product family sent it. Absent facts are null, never ''. */
export type CallEvent = {
  /** MCUBE's call id, or one derived from the call's own facts. Always text: it has more digits than a number keeps. */
  call_id: string;
  family: Family;
  direction: 'inbound' | 'outbound';
  /** Whether MCUBE said so; otherwise it is what such an event usually means. */
  direction_given: boolean;
  /** The customer's number as MCUBE wrote it; null when withheld. */
  phone_number: string | null;
  /** The customer's number in its one spelling (models/phone-number.ts); null when withheld. */
  phone_sanitized: string | null;
  virtual_number: string | null;
  agent_phone: string | null;
  agent_name: string | null;
  agent_email: string | null;
  group_name: string | null;
  caller_name: string | null;
  ref_id: string | null;
  recording_url: string | null;
  call_date: Date | null;
  end_date: Date | null;
  /** Talk time in whole seconds, 0 unless answered. */
  duration: number;
  duration_raw: string | null;
  /** MCUBE's own word. */
  status: string | null;
  disconnected_by: string | null;
  /** How much this event knows, least first: still ringing, talking, ended unanswered, ended after talking. */
  rank: 0 | 1 | 2 | 3;
};

export type Family = 'cloud' | 'classic' | 'classic_outbound' | 'voicebot';
