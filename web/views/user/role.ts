import type { User } from '../../api/types.ts';

type Group = User['groups'][number];

/** What a user is here: each group holds what the ones after it may do inside the office; portal stands outside of it. */
export const ROLES = ['base.group_system', 'base.group_user', 'base.group_portal'] as const satisfies readonly Group[];

export type Role = (typeof ROLES)[number];

/** The group that says the most about somebody. */
export function roleOf(groups: readonly Group[]): Role {
  return ROLES.find((role) => groups.includes(role)) ?? 'base.group_portal';
}

/** The name of its text in the catalogue, where a dot would part keys. */
export function roleText(role: Role): string {
  return `roles.${role.replace('base.group_', '')}`;
}
