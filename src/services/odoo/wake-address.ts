import { timingSafeEqual } from 'node:crypto';
import type { Settings } from '../../kernel/settings.ts';
import type { ServiceKey } from '../../security/service-key.ts';

/** The secret end of the address that Odoo calls: Odoo signs nothing, so knowing it is all that counts. */
export function wakeToken(key: ServiceKey): string {
  return key.derive('odoo wake').toString('base64url');
}

export function isWakeToken(key: ServiceKey, given: string): boolean {
  const expected = Buffer.from(wakeToken(key));
  const told = Buffer.from(given);
  return told.length === expected.length && timingSafeEqual(told, expected);
}

/** Where Odoo reaches the service; undefined when no setting says. */
export function wakeAddress(key: ServiceKey, { publicUrl }: Pick<Settings, 'publicUrl'>): string | undefined {
  return publicUrl === null ? undefined : `${publicUrl.replace(/\/+$/, '')}/mcube/odoo-wake/${wakeToken(key)}`;
}
