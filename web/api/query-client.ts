import { QueryClient } from '@tanstack/react-query';
import { retryWhatPasses } from './is-passing.ts';

/** What was loaded stays good until a live event says otherwise (live/): looking again by the clock is not needed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Whether the service answers is for the service to say: it may well run on this very machine.
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: retryWhatPasses,
    },
    mutations: { networkMode: 'always' },
  },
});
