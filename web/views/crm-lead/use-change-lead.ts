import { useNotify, useUpdate } from 'react-admin';
import type { Lead } from '../../api/types.ts';

/** Changes a lead on the screen at once; should the service refuse, it is taken back and said. */
export function useChangeLead(lead: Lead): (changes: Partial<Lead>) => void {
  const notify = useNotify();
  const [update] = useUpdate<Lead>();
  return (data) =>
    void update(
      'leads',
      { id: lead.id, data, previousData: lead },
      { mutationMode: 'optimistic', onError: ({ message }) => notify(message, { type: 'error' }) },
    );
}
