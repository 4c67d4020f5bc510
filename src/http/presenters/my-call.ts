import { type Static, Type } from 'typebox';
import type { CallRecordRow } from '../../models/call-record-list.ts';
import { statusKind } from '../../models/call-status.ts';
import type { CallerFacts } from '../../models/my-calls.ts';
import { OUTCOMES } from '../../models/outcome.ts';
import type { RecordingScope } from '../../security/record-rules.ts';
import { component, nullable, nullableWords, ref, Time, words } from '../schemas.ts';
import { CallRecord, presentCallRecord } from './call-record.ts';

const text = () => nullable(Type.String());
const id = () => nullable(Type.Integer());

const Lead = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  contact_name: text(),
  phone: text(),
  stage_id: Type.Integer(),
  stage_name: Type.String(),
  user_id: id(),
  user_name: text(),
  call_count: Type.Integer(),
  next_follow_up_at: nullable(Time()),
  is_new: Type.Boolean({ description: 'This call opened the lead, and is its only one.' }),
  is_unnamed: Type.Boolean({ description: 'Nobody has said yet who it is: the lead is called after its first call.' }),
});
const Candidate = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  stage_name: Type.String(),
  user_name: text(),
});
const Note = Type.Object({ body: Type.String(), user_name: Type.String(), create_date: Time() });

export const MyCall = component('MyCall', {
  call_record: ref(CallRecord),
  state: words(['ringing', 'talking', 'ended']),
  lead: Type.Unsafe<Static<typeof Lead> | null>(Type.Union([Lead, Type.Null()])),
  candidates: Type.Array(Candidate, { description: "The other open leads with the caller's number." }),
  last_note: Type.Unsafe<Static<typeof Note> | null>(Type.Union([Note, Type.Null()])),
  last_outcome: nullableWords(OUTCOMES),
});

export function presentMyCall(
  row: CallRecordRow,
  { lead, candidates, last_note, last_outcome }: CallerFacts,
  scope: RecordingScope,
): Static<typeof MyCall> {
  const talking = statusKind(row.status) === 'answered';
  return {
    call_record: presentCallRecord(row, scope),
    state: row.outcome !== 'in_progress' ? 'ended' : talking ? 'talking' : 'ringing',
    // JSON of the database has its own way to write a moment.
    lead: lead && { ...lead, next_follow_up_at: lead.next_follow_up_at && instant(lead.next_follow_up_at) },
    candidates,
    last_note: last_note && { ...last_note, create_date: instant(last_note.create_date) },
    last_outcome,
  };
}

function instant(text: string): string {
  return new Date(text).toISOString();
}
