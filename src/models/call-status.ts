export type StatusKind =
  | 'answered'
  | 'cancelled'
  | 'busy'
  | 'no_answer'
  | 'in_progress'
  | 'voicemail'
  | 'failed'
  | 'unknown';

/** What one of MCUBE's status words means; compared without case, spaces, dashes and underscores. */
export function statusKind(status: string | null): StatusKind {
  if (status === null) return 'unknown';
  return KINDS.get(status) ?? KINDS.get(status.toLowerCase().replace(/[\s_-]+/g, '')) ?? 'unknown';
}

// The fact sheet's words (section 2) and their inflections; the remaining ones are Asterisk's DIALSTATUS, which MCUBE's words follow.
const WORDS: Readonly<Record<Exclude<StatusKind, 'unknown'>, readonly string[]>> = {
  answered: ['ANSWER', 'answer', 'answered', 'callcomplete', 'callcompleted', 'complete', 'completed'],
  cancelled: ['CANCEL', 'cancel', 'canceled', 'cancelled', 'abandoned'],
  busy: ['BUSY', 'busy', 'executivebusy', 'agentbusy', 'customerbusy', 'userbusy'],
  no_answer: ['NOANSWER', 'noanswer', 'notanswered', 'unanswered', 'missed', 'missedcall'],
  in_progress: [
    'connecting',
    'ringing',
    'ring',
    'originate',
    'originated',
    'dialing',
    'dialling',
    'inprogress',
    'oncall',
  ],
  voicemail: ['voicemsg', 'voicemail', 'voicemessage'],
  failed: ['failed', 'fail', 'failure', 'insufficientbalance', 'congestion', 'chanunavail', 'dontcall', 'invalidargs'],
};

const KINDS = new Map<string, StatusKind>();
for (const kind of ['answered', 'cancelled', 'busy', 'no_answer', 'in_progress', 'voicemail', 'failed'] as const) {
  for (const word of WORDS[kind]) KINDS.set(word, kind);
}
