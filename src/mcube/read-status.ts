import type { CallEvent, Family } from '../models/call-event.ts';
import type { StatusKind } from '../models/call-status.ts';
import { type FieldName, type Fields, firstOf } from './fields.ts';

const LONGEST = 60;
const DIAL_STATUS: readonly FieldName[] = ['dialstatus', 'callstatus'];
const STATUS: readonly FieldName[] = ['status'];

/** MCUBE's own word for how the call went. Classic's incoming `status` is a flag, "1", and no such word. */
export function readStatus(fields: Fields, family: Family): string | null {
  const word = firstOf(fields, DIAL_STATUS, LONGEST);
  if (word !== null || family === 'classic') return word;
  const status = firstOf(fields, STATUS, LONGEST);
  return status !== null && /\p{L}/u.test(status) && status !== 'true' && status !== 'false' ? status : null;
}

type Facts = {
  kind: StatusKind;
  answered: boolean;
  /** Whether an end time or talk time shows that the call is over. An On Call event has neither. */
  ended: boolean;
  /** Whether it has what only On Hangup has, though its end may be zeros. */
  hungUp: boolean;
  direction: CallEvent['direction'];
};

/** How much an event knows: 0 ringing, 1 talking, 2 ended unanswered, 3 ended after talking. */
export function rankOf({ kind, answered, ended, hungUp, direction }: Facts): CallEvent['rank'] {
  if (answered) return ended ? 3 : 1;
  if (kind === 'in_progress') return 0;
  if (ended || hungUp || kind === 'cancelled' || kind === 'voicemail' || kind === 'failed') return 2;
  // While an incoming call hunts, one agent being busy is not the end of it; the person we dialled being busy is.
  return direction === 'outbound' && (kind === 'busy' || kind === 'no_answer') ? 2 : 0;
}
