import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { statusOf } from './api-error.ts';
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
  const { error, errorUpdatedAt = 0 } = queryClient.getQueryState<Session, Error>(SESSION_KEY) ?? {};
  // Several parts of a page ask at its start; one answer is enough for all of them.
  if (statusOf(error) === 401 && Date.now() - errorUpdatedAt < JUST_NOW_MS) return Promise.reject(error);
  return queryClient.ensureQueryData(options);
}

const JUST_NOW_MS = 3000;

/** For everything that is shown to somebody who is signed in. */
export function useSession(): Session {
  return useSuspenseQuery(options).data;
}
