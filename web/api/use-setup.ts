import { useQuery } from '@tanstack/react-query';
import { request } from './request.ts';
import type { Schema } from './types.ts';

/** How MCUBE is to be set up, and what has arrived since; for administrators. */
export function useSetup({ enabled = true } = {}) {
  return useQuery({
    // Of the calls' resource, so that whatever arrives asks anew.
    queryKey: ['call-records', 'setup'],
    queryFn: () => request<Schema['Setup']>('GET', '/api/setup'),
    enabled,
    retry: false,
  });
}
