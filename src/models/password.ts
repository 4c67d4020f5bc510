import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Hashes a password as `scrypt$N$r$p$salt$key`: the parameters travel with the hash, so that they can grow later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, KEY_BYTES, PARAMETERS);
  return ['scrypt', PARAMETERS.N, PARAMETERS.r, PARAMETERS.p, salt.toString('base64'), key.toString('base64')].join(
    '$',
  );
}

/** Whether the password belongs to the hash. Without a hash the answer is no, and costs as much as with one. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [kind, N, r, p, salt, key] = (hash ?? NOBODYS_HASH).split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined)
    throw new Error('A stored password hash is damaged.');
  const expected = Buffer.from(key, 'base64');
  const parameters = { N: Number(N), r: Number(r), p: Number(p), maxmem: PARAMETERS.maxmem };
  const actual = await derive(password, Buffer.from(salt, 'base64'), expected.length, parameters);
  return timingSafeEqual(actual, expected) && hash !== null;
}

// One of the equally strong choices of the OWASP password storage cheat sheet; 32 MiB and some 0.1 s for each sign-in,
// so that a handful of them at once neither fills a small machine nor starves the other users of the thread pool.
const PARAMETERS = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const KEY_BYTES = 32;
const NOBODYS_HASH = `scrypt$${PARAMETERS.N}$${PARAMETERS.r}$${PARAMETERS.p}$AAAAAAAAAAAAAAAAAAAAAA==$${'A'.repeat(43)}=`;

const derive: (password: string, salt: Buffer, bytes: number, options: ScryptOptions) => Promise<Buffer> =
  promisify(scrypt);
