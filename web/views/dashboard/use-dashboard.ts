import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { Dashboard } from './figures.ts';
import type { Days } from './period.ts';

/** The counts of a period. They change with the calls, and with them what is shown (live/follow-changes.ts). */
export function useDashboard(days: Days) {
  return useQuery({
    queryKey: ['dashboard', days.from, days.to],
    queryFn: ({ signal }) => request<Dashboard>('GET', '/api/dashboard', { query: days, signal }),
    placeholderData: keepPreviousData,
  });
}
