import type { SimulatedCall } from './call.ts';
import { classicInboundPayload } from './classic-inbound.ts';
import { autodialerPayload, classicCallbackPayload } from './classic-outbound.ts';
import { cloudPayload } from './cloud.ts';
import type { Encoding, Moment, SimulatedPayload } from './event.ts';
import { voicebotPayload } from './voicebot.ts';

/** The event a call gives rise to, in the payload of the product its virtual number belongs to. */
export function payloadOf(call: SimulatedCall, moment: Moment): { payload: SimulatedPayload; encoding: Encoding } {
  const { account } = call.line;
  if (account === 'cloud') return { payload: cloudPayload(call, moment), encoding: 'json' };
  if (account === 'voicebot') return { payload: voicebotPayload(call, moment), encoding: 'json' };
  if (call.direction === 'inbound') return { payload: classicInboundPayload(call, moment), encoding: 'form_data' };
  if (call.autodialer) return { payload: autodialerPayload(call, moment), encoding: 'form' };
  return { payload: classicCallbackPayload(call, moment), encoding: 'form_data' };
}

/** Only these accounts say that a telephone rings; the others report a call when it is over. */
export function reportsOnCall(call: SimulatedCall): boolean {
  const { account, hangupOnly } = call.line;
  return !hangupOnly && (account === 'cloud' || (account === 'classic' && call.direction === 'inbound'));
}
