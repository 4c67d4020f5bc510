import { lengthOf, type SimulatedCall, type Story } from './call.ts';

/** Gives calls their dates and MCUBE's ids; the address of the recordings is where the simulator serves them. */
export type DateStory = (story: Story, start: Date) => SimulatedCall[];

/** One of these for a run: it remembers the ids it gave, for an id belongs to one call for ever. */
export function createDateStory(recordingsUrl: string): DateStory {
  const given = new Set<string>();
  return (story, start) =>
    story.map((plan) => {
      const identity = plan.customer.number === '' ? plan.line.number : plan.customer.number.replace('+91', '');
      const digits = identity.replace('+', '');
      let epoch = Math.floor(start.getTime() / 1_000) + plan.startsAfter;
      while (given.has(`${digits}${epoch}`)) epoch -= 1;
      const callId = `${digits}${epoch}`;
      given.add(callId);
      return {
        ...plan,
        callId,
        start: new Date(epoch * 1_000),
        end: new Date((epoch + lengthOf(plan)) * 1_000),
        recordingUrl: `${recordingsUrl}/${callId}.wav`,
      };
    });
}
