import type { CallEvent } from '../models/call-event.ts';
import { statusKind } from '../models/call-status.ts';
import { derivedCallId, givenCallId } from './call-key.ts';
import { directionOf, familyOf, givenDirection, partyFields } from './families.ts';
import { type FieldName, firstOf, hasField, readFields } from './fields.ts';
import type { Payload, Reading } from './payload.ts';
import { readTalkTime } from './read-duration.ts';
import { type Parties, readCallerName, readParties } from './read-parties.ts';
import { readRecordingUrl } from './read-recording-url.ts';
import { rankOf, readStatus } from './read-status.ts';
import { readTimes } from './read-times.ts';

export type ReadingFacts = { receivedAt: Date; defaultRegion: string; timeZone: string };

/** The call that a payload of any of MCUBE's products tells of, in the service's own words. */
export function readCallEvent(payload: Payload, facts: ReadingFacts): Reading {
  const fields = readFields(payload);
  const family = familyOf(fields);
  const direction = directionOf(fields, family);
  const parties = readParties(fields, partyFields(fields, family, direction), facts.defaultRegion);
  const { start, call_date, end_date, hasEnd } = readTimes(fields, facts.receivedAt, facts.timeZone);
  const status = readStatus(fields, family);
  const recording_url = readRecordingUrl(fields);
  const givenId = givenCallId(fields);
  const showsCall = start !== null || status !== null || parties.virtual_number !== null;
  const isCall =
    parties.phone_sanitized !== null ||
    (givenId === null ? parties.isWithheld && start !== null : isCallWithoutNumber(parties, showsCall, recording_url));
  if (!isCall) return { kind: 'unreadable', message: 'Missing phone number' };
  const talk = readTalkTime(fields);
  const hungUp = HANG_UP.every((name) => hasField(fields, name));
  const kind = statusKind(status);
  // Where no word says how it went, talk time does.
  const answered = kind === 'answered' || (status === null && talk.seconds > 0);
  const event: CallEvent = {
    call_id: givenId ?? derivedCallId({ direction, start, ...parties }, payload, facts.defaultRegion),
    family,
    direction,
    direction_given: givenDirection(fields) !== null,
    phone_number: parties.phone_number,
    phone_sanitized: parties.phone_sanitized,
    virtual_number: parties.virtual_number,
    agent_phone: parties.agent_phone,
    agent_name: firstOf(fields, AGENT_NAME, LONGEST_NAME),
    agent_email: firstOf(fields, AGENT_EMAIL, LONGEST_NAME),
    group_name: firstOf(fields, family === 'cloud' ? GROUP_NAME : CLASSIC_GROUP_NAME, LONGEST_NAME),
    caller_name: readCallerName(fields),
    ref_id: family === 'classic' && direction === 'inbound' ? null : firstOf(fields, REF_ID, LONGEST_NAME),
    recording_url,
    call_date,
    end_date,
    duration: answered ? talk.seconds : 0,
    duration_raw: talk.raw,
    status,
    disconnected_by: firstOf(fields, DISCONNECTED_BY, LONGEST_WORD),
    rank: rankOf({ kind, answered, ended: hasEnd || talk.seconds > 0, hungUp, direction }),
  };
  return { kind: 'call', event };
}

/** A withheld caller of whose call something is known; or an event that names nobody and adds the recording. */
function isCallWithoutNumber(parties: Parties, showsCall: boolean, recording: string | null): boolean {
  if (parties.hasCustomerField) return showsCall;
  return recording !== null && parties.virtual_number === null && parties.agent_phone === null;
}

/** Characters: names are shown in a list's column, the words are indexed. */
const LONGEST_NAME = 200;
const LONGEST_WORD = 60;

/** What On Hangup has and On Call has not. */
const HANG_UP: readonly FieldName[] = ['endtime', 'filename', 'answeredtime'];
const AGENT_NAME: readonly FieldName[] = ['agentname', 'assignto', 'eid', 'empname', 'executivename'];
const AGENT_EMAIL: readonly FieldName[] = ['empemail', 'agentemail', 'executiveemail'];
const GROUP_NAME: readonly FieldName[] = ['groupname'];
/** Classic's gid holds the group's name; elsewhere it would be a number. */
const CLASSIC_GROUP_NAME: readonly FieldName[] = ['groupname', 'gid'];
/** The id we gave when we dialled. Classic's incoming calls have one of MCUBE's own under this name. */
const REF_ID: readonly FieldName[] = ['refid'];
const DISCONNECTED_BY: readonly FieldName[] = ['disconnectedby'];
