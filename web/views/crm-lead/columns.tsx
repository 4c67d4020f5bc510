import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../api/types.ts';
import { FollowUpMoment } from '../../components/follow-up/follow-up-moment.tsx';
import { Moment } from '../../components/moment.tsx';
import { OutcomeBadge } from '../../components/outcome-badge.tsx';
import { PhoneNumber } from '../../components/phone-number.tsx';
import type { Column } from '../../components/search/columns.ts';
import { TagChips } from '../../components/tags/tag-chips.tsx';
import { useFormat } from '../../format/use-format.ts';
import { LeadName } from './lead-name.tsx';
import { numberOf } from './number-of.ts';

/** The columns of the list of leads, and of its export. */
export function useLeadColumns(): readonly Column<Lead>[] {
  const translate = useTranslate();
  const format = useFormat();
  return useMemo(() => {
    const moment = (value: string | null) => (value === null ? '' : format.exact(value));
    return [
      { source: 'name', cell: (lead) => <LeadName lead={lead} />, text: ({ name }) => name },
      {
        source: 'contact_name',
        cell: ({ contact_name }) => contact_name,
        text: ({ contact_name }) => contact_name ?? '',
      },
      {
        source: 'phone',
        sortable: false,
        cell: (lead) => numberOf(lead) !== undefined && <PhoneNumber value={numberOf(lead) ?? null} />,
        text: ({ phone_numbers, phone }) =>
          phone_numbers.length > 0 ? phone_numbers.map(format.phone).join(', ') : (phone ?? ''),
      },
      { source: 'email', cell: ({ email }) => email, text: ({ email }) => email ?? '' },
      { source: 'stage_id', cell: ({ stage_name }) => stage_name, text: ({ stage_name }) => stage_name },
      {
        source: 'user_id',
        onOneLine: true,
        cell: ({ user_name }) => user_name,
        text: ({ user_name }) => user_name ?? '',
      },
      {
        source: 'team_id',
        onOneLine: true,
        cell: ({ team_name }) => team_name,
        text: ({ team_name }) => team_name ?? '',
      },
      {
        source: 'next_follow_up_at',
        cell: ({ next_follow_up_at: at }) => at !== null && <FollowUpMoment at={at} />,
        text: ({ next_follow_up_at }) => moment(next_follow_up_at),
      },
      {
        source: 'last_call_outcome',
        sortable: false,
        cell: ({ last_call_outcome: outcome }) => outcome !== null && <OutcomeBadge outcome={outcome} />,
        text: ({ last_call_outcome: outcome }) => (outcome === null ? '' : translate(`outcome.${outcome}`)),
      },
      {
        source: 'last_call_date',
        cell: ({ last_call_date }) => last_call_date !== null && <Moment value={last_call_date} />,
        text: ({ last_call_date }) => moment(last_call_date),
      },
      {
        source: 'call_count',
        align: 'right',
        cell: ({ call_count }) => format.number(call_count),
        text: ({ call_count }) => String(call_count),
      },
      {
        source: 'tag_names',
        sortable: false,
        cell: ({ tag_ids }) => <TagChips ids={tag_ids} />,
        text: ({ tag_names }) => tag_names.join(', '),
      },
      { source: 'source_id', cell: ({ source_name }) => source_name, text: ({ source_name }) => source_name ?? '' },
      {
        source: 'create_date',
        cell: ({ create_date }) => <Moment value={create_date} />,
        text: ({ create_date }) => format.exact(create_date),
      },
    ];
  }, [translate, format]);
}

/** There to be chosen. */
export const HIDDEN_AT_FIRST = ['contact_name', 'email', 'team_id', 'call_count', 'source_id', 'create_date'];
