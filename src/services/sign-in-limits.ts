import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../db/database.ts';

/** Slows down who guesses passwords, across all instances of the service. */
export type SignInLimits = {
  /** Counts an attempt before it is made, so that many at once gain nothing. Seconds to wait when there were too many. */
  take(login: string, address: string): Promise<number | undefined>;
  /** The attempt was right. */
  forgive(login: string, address: string): Promise<void>;
};

/** A quarter of an hour: long enough to make guessing hopeless, short enough for whoever was locked out by another. */
const WINDOW_SECONDS = 900;
const ATTEMPTS_PER_LOGIN = 10;
/** An office shares one address. */
const ATTEMPTS_PER_ADDRESS = 50;

export function createSignInLimits(database: Database): SignInLimits {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: database.pool,
      storeType: 'pool',
      tableName: 'sign_in_attempt',
      tableCreated: true,
      duration: WINDOW_SECONDS,
      keyPrefix,
      points,
    });
  const byLogin = limiter('login', ATTEMPTS_PER_LOGIN);
  const byAddress = limiter('address', ATTEMPTS_PER_ADDRESS);
  return {
    async take(login, address) {
      return (await secondsToWait(byAddress, address)) ?? (await secondsToWait(byLogin, loginKey(login)));
    },
    async forgive(login, address) {
      await byLogin.delete(loginKey(login));
      // Only this attempt: an account of one's own must not buy guesses at those of others.
      await byAddress.reward(address, 1);
    },
  };
}

async function secondsToWait(limiter: RateLimiterPostgres, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.ceil(reason.msBeforeNext / 1000);
    throw reason;
  }
}

/** Of one length whatever is sent, and nobody's password that was typed into the wrong field. */
function loginKey(login: string): string {
  return createHash('sha256').update(login.trim().toLowerCase()).digest('base64url');
}
