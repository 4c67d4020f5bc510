import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { sayingOf } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import type { MissedCall } from '../../api/types.ts';

/** What a person does about a promise. Each says what it has done; what may be regretted can be reopened. */
export function useDeeds({ id }: Pick<MissedCall, 'id'>) {
  const notify = useNotify();
  const refresh = useRefresh();
  const queryClient = useQueryClient();
  const act = async (deed: string, said: string, body?: Record<string, string>) => {
    try {
      await request('POST', `/api/missed-calls/${id}/${deed}`, { body });
      notify(said, { type: 'info' });
    } catch (error) {
      notify(sayingOf(error), { type: 'error' });
    }
    // The counter in the navigation is of the same resource.
    await queryClient.invalidateQueries({ queryKey: ['missed-calls'] });
    refresh();
  };
  return {
    take: () => act('take', 'missed.taken'),
    snooze: (until: Date) => act('snooze', 'missed.snoozed', { until: until.toISOString() }),
    notNeeded: (reason: string) => act('not-needed', 'missed.dropped', { reason }),
    reopen: () => act('reopen', 'missed.reopened'),
  };
}
