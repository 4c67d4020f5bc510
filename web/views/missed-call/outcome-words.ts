import type { TranslateFunction } from 'react-admin';
import type { MissedCall } from '../../api/types.ts';

/** What became of the promise, and the moment that belongs to it; null while it stands. */
export function outcomeWords(row: MissedCall, translate: TranslateFunction): { words: string; moment: string } | null {
  const { closed_date, closed_rule, closed_reason, snoozed_until } = row;
  if (row.state === 'snoozed' && snoozed_until !== null)
    return { words: translate('missed.until'), moment: snoozed_until };
  if (closed_date === null) return null;
  const name = row.closed_user_name ?? translate('missed.somebody');
  const words =
    closed_rule === 'not_needed'
      ? translate('missed.closed.not_needed', { name, reason: closed_reason ?? '' })
      : translate('missed.closed.connected', { name });
  return { words, moment: closed_date };
}
