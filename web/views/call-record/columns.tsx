import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { CallRecord } from '../../api/types.ts';
import { DirectionIcon } from '../../components/direction-icon.tsx';
import { Moment } from '../../components/moment.tsx';
import { OutcomeBadge } from '../../components/outcome-badge.tsx';
import { PhoneNumber } from '../../components/phone-number.tsx';
import { InlinePlayer } from '../../components/player/inline-player.tsx';
import type { Column } from '../../components/search/columns.ts';
import { TagChips } from '../../components/tags/tag-chips.tsx';
import { useFormat } from '../../format/use-format.ts';
import { AgentAndOwner, agentAndOwner } from './agent-and-owner.tsx';
import { Customer } from './customer.tsx';

/** The columns of the list of calls, and of its export. */
export function useCallColumns(): readonly Column<CallRecord>[] {
  const translate = useTranslate();
  const format = useFormat();
  return useMemo(() => {
    const phone = (number: string | null) => (number === null ? translate('phone.withheld') : format.phone(number));
    return [
      {
        source: 'call_date',
        cell: ({ call_date }) => <Moment value={call_date} />,
        text: ({ call_date }) => format.exact(call_date),
      },
      {
        source: 'direction',
        cell: ({ direction }) => <DirectionIcon direction={direction} />,
        text: ({ direction }) => translate(`direction.${direction}`),
      },
      {
        source: 'lead_name',
        label: 'resources.call-records.fields.customer',
        cell: (call) => <Customer call={call} />,
        text: ({ lead_name, caller_name, phone_number }) =>
          [lead_name ?? caller_name ?? [], phone(phone_number)].flat().join(', '),
      },
      {
        source: 'phone_number',
        cell: ({ phone_number }) => <PhoneNumber value={phone_number} />,
        text: ({ phone_number }) => phone(phone_number),
      },
      {
        source: 'agent_name',
        cell: (call) => <AgentAndOwner call={call} />,
        text: (call) => agentAndOwner(call, (name) => translate('calls.owned_by', { name }), format.phone),
      },
      {
        source: 'user_name',
        onOneLine: true,
        cell: ({ user_name }) => user_name,
        text: ({ user_name }) => user_name ?? '',
      },
      {
        source: 'virtual_number',
        cell: ({ virtual_number }) => virtual_number !== null && <PhoneNumber value={virtual_number} />,
        text: ({ virtual_number }) => (virtual_number === null ? '' : format.phone(virtual_number)),
      },
      {
        source: 'outcome',
        cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
        text: ({ outcome }) => translate(`outcome.${outcome}`),
      },
      {
        source: 'duration',
        align: 'right',
        cell: ({ duration }) => (duration > 0 ? format.duration(duration) : null),
        text: ({ duration }) => (duration > 0 ? format.duration(duration) : ''),
      },
      {
        source: 'ring_seconds',
        align: 'right',
        cell: ({ ring_seconds }) => (ring_seconds === null ? null : format.duration(ring_seconds)),
        text: ({ ring_seconds }) => (ring_seconds === null ? '' : format.duration(ring_seconds)),
      },
      {
        source: 'tag_names',
        sortable: false,
        cell: ({ tag_ids }) => <TagChips ids={tag_ids} />,
        text: ({ tag_names }) => tag_names.join(', '),
      },
      {
        source: 'has_recording',
        label: 'resources.call-records.fields.recording',
        inSight: true,
        cell: (call) => <InlinePlayer call={call} />,
        text: ({ has_recording }) => translate(`ra.boolean.${has_recording}`),
      },
    ];
  }, [translate, format]);
}

/** There to be chosen; the number stands below the customer already, the owner below the agent. */
export const HIDDEN_AT_FIRST = ['phone_number', 'user_name', 'ring_seconds'];
