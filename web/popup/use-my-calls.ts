import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from '../api/request.ts';
import type { Answer } from '../api/types.ts';
import { onChange } from '../live/live.ts';

type MyCalls = Answer<'/api/my-calls'>;
export type MyCall = MyCalls['data'][number];

const MY_CALLS = ['my-calls'];

/** The calls that concern this person: those that ring or talk, and those of the last hour. Newest first. */
export function useMyCalls(): readonly MyCall[] | undefined {
  const queryClient = useQueryClient();
  // Also while nobody looks at the tab: a phone rings whatever is on the screen.
  useEffect(
    () => onChange('mcube.call.record', () => void queryClient.invalidateQueries({ queryKey: MY_CALLS })),
    [queryClient],
  );
  const { data } = useQuery({
    queryKey: MY_CALLS,
    queryFn: ({ signal }) => request<MyCalls>('GET', '/api/my-calls', { signal }),
    // A call leaves by itself an hour after its end.
    refetchInterval: 60_000,
    refetchIntervalInBackground: true,
  });
  return data?.data;
}
