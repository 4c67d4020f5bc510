import { afterAll, expect } from 'vitest';
import { type GivenCall, playGivenCall } from '../../src/simulate/given-call.ts';
import { createPoster, type Poster } from '../../src/simulate/poster.ts';
import type { TestService } from './service.ts';

/** A call that `simulate` plays, step by step: each one is accepted and processed before the next. */
export type CallOnStage = { readonly callId: string; ring(place?: number): Promise<void>; end(): Promise<void> };

export function simulateCall(service: TestService, wish: Partial<GivenCall> & Pick<GivenCall, 'from'>): CallOnStage {
  const poster = createPoster(new URL('/mcube/webhook', service.url), 1);
  posters.push(poster);
  const call = playGivenCall({ ...USUAL, startsAt: service.clock.now(), ...wish }, poster);
  const accepted = async (answer: ReturnType<typeof call.end>) => {
    expect(await answer).toMatchObject({ status: 202 });
    await service.settled();
  };
  return { callId: call.callId, ring: (place) => accepted(call.ring(place)), end: () => accepted(call.end()) };
}

/** Asha is rung on her own number, and talks for a while. */
const USUAL = {
  direction: 'inbound',
  to: '8030000001',
  agents: ['9800000001'],
  outcome: 'answered',
  account: 'cloud',
  ringSeconds: 10,
  talkSeconds: 20,
} as const;

const posters: Poster[] = [];
afterAll(() => {
  for (const poster of posters) poster.close();
});
