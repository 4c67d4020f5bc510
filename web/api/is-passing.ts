import { statusOf } from './api-error.ts';

/** Whether a failure may pass by itself: nobody answered, or the service restarts. */
export function isPassing(error: unknown): boolean {
  return [0, 502, 503, 504].includes(statusOf(error) ?? -1);
}

const MOST_TRIES = 2;

export function retryWhatPasses(failures: number, error: unknown): boolean {
  return failures < MOST_TRIES && isPassing(error);
}
