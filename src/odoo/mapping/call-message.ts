import type { CallForOdoo } from '../../models/call-for-odoo.ts';
import { addressOf, nameOf, odooTime } from './call-values.ts';
import { escapeHtml } from './lead-values.ts';

/** The note in a lead's chatter that tells of a call: who, how it went, and where it is. A player would lose its controls. */
export function callMessage(call: CallForOdoo, callRecordId: number, publicUrl: string | null): string {
  const links = [
    // Understood by every version's web client, and by one that has the record open already.
    `<a href="/web#model=x_mcube_call_record&amp;id=${callRecordId}&amp;view_type=form" data-oe-model="x_mcube_call_record" data-oe-id="${callRecordId}">${call.recording_url === null ? 'Open the call' : 'Listen to the call'}</a>`,
    ...(publicUrl === null
      ? []
      : [`<a href="${escapeHtml(addressOf(call, publicUrl))}">Open it in MCUBE Integration</a>`]),
  ];
  const agent = call.agent_name === null ? '' : `, ${escapeHtml(call.agent_name)}`;
  return `<p>${escapeHtml(nameOf(call))}${agent}: ${ENDINGS[call.outcome]}${lengthOf(call)}. ${links.join(' · ')}</p>`;
}

/** By this mark a message is found again: a call is told once, whatever happens between writing there and noting it here. */
export function messageMark(callId: string, instance: string): string {
  return `<mcube-call-${encodeURIComponent(callId)}@${instance}.mcube-integration>`;
}

/** When the call was: the chatter stays in the order of what happened. */
export function messageDate({ call_date, duration }: CallForOdoo): string {
  return odooTime(new Date(call_date.getTime() + duration * 1000));
}

const ENDINGS = {
  answered: 'answered',
  missed: 'missed',
  busy: 'busy',
  abandoned: 'abandoned',
  voicemail: 'voicemail',
  failed: 'failed',
  in_progress: 'in progress',
} as const;

function lengthOf({ outcome, duration }: CallForOdoo): string {
  if (duration === 0 || outcome === 'missed') return '';
  const minutes = Math.floor(duration / 60);
  return minutes === 0 ? `, ${duration} s` : `, ${minutes} min ${duration % 60} s`;
}
