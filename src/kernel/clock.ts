/** The only source of the present moment: tests turn their own. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
