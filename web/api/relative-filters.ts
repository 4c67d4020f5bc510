import { boundsOf, boundsOfDay, PERIODS } from '../format/day.ts';
import type { Query } from './query.ts';
import type { Session } from './types.ts';

/**
 * Filters that depend on who looks, and when; kept as they are in addresses and saved searches, so that "today" is today
 * tomorrow too, and "mine" of a shared search is everybody's own. Named with a colon: no field of the API is.
 */
export const PERIOD = 'when:period';
export const DAY = 'when:day';
export const FROM = 'when:from';
/** The last day, which is part of it. */
export const UNTIL = 'when:until';
/** The same for when leads were won. */
export const WON_FROM = 'when:won_from';
export const WON_UNTIL = 'when:won_until';
export const WHOSE = 'whose:owner';
/** Leads by when their next follow-up is: late, today, or due: either of the two. */
export const FOLLOW_UP = 'when:follow_up';
/** By what the rows are grouped: part of what is searched, as in the search box of Odoo, and no filter at all. */
export const GROUP_BY = 'group:by';

/** The filters of a list as the API knows them. */
export function resolveFilters(
  resource: string,
  given: Query,
  { user, settings }: Pick<Session, 'user' | 'settings'>,
  now: Date,
): Query {
  const {
    [PERIOD]: period,
    [DAY]: day,
    [FROM]: first,
    [UNTIL]: last,
    [WON_FROM]: firstWon,
    [WON_UNTIL]: lastWon,
    [WHOSE]: whose,
    [FOLLOW_UP]: followUp,
    [GROUP_BY]: _,
    ...filter
  } = given;
  const zone = settings.time_zone;
  const known = PERIODS.find((one) => one === period);
  const field = MOMENTS[resource] ?? 'create_date';
  return {
    ...(resource === 'leads' && UNARCHIVED),
    ...ownedBy(whose, user),
    ...followedUp(followUp, zone, now),
    ...within(field, [
      ...(known === undefined ? [] : [boundsOf(known, zone, now)]),
      ...(typeof day === 'string' ? [boundsOfDay(day, zone)] : []),
      ...daysBetween(first, last, zone),
    ]),
    ...within('won_date', daysBetween(firstWon, lastWon, zone)),
    ...filter,
  };
}

/** As in Odoo, what is archived shows only to those who ask for it. */
const UNARCHIVED = { active: true };

function followedUp(when: unknown, zone: string, now: Date): Query {
  const { from, until } = boundsOf('today', zone, now);
  if (when === 'late') return { next_follow_up_at_lt: now };
  if (when === 'due') return { next_follow_up_at_lt: until };
  return when === 'today' ? { next_follow_up_at_gte: from, next_follow_up_at_lt: until } : {};
}

/** The moment of a record that a period is about. */
const MOMENTS: Readonly<Record<string, string>> = {
  'call-records': 'call_date',
  'missed-calls': 'last_missed_date',
  'webhook-events': 'received_at',
};

function ownedBy(whose: unknown, user: Session['user']): Query {
  if (whose === 'mine') return { user_id: user.id };
  return whose === 'team' ? { team_id: user.team_id } : {};
}

type Bounds = { from?: Date; until?: Date };

function daysBetween(first: unknown, last: unknown, zone: string): Bounds[] {
  return [
    ...(typeof first === 'string' ? [{ from: boundsOfDay(first, zone).from }] : []),
    ...(typeof last === 'string' ? [{ until: boundsOfDay(last, zone).until }] : []),
  ];
}

/** What lies in all of the periods. */
function within(field: string, periods: readonly Bounds[]): Query {
  const from = periods.flatMap((period) => period.from ?? []).sort(byTime);
  const until = periods.flatMap((period) => period.until ?? []).sort(byTime);
  return {
    ...(from.length > 0 && { [`${field}_gte`]: from.at(-1) }),
    ...(until.length > 0 && { [`${field}_lt`]: until[0] }),
  };
}

function byTime(one: Date, other: Date): number {
  return one.getTime() - other.getTime();
}
