import { useQuery } from '@tanstack/react-query';
import { request } from './request.ts';
import type { Schema } from './types.ts';

/** Asked anew whenever something arrives (live/follow-changes.ts). */
export const SETUP_KEY = ['setup'];

/** How MCUBE is to be set up, and what has arrived since; for administrators. */
export function useSetup({ enabled = true } = {}) {
  return useQuery({
    queryKey: SETUP_KEY,
    queryFn: () => request<Schema['Setup']>('GET', '/api/setup'),
    enabled,
    retry: false,
  });
}
