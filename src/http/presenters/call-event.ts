import { type Static, Type } from 'typebox';
import type { CallEventStep } from '../../services/read-call-events.ts';
import { component, nullable, nullableWords, Sentences, sentencesOf, Time, words } from '../schemas.ts';

const text = () => nullable(Type.String());

export const CallEvent = component('CallEvent', {
  id: Type.Integer(),
  received_at: Time(),
  direction: nullableWords(['inbound', 'outbound']),
  status: nullable(Type.String({ description: "MCUBE's own word." })),
  outcome: nullableWords(
    ['answered', 'missed', 'busy', 'abandoned', 'voicemail', 'in_progress', 'failed'],
    'How the call stands or ended, as far as this event alone tells.',
  ),
  agent_name: text(),
  agent_phone: text(),
  virtual_number: text(),
  duration: Type.Integer(),
  has_recording: Type.Boolean(),
  final: Type.Boolean({ description: 'Whether it told of the end.' }),
  state: words(['received', 'processed', 'ignored', 'failed']),
  reason: text(),
  reason_sentences: Sentences,
});

export function presentCallEvent(step: CallEventStep): Static<typeof CallEvent> {
  const reason_sentences = sentencesOf(step.reason);
  return { ...step, reason_sentences, received_at: step.received_at.toISOString() };
}
