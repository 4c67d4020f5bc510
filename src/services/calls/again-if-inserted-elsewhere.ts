import { wasInsertedElsewhere } from '../../models/call-record.ts';

/** Each time somebody else was first, and is done: more than a few in a row is a bug. */
const MOST_TRIES = 5;

/** Runs a transaction that processes calls, and again when another process has inserted one of them meanwhile: then it merges. */
export async function againIfInsertedElsewhere<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (tries === MOST_TRIES || !wasInsertedElsewhere(error)) throw error;
    }
  }
}
