import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServiceKey } from './service-key.ts';

export type SharedLink = { id: number; expires_at: Date };

/** Writes the secret part of a share link: which link it is and until when, signed. Nothing else can be read from it. */
export function writeShareToken(key: ServiceKey, link: SharedLink): string {
  const body = Buffer.alloc(BODY_BYTES);
  body.writeUIntBE(link.id, 0, 6);
  body.writeUIntBE(Math.floor(link.expires_at.getTime() / 1000), 6, 6);
  return Buffer.concat([body, signature(key, body)]).toString('base64url');
}

/** Undefined for what we never signed. */
export function readShareToken(key: ServiceKey, token: string): SharedLink | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // Several spellings mean the same bytes: only the one we wrote is a link.
  if (bytes.length !== BODY_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== token) return undefined;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(signature(key, body), bytes.subarray(BODY_BYTES))) return undefined;
  return { id: body.readUIntBE(0, 6), expires_at: new Date(body.readUIntBE(6, 6) * 1000) };
}

const BODY_BYTES = 12;
/** 144 bits, and no padding. */
const SIGNATURE_BYTES = 18;

function signature(key: ServiceKey, body: Buffer): Buffer {
  return createHmac('sha256', key.derive('share links')).update(body).digest().subarray(0, SIGNATURE_BYTES);
}
