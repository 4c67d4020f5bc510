import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { request } from './request.ts';
import type { Session } from './types.ts';

/** Who is signed in: asked once, asked again when they were changed, forgotten when they sign out. */
export const SESSION_KEY = ['session'];

const options = {
  queryKey: SESSION_KEY,
  queryFn: () => request<Session>('GET', '/api/session'),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
};

export function loadSession(queryClient: QueryClient): Promise<Session> {
  return queryClient.ensureQueryData(options);
}

/** For everything that is shown to somebody who is signed in. */
export function useSession(): Session {
  return useSuspenseQuery(options).data;
}
