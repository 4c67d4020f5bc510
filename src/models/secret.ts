import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits that fits a cookie, a header and a URL. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. It has 256 random bits, so a plain hash cannot be turned back by guessing. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
