import { useNotify, useTranslate, useUpdate } from 'react-admin';
import type { Lead } from '../../api/types.ts';
import { useFormat } from '../../format/use-format.ts';
import { type QuickTime, quickTime } from './quick-times.ts';

export type Followed = Lead;

/** Plans when a lead is called next, puts it off, and takes it from the list once it is done. */
export function useFollowUp() {
  const [update] = useUpdate<Lead>();
  const notify = useNotify();
  const translate = useTranslate();
  const { timeZone, moment } = useFormat();
  const change = (lead: Followed, at: Date | null, note: string | null) => {
    const data = { next_follow_up_at: at?.toISOString() ?? null, next_follow_up_note: note };
    const said =
      at === null
        ? translate('follow_up.is_done', { name: lead.name })
        : translate('follow_up.is_set', { name: lead.name, time: moment(at.toISOString()) });
    void update(
      'leads',
      { id: lead.id, data, previousData: lead },
      {
        mutationMode: 'optimistic',
        onSuccess: () => notify(said, { type: 'success' }),
        onError: ({ message }) => notify(message, { type: 'error' }),
      },
    );
  };
  return {
    plan: change,
    snooze: (lead: Followed, until: QuickTime) =>
      change(lead, quickTime(until, timeZone, new Date()), lead.next_follow_up_note),
    done: (lead: Followed) => change(lead, null, null),
  };
}
