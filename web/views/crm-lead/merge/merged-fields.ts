import type { Lead } from '../../../api/types.ts';

/** What is compared of leads, and what the kept one will have. */
export type Compared = Pick<
  Lead,
  | 'contact_name'
  | 'phone_numbers'
  | 'email'
  | 'user_name'
  | 'team_name'
  | 'stage_name'
  | 'source_name'
  | 'tag_names'
  | 'next_follow_up_at'
  | 'call_count'
  | 'create_date'
>;

/** The lead that is kept, as it will be: its own values, those that it lacks from the first of the others that has them. */
export function mergedFields(kept: Lead, others: readonly Lead[]): Compared {
  const all = [kept, ...others];
  const owned = all.find(({ user_id }) => user_id !== null) ?? kept;
  const followUps = all.flatMap(({ next_follow_up_at: at }) => at ?? []).sort(byTime);
  return {
    contact_name: first(all.map(({ contact_name }) => contact_name)),
    phone_numbers: [...new Set(all.flatMap(({ phone_numbers }) => phone_numbers))],
    email: first(all.map(({ email }) => email)),
    // With an owner comes the team.
    user_name: owned.user_name,
    team_name: owned.team_name,
    stage_name: kept.stage_name,
    source_name: first(all.map(({ source_name }) => source_name)),
    tag_names: [...new Set(all.flatMap(({ tag_names }) => tag_names))],
    next_follow_up_at: followUps[0] ?? null,
    call_count: all.reduce((sum, { call_count }) => sum + call_count, 0),
    create_date: kept.create_date,
  };
}

function first(values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null) ?? null;
}

function byTime(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}
