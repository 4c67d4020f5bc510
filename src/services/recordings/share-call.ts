import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { findShareLink, insertShareLink } from '../../models/share-link.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { readShareToken } from '../../security/share-token.ts';
import type { Viewer } from '../../security/viewer.ts';

type Parts = { database: Database; clock: Clock; serviceKey: ServiceKey };

/** Makes a link with which anybody hears this one call until it expires or is revoked; returns its id. */
export async function shareCall(
  { database, clock }: Parts,
  viewer: Viewer,
  callRecordId: number,
  hours: number,
): Promise<number> {
  const now = clock.now();
  // In whole seconds, as the link itself says it.
  const expires_at = new Date(Math.ceil(now.getTime() / 1000) * 1000 + hours * 3_600_000);
  const link = { call_record_id: callRecordId, user_id: viewer.user_id, create_date: now, expires_at };
  return await database.kysely.transaction().execute((tx) => insertShareLink(tx, link));
}

export type SharedViewer = { viewer: Viewer; call_record_id: number; share_link_id: number; expires_at: Date };

/** Who comes with a link that we signed, and that is neither over nor revoked; else undefined, whatever is wrong with it. */
export async function identifyByLink(
  { database, clock, serviceKey }: Parts,
  token: string,
): Promise<SharedViewer | undefined> {
  const signed = readShareToken(serviceKey, token);
  if (signed === undefined || signed.expires_at <= clock.now()) return undefined;
  const link = await findShareLink(database, signed.id);
  if (link === undefined || link.revoked_date !== null) return undefined;
  const { id, call_record_id, expires_at } = link;
  if (expires_at <= clock.now()) return undefined;
  const credential = { kind: 'share_link', id, call_record_id } as const;
  // No user has the number 0.
  const viewer: Viewer = { user_id: 0, groups: ['base.group_public'], credential };
  return { viewer, call_record_id, share_link_id: id, expires_at };
}
