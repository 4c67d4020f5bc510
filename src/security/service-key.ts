import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** The secret of this service that does not stand in its database; whoever reads only the database can use nothing of it. */
export type ServiceKey = {
  /** 32 bytes for one purpose, always the same; what one purpose lets slip says nothing about another. */
  derive(purpose: string): Buffer;
  /** Encrypts a small secret so that the database may keep it under this name. */
  seal(name: string, secret: Buffer): Buffer;
  /** What was sealed under this name; undefined when it was sealed with another key, under another name, or was changed. */
  open(name: string, sealed: Buffer): Buffer | undefined;
};

export function createServiceKey(secret: Buffer): ServiceKey {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `mcube ${purpose}`, 32));
  return {
    derive,
    seal(name, plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', derive(`seal ${name}`), nonce);
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(name, sealed) {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      if (tag.length < TAG_BYTES) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', derive(`seal ${name}`), nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(tag);
      const plain = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([plain, decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
