import { FROM, UNTIL } from '../../api/relative-filters.ts';
import type { Query } from '../../api/request.ts';
import { addressOf } from '../../components/search/saved-query.ts';
import type { Days } from './period.ts';

/** The calls of these days that a figure counts. */
export function callsAddress({ from, to }: Days, filter: Query = {}): string {
  return addressOf('call-records', {
    filter: { [FROM]: from, [UNTIL]: to, ...filter },
    sort: { field: 'call_date', order: 'DESC' },
  });
}

/** The leads opened on these days, those among them that are lost by now; one that was merged into another is counted there. */
export function leadsAddress({ from, to }: Days): string {
  return addressOf('leads', {
    filter: { [FROM]: from, [UNTIL]: to, active: [true, false], merged_into_id: 'null' },
    sort: { field: 'create_date', order: 'DESC' },
  });
}

/** Every outcome of a call that is over and that nobody answered. */
export const NOT_ANSWERED = ['missed', 'busy', 'abandoned', 'voicemail', 'failed'];
