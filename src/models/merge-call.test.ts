import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLASSIC, CLOUD, call } from '../mcube/test-samples.ts';
import type { CallEvent } from './call-event.ts';
import { callOfEvent, type MergedCall, mergeCalls, outcomeOf, sameCall } from './merge-call.ts';

// MCUBE delivers a call's events in any order, some of them twice, and the service folds them in batches as they come.
describe('the same events give the same call', () => {
  test('in any order and with any repetition', () => {
    fc.assert(
      fc.property(storyTwice(), ([events, delivered]) => {
        expect(fold(delivered)).toEqual(fold(events));
        expect(outcomeOf(fold(delivered), false)).toBe(outcomeOf(fold(events), false));
      }),
      { numRuns: 3_000 },
    );
  });

  test('in any grouping into batches', () => {
    fc.assert(
      fc.property(fc.array(fact(), { minLength: 3, maxLength: 6 }), fc.nat(), (events, seed) => {
        expect(foldInBatches(events.map(callOfEvent), seed)).toEqual(fold(events));
      }),
      { numRuns: 3_000 },
    );
  });

  test('however much two of them disagree', () => {
    fc.assert(
      fc.property(fact(), fact(), fact(), (one, two, three) => {
        const [a, b, c] = [callOfEvent(one), callOfEvent(two), callOfEvent(three)];
        expect(mergeCalls(a, b)).toEqual(mergeCalls(b, a));
        expect(mergeCalls(a, a)).toEqual(a);
        expect(mergeCalls(mergeCalls(a, b), c)).toEqual(mergeCalls(a, mergeCalls(b, c)));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a call only ever learns', () => {
  test('what is known is never cleared, and merging in again what is known changes nothing', () => {
    fc.assert(
      fc.property(fact(), fact(), (one, two) => {
        const merged = mergeCalls(callOfEvent(one), callOfEvent(two));
        for (const field of FIELDS) {
          if (one[field] !== null || two[field] !== null) expect(merged[field]).not.toBeNull();
        }
        expect(sameCall(mergeCalls(merged, callOfEvent(one)), merged)).toBe(true);
        expect(sameCall(mergeCalls(merged, callOfEvent(two)), merged)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test('a final event beats an interim one, whichever comes first', () => {
    const ringing = call({
      ...CLOUD,
      dialstatus: 'CONNECTING',
      emp_phone: '9900000099',
      endtime: '',
      answeredtime: '',
    });
    const ended = call(CLOUD);
    expect(fold([ended, ringing])).toMatchObject({ agent_phone: '9800000001', status: 'ANSWER', duration: 4 });
    expect(fold([ringing, ended])).toEqual(fold([ended, ringing]));
  });

  test('a recording that comes late is added, and nothing else is changed by it', () => {
    const ended = call({ ...CLOUD, filename: '' });
    const late = call({ callid: CLOUD.callid, filename: CLOUD.filename });
    expect(fold([late, ended])).toEqual({ ...fold([ended, late]) });
    expect(fold([ended, late])).toMatchObject({
      ...fold([ended]),
      recording_url: CLOUD.filename,
      merge_ranks: expect.any(String),
    });
  });

  test('the number and its normalised form stay together when two events name different customers', () => {
    const one = call({ ...CLOUD, callto: '09000000002' });
    const two = call({ ...CLOUD, callto: '9000000001' });
    expect(fold([one, two])).toMatchObject(
      fold([one, two]).phone_sanitized === one.phone_sanitized
        ? { phone_number: one.phone_number }
        : { phone_number: two.phone_number },
    );
    expect(fold([two, one])).toEqual(fold([one, two]));
  });

  test('a call without a start keeps the moment it was stored under until MCUBE says when it began', () => {
    const nameless = { ...callOfEvent(call({ ...CLOUD, starttime: '' })), call_date: new Date('2026-09-21T06:20:00Z') };
    expect(mergeCalls(nameless, callOfEvent(call(CLOUD))).call_date).toEqual(new Date('2026-09-21T06:19:57Z'));
    expect(mergeCalls(nameless, callOfEvent(call({ ...CLOUD, starttime: '' }))).call_date).toEqual(nameless.call_date);
  });
});

describe('how a call went', () => {
  test.each([
    ['it rings', [{ dialstatus: 'CONNECTING', endtime: '', answeredtime: '' }], 'in_progress'],
    ['somebody talks', [{ endtime: '', answeredtime: '' }], 'in_progress'],
    ['it was answered', [{}], 'answered'],
    ['talk time alone shows that it was answered', [{ dialstatus: '' }], 'answered'],
    ['nobody took it', [{ dialstatus: 'NOANSWER', answeredtime: '' }], 'missed'],
    ['a recording does not prove an answer', [{ dialstatus: 'CANCEL', answeredtime: '' }], 'missed'],
    ['it was busy', [{ dialstatus: 'EXECUTIVEBUSY', answeredtime: '' }], 'busy'],
    ['the caller left a message', [{ dialstatus: 'VOICEMSG', answeredtime: '' }], 'voicemail'],
    ['a word nobody knows counts as not answered', [{ dialstatus: 'QUANTUM', answeredtime: '00:00:09' }], 'missed'],
    ['the caller gave up', [{ dialstatus: 'CANCEL', answeredtime: '', endtime: '2026-09-21 11:50:05' }], 'abandoned'],
    [
      'one agent was busy, the next one answered',
      [{ dialstatus: 'BUSY', endtime: '', answeredtime: '' }, {}],
      'answered',
    ],
  ])('%s', (_, changes, outcome) => {
    expect(outcomeOf(fold(changes.map((change) => call({ ...CLOUD, ...change }))), false)).toBe(outcome);
  });

  test.each([
    ['one that rang was missed', { dialstatus: 'CONNECTING' }, 'missed'],
    ['one in which somebody talked was answered', {}, 'answered'],
  ])('of calls that the clock closes, %s', (_, change, outcome) => {
    const hanging = fold([call({ ...CLOUD, endtime: '', answeredtime: '', ...change })]);
    expect(outcomeOf(hanging, false)).toBe('in_progress');
    expect(outcomeOf(hanging, true)).toBe(outcome);
  });
});

const FIELDS = [
  ...(['phone_number', 'virtual_number', 'agent_phone', 'agent_name', 'group_name', 'caller_name'] as const),
  ...(['recording_url', 'call_date', 'end_date', 'status', 'disconnected_by', 'duration_raw'] as const),
];

function fold(events: readonly CallEvent[]): MergedCall {
  return events.map(callOfEvent).reduce(mergeCalls);
}

/** Merges neighbours in an order that the seed decides, as batches do, until one call is left. */
function foldInBatches(calls: readonly MergedCall[], seed: number): MergedCall {
  const [first, second, ...rest] = calls;
  if (first === undefined) throw new Error('no calls');
  if (second === undefined) return first;
  const at = seed % (calls.length - 1);
  const merged = [...calls];
  merged.splice(at, 2, mergeCalls(calls[at] ?? first, calls[at + 1] ?? second));
  return rest.length === 0 ? mergeCalls(first, second) : foldInBatches(merged, Math.floor(seed / 7) + 1);
}

/** A call's events in the order of life, and the same as they were delivered: shuffled, some of them several times. */
function storyTwice(): fc.Arbitrary<[CallEvent[], CallEvent[]]> {
  return story().chain((events) =>
    fc
      .tuple(
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        fc.array(fc.constantFrom(...events), { maxLength: 4 }),
        fc.nat(),
      )
      .map(([shuffled, repeated, rotation]) => {
        const all = [...shuffled, ...repeated];
        const at = rotation % all.length;
        return [events, [...all.slice(at), ...all.slice(0, at)]];
      }),
  );
}

const AGENTS = ['9800000001', '9800000002', '09800000003'];

/** Ringing at some agents, one or two endings that may disagree, a late recording; any field may be missing anywhere. */
function story(): fc.Arbitrary<CallEvent[]> {
  const agent = fc.record({
    emp_phone: fc.constantFrom(...AGENTS),
    agentname: fc.constantFrom('Asha', 'Ravi', 'Meena'),
    dialstatus: fc.constantFrom('CONNECTING', 'BUSY', 'ANSWER', 'NOANSWER'),
    callto: fc.constantFrom('9000000001', '+91 90000 00001', '09000000002'),
  });
  const ending = fc.record({
    dialstatus: fc.constantFrom('ANSWER', 'CANCEL', 'BUSY', 'NOANSWER', 'VOICEMSG', 'QUANTUM', ''),
    answeredtime: fc.constantFrom('', '00:00:04', '12', 'soon'),
    endtime: fc.constantFrom('2026-09-21 11:50:28', '2026-09-21 11:51:00', '2051-01-01 00:00:00'),
    filename: fc.constantFrom('', CLOUD.filename, 'https://recordings.example.com/other.wav'),
    disconnectedby: fc.constantFrom('Customer', 'Agent', ''),
    emp_phone: fc.constantFrom(...AGENTS),
  });
  const missing = fc.subarray(['agentname', 'groupname', 'clicktocalldid', 'starttime', 'dialstatus', 'emp_phone']);
  const onCall = fc.tuple(agent, missing).map(([fields, gone]) => {
    return call(without({ ...CLOUD, ...fields, endtime: '', filename: '', answeredtime: '' }, gone));
  });
  const hangUp = fc
    .tuple(fc.constantFrom<typeof CLOUD | typeof CLASSIC>(CLOUD, { ...CLASSIC, callid: CLOUD.callid }), ending, missing)
    .map(([sample, fields, gone]) => call(without({ ...sample, ...fields }, gone)));
  const recording = fc.constant(call({ callid: CLOUD.callid, filename: CLOUD.filename }));
  return fc
    .tuple(
      fc.array(onCall, { maxLength: 3 }),
      fc.array(hangUp, { minLength: 1, maxLength: 2 }),
      fc.array(recording, { maxLength: 1 }),
    )
    .map((parts) => parts.flat());
}

function without(payload: Record<string, string>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).filter(([key]) => !keys.includes(key)));
}

/** An event of few values, so that ties and contradictions are the rule. */
function fact(): fc.Arbitrary<CallEvent> {
  const few = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: null });
  const moment = fc.option(
    fc.constantFrom('2026-09-21T06:19:57Z', '2026-09-21T06:20:28Z').map((text) => new Date(text)),
    { nil: null },
  );
  const texts = {
    ...{
      virtual_number: few('8', '9'),
      agent_phone: few('1', '2'),
      agent_name: few('a', 'b'),
      agent_email: few('a@b'),
    },
    ...{
      group_name: few('g', 'h'),
      caller_name: few('x', 'y'),
      ref_id: few('r'),
      recording_url: few('https://a', 'https://b'),
    },
    ...{ status: few('ANSWER', 'BUSY', 'CANCEL'), disconnected_by: few('Agent'), duration_raw: few('4', '00:00:04') },
  };
  return fc
    .record({
      call_id: fc.constant('1'),
      family: fc.constantFrom('cloud', 'classic'),
      direction: fc.constantFrom('inbound', 'outbound'),
      direction_given: fc.boolean(),
      customer: fc.constantFrom(null, '9000000001', '09000000002', '+91 90000 00001'),
      ...texts,
      call_date: moment,
      end_date: moment,
      duration: fc.constantFrom(0, 4, 12),
      rank: fc.constantFrom(0, 1, 2, 3),
    })
    .map(({ customer, ...rest }) => ({
      ...rest,
      phone_number: customer,
      phone_sanitized: customer === null ? null : `+91${customer.replaceAll(' ', '').slice(-10)}`,
    }));
}
