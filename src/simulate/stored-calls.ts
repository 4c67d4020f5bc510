/** Looks call ids up where the service keeps its calls; those it does not know are missing from the answer. */
export type FindStoredCalls = (callIds: readonly string[]) => Promise<readonly StoredCall[]>;

/** The lead is only compared, so it may be a number or a text. */
export type StoredCall = { callId: string; lead: string | number | null };

/** Asks as many at once as a list of the API answers. */
export const CALLS_A_QUESTION = 100;

/** The lead tells two things at once: that the customer has one, and, seen over all calls, that it is only one. */
export type StoredCalls = Map<string, StoredCall['lead']>;
