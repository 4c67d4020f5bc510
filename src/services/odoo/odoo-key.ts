import type { ServiceKey } from '../../security/service-key.ts';

/** What the connection keeps of its API key. */
export function sealOdooKey(serviceKey: ServiceKey, key: string): Buffer {
  return serviceKey.seal(NAME, Buffer.from(key));
}

/** Undefined when it was sealed with another service's key. */
export function openOdooKey(serviceKey: ServiceKey, { key_sealed }: { key_sealed: Buffer }): string | undefined {
  return serviceKey.open(NAME, key_sealed)?.toString();
}

/** It is sealed under a name, so that no other secret can be put in its place. */
const NAME = 'Odoo API key';
