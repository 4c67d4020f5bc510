import { QueryClient } from '@tanstack/react-query';
import { statusOf } from './api-error.ts';

/** What was loaded stays good until a live event says otherwise (live/): looking again by the clock is not needed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // Only what may pass by itself: nobody answered, or the service restarts.
      retry: (failures, error) => failures < 2 && [0, 502, 503, 504].includes(statusOf(error) ?? -1),
    },
  },
});
