import type { Group } from '../db/tables.ts';

/** The signed-in user on whose behalf a request is made, and by what. */
export type Viewer = { user_id: number; groups: readonly Group[]; credential: Credential };

export type Credential =
  | { kind: 'session'; token_hash: Buffer; expires_at: Date }
  | { kind: 'api_key'; id: number; expiration_date: Date | null }
  /** Nobody who is known: whoever was given the link to one call. */
  | { kind: 'share_link'; id: number; call_record_id: number };

/** All groups of a user: who administers is an internal user as well. */
export function effectiveGroups(groups: readonly Group[]): readonly Group[] {
  return groups.includes('base.group_system') ? [...new Set<Group>([...groups, 'base.group_user'])] : groups;
}
