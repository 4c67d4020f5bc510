import { type Static, Type } from 'typebox';
import { MISSED_REASONS } from '../../models/missed-call.ts';
import type { MissedCallRow } from '../../models/missed-call-list.ts';
import { type WorkCalendar, workingSecondsBetween } from '../../models/working-time.ts';
import { component, nullable, Time, words } from '../schemas.ts';

const text = () => nullable(Type.String());
const id = () => nullable(Type.Integer());

export const MissedCall = component('MissedCall', {
  id: Type.Integer(),
  lead_id: nullable(Type.Integer({ description: 'The person, with all numbers of the lead; null: the number alone.' })),
  lead_name: text(),
  stage_name: text(),
  phone_number: nullable(Type.String({ description: 'From which they tried last.' })),
  phone_sanitized: text(),
  tries: Type.Integer(),
  virtual_numbers: Type.Array(Type.String(), { description: 'The numbers of ours that they tried.' }),
  first_missed_date: Time(),
  last_missed_date: Time(),
  last_call_record_id: Type.Integer(),
  reason: words(MISSED_REASONS, 'Of the last try. abandoned: hung up within 15 seconds.'),
  user_id: nullable(Type.Integer({ description: 'Who took it, else whose the last try was.' })),
  user_name: text(),
  team_id: id(),
  state: words(['open', 'snoozed', 'closed']),
  snoozed_until: nullable(Time()),
  waiting_seconds: Type.Integer({ description: 'Working time from the first try until the closing, or until now.' }),
  due_date: Time('Until when they are to be called back, in working time.'),
  closed_date: nullable(Time()),
  closed_rule: nullable(Type.String({ enum: ['connected', 'not_needed', null] })),
  closed_call_record_id: id(),
  closed_user_id: nullable(Type.Integer({ description: 'Who kept the promise, or said that there is none to keep.' })),
  closed_user_name: text(),
  closed_reason: text(),
  create_date: Time(),
  write_date: Time(),
});

export function presentMissedCall(
  { settled_until: _, ...row }: MissedCallRow,
  calendar: WorkCalendar,
  now: Date,
): Static<typeof MissedCall> {
  const snoozed = row.closed_date === null && row.snoozed_until !== null && row.snoozed_until > now;
  return {
    ...row,
    state: row.closed_date !== null ? 'closed' : snoozed ? 'snoozed' : 'open',
    snoozed_until: snoozed ? (row.snoozed_until?.toISOString() ?? null) : null,
    waiting_seconds: workingSecondsBetween(row.first_missed_date, row.closed_date ?? now, calendar),
    first_missed_date: row.first_missed_date.toISOString(),
    last_missed_date: row.last_missed_date.toISOString(),
    due_date: row.due_date.toISOString(),
    closed_date: row.closed_date?.toISOString() ?? null,
    create_date: row.create_date.toISOString(),
    write_date: row.write_date.toISOString(),
  };
}
