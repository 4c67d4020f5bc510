import { describe, expect, test } from 'vitest';
import { decodeBody } from '../src/mcube/decode-body.ts';
import { readCallEvent } from '../src/mcube/read-call-event.ts';
import type { CallEvent } from '../src/models/call-event.ts';
import { lastAgentOf } from '../src/simulate/call.ts';
import { encodeEvent } from '../src/simulate/encode-event.ts';
import { planTraffic } from '../src/simulate/plan-traffic.ts';
import type { DueEvent } from '../src/simulate/schedule.ts';

// The simulator writes MCUBE's formats without knowing how the service reads them: two readings of one fact sheet.
describe('what the simulator meant is what the service reads', () => {
  test.each(['cloud', 'classic', 'mixed'] as const)('%s', async (family) => {
    const options = { calls: 800, rate: 10, family, seed: 11, timeScale: 60, days: 3 };
    const recordingsUrl = 'http://127.0.0.1:8089';
    for (const due of planTraffic({ ...options, recordingsUrl }, new Date('2026-09-21T06:30:00Z'))) {
      expect(await read(due)).toMatchObject(meant(due));
    }
  });
});

async function read({ event }: DueEvent): Promise<CallEvent> {
  const { contentType, body } = encodeEvent(event);
  const decoded = await decodeBody(Buffer.from(body), contentType, '');
  if (decoded.kind !== 'one') throw new Error(`One event was sent, ${decoded.kind} was read.`);
  const reading = readCallEvent(decoded.payload, {
    receivedAt: event.at,
    defaultRegion: 'IN',
    timeZone: 'Asia/Kolkata',
  });
  if (reading.kind !== 'call') throw new Error(reading.message);
  return reading.event;
}

function meant({ event, call }: DueEvent): Partial<CallEvent> {
  const over = event.moment === 'on_hangup' || event.moment === 'recording';
  const answered = over && call.outcome === 'answered';
  const knowsAgent = call.line.account !== 'voicebot' && event.moment !== 'on_call';
  const knowsLine = call.line.account !== 'classic' || call.direction === 'inbound';
  return {
    call_id: call.callId,
    direction: call.direction,
    phone_sanitized: call.customer.number === '' ? null : call.customer.number,
    call_date: call.start,
    end_date: over ? call.end : null,
    duration: answered ? call.talkSeconds : 0,
    ...(knowsLine ? { virtual_number: call.line.number } : {}),
    ...(knowsAgent ? { agent_phone: lastAgentOf(call)?.phone ?? null } : {}),
    ...(event.moment === 'recording' ? { recording_url: call.recordingUrl } : {}),
    ...(over ? { rank: answered ? 3 : 2 } : {}),
  };
}
