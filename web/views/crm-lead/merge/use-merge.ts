import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { sayingOf } from '../../../api/api-error.ts';
import { request } from '../../../api/request.ts';
import type { Answer, Lead } from '../../../api/types.ts';

/** Makes one lead of several, or takes that back; what is on the screen follows. */
export function useMerge() {
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  /** Whether it has worked; what went wrong is said. */
  const run = async (path: string, body: object | undefined, said: string, words: object): Promise<boolean> => {
    setBusy(true);
    try {
      await request('POST', path, body === undefined ? {} : { body });
      await Promise.all(CHANGED.map((resource) => queryClient.invalidateQueries({ queryKey: [resource] })));
      notify(said, { type: 'success', messageArgs: words });
      return true;
    } catch (error) {
      notify(sayingOf(error), { type: 'error' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    merge: (kept: Lead, others: readonly Lead[]) =>
      run(`/api/leads/${kept.id}/merge`, { lead_ids: others.map(({ id }) => id) }, 'merge.done', {
        name: kept.name,
        smart_count: others.length,
      }),
    undo: (merge: LeadMerge) =>
      run(`/api/lead-merges/${merge.id}/undo`, undefined, 'merge.undone', { smart_count: merge.merged_ids.length }),
  };
}

export type LeadMerge = Answer<'/api/lead-merges'>['data'][number];

const CHANGED = ['leads', 'lead-merges', 'call-records', 'notes', 'missed-calls'];
