import type { Query } from '../../api/query.ts';
import { FROM, UNTIL, WON_FROM, WON_UNTIL } from '../../api/relative-filters.ts';
import { addressOf } from '../../components/search/saved-query.ts';
import type { Days } from './period.ts';

/** Where the calls behind each figure of these days are, or of some of their calls (test/flows/dashboard-rows.test.ts counts them). */
export function callRows(days: Days, some: Query = {}) {
  const inbound = (filter: Query) => callsAddress(days, { ...some, direction: 'inbound', ...filter });
  return {
    calls: callsAddress(days, some),
    talked: callsAddress(days, { ...some, outcome: ['answered'] }),
    inbound: inbound({ outcome: OVER }),
    answered: inbound({ outcome: ['answered'] }),
    missed: inbound({ outcome: NOT_ANSWERED }),
    rung: inbound({ outcome: ['answered'], ring_seconds_gte: 0 }),
    rung_20: inbound({ outcome: ['answered'], ring_seconds_lte: 20 }),
  };
}

/** The calls of an owner; null: of nobody. */
export function ownedBy(user_id: number | null): Query {
  // As a word: react-admin drops a filter that is null.
  return { user_id: user_id ?? 'null' };
}

/** The calls of one of our numbers; null: those that named none. */
export function onNumber(virtual_number: string | null): Query {
  return { virtual_number: virtual_number ?? 'null' };
}

/** The calls of these days that a filter lets through. */
export function callsAddress({ from, to }: Days, filter: Query = {}): string {
  return addressOf('call-records', {
    filter: { [FROM]: from, [UNTIL]: to, ...filter },
    sort: { field: 'call_date', order: 'DESC' },
  });
}

/** The incoming calls of one hour of the week: weekday 1 is Monday. */
export function hourAddress(days: Days, weekday: number, hour: number): string {
  return callsAddress(days, { direction: 'inbound', call_weekday: [weekday], call_hour: [hour] });
}

/** The leads opened on these days, those among them that are lost by now; one that was merged into another is counted there. */
export function newLeadsAddress({ from, to }: Days): string {
  return leadsAddress({ [FROM]: from, [UNTIL]: to }, 'create_date');
}

/** The leads won on these days, whenever they were opened. */
export function wonLeadsAddress({ from, to }: Days): string {
  return leadsAddress({ [WON_FROM]: from, [WON_UNTIL]: to }, 'won_date');
}

function leadsAddress(filter: Query, newestBy: string): string {
  return addressOf('leads', {
    filter: { ...filter, active: [true, false], merged_into_id: 'null' },
    sort: { field: newestBy, order: 'DESC' },
  });
}

/** Every outcome of a call that is over and that nobody answered. */
const NOT_ANSWERED = ['missed', 'busy', 'abandoned', 'voicemail', 'failed'];
const OVER = ['answered', ...NOT_ANSWERED];
