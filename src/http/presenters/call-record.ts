import { type Static, Type } from 'typebox';
import { parseSteps } from '../../models/assignment.ts';
import type { CallRecordRow } from '../../models/call-record-list.ts';
import { OUTCOMES } from '../../models/outcome.ts';
import { ringSeconds } from '../../models/ring-time.ts';
import type { RecordingScope } from '../../security/record-rules.ts';
import { component, nullable, Sentences, sentencesOf, Time, words } from '../schemas.ts';

const text = (description: string) => nullable(Type.String({ description }));
const id = (description: string) => nullable(Type.Integer({ description }));

const Step = Type.Object({
  rule: Type.String(),
  said: words(['chosen', 'nobody', 'not_given']),
  user_id: Type.Optional(Type.Integer()),
  among: Type.Optional(
    Type.Unsafe<readonly number[]>(
      Type.Array(Type.Integer(), { description: 'The users who matched, where several did.' }),
    ),
  ),
});

export const CallRecord = component('CallRecord', {
  id: Type.Integer(),
  call_id: Type.String({ description: "MCUBE's id of the call." }),
  lead_id: id('The lead the call stands on.'),
  lead_name: text('Its name.'),
  phone_number: text("The customer's number; null when withheld."),
  virtual_number: text('The number of ours that was called, or called from.'),
  recording_url: text('Where MCUBE keeps the recording; not told unless MCUBE_RECORDING_SCOPE is all.'),
  has_recording: Type.Boolean(),
  recording_state: words(['none', 'fetching', 'ready', 'failed', 'expired'], 'How our copy of the recording stands.'),
  recording_reason: text('Why it is not there, or what is odd about it.'),
  recording_reason_sentences: Sentences,
  recording_seconds: nullable(Type.Number({ description: 'Its length, where the file tells it.' })),
  may_hear: Type.Boolean({ description: 'Whether who asks hears its recording (MCUBE_RECORDING_SCOPE).' }),
  call_date: Time('When the call began.'),
  end_date: nullable(Time('When it ended.')),
  duration: Type.Integer({ description: 'Talk time in seconds, 0 unless answered.' }),
  ring_seconds: nullable(Type.Integer({ description: 'Of answered calls: how long it rang; null when unknown.' })),
  duration_raw: text('The duration as MCUBE wrote it.'),
  direction: words(['inbound', 'outbound']),
  status: text("MCUBE's own word."),
  outcome: words(OUTCOMES),
  disconnected_by: text('Who hung up.'),
  agent_name: text('The agent as MCUBE names them.'),
  agent_user_name: text('The name of the user whose phone or e-mail MCUBE gives; null where it is nobody we know.'),
  agent_phone: text('The phone that rang.'),
  agent_email: text("The agent's e-mail as MCUBE gave it."),
  group_name: text('The MCUBE group.'),
  caller_name: text("The customer's name as MCUBE gave it."),
  ref_id: text('The reference that was given when dialling.'),
  user_id: id('The owner.'),
  user_name: text("The owner's name."),
  team_id: id('The team.'),
  family: Type.String({ description: 'Which MCUBE product sent the call.' }),
  timed_out: Type.Boolean({ description: 'Closed by the clock: its end never arrived.' }),
  tag_ids: Type.Array(Type.Integer(), { description: 'By name, as are tag_names.' }),
  tag_names: Type.Array(Type.String()),
  lead_candidates: Type.Array(Type.Integer(), {
    description: "The other open leads that had the customer's number when the call found its lead.",
  }),
  lead_rule: Type.String({ description: 'Why it stands on this lead.' }),
  user_rule: Type.String({ description: 'Which rule chose the owner.' }),
  assignment: Type.Array(Step, { description: 'Every rule that was tried for the owner, and what it said.' }),
  create_date: Time(),
  write_date: Time(),
});

/** Where not all may hear everything, MCUBE's link is nobody's: who has it hears the recording without asking us. */
export function presentCallRecord(row: CallRecordRow, scope: RecordingScope): Static<typeof CallRecord> {
  return {
    ...row,
    recording_reason_sentences: sentencesOf(row.recording_reason),
    recording_url: scope === 'all' ? row.recording_url : null,
    has_recording: row.recording_url !== null,
    ring_seconds: ringSeconds(row),
    assignment: parseSteps(row.assignment),
    call_date: row.call_date.toISOString(),
    end_date: row.end_date?.toISOString() ?? null,
    create_date: row.create_date.toISOString(),
    write_date: row.write_date.toISOString(),
  };
}
