import { useGetList, useTranslate } from 'react-admin';
import { useSession } from '../api/session.ts';
import type { CallRecord } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';

/** Something the bell tells: newest first, with where it leads. */
export type Notice = { key: string; title: string; date: string; to: string };

const MOST = 8;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** This person's calls of the last day that nobody answered. */
export function useNotices(): Notice[] {
  const translate = useTranslate();
  const format = useFormat();
  const { user } = useSession();
  // By the hour, so that it is one question the whole hour long.
  const since = new Date(Math.floor((Date.now() - DAY_MS) / HOUR_MS) * HOUR_MS).toISOString();
  const { data = [] } = useGetList<CallRecord>('call-records', {
    pagination: { page: 1, perPage: MOST },
    sort: { field: 'call_date', order: 'DESC' },
    filter: { user_id: user.id, direction: 'inbound', outcome: ['missed', 'abandoned'], call_date_gte: since },
  });
  return data.map(({ id, lead_name, phone_number, call_date }) => ({
    key: `call-${id}`,
    title: translate('top_bar.missed_from', {
      name: lead_name ?? (phone_number === null ? translate('phone.withheld') : format.phone(phone_number)),
    }),
    date: call_date,
    to: `/call-records?${new URLSearchParams({ filter: JSON.stringify({ q: phone_number ?? '' }) })}`,
  }));
}
