import { DateInput, NumberInput, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import { OUTCOMES } from '../../api/outcomes.ts';
import { FROM, UNTIL, WHOSE } from '../../api/relative-filters.ts';
import type { Session } from '../../api/types.ts';
import { namedFilter, severalFilter } from '../../components/search/named-filter.tsx';
import type { QuickFilter } from '../../components/search/quick-filters.tsx';
import { HourInput, WeekdayInput } from './hour-filters.tsx';

const DIRECTIONS = ['inbound', 'outbound'] as const;

const words = (of: string, all: readonly string[]) => all.map((id) => ({ id, name: `${of}.${id}` }));

/** What the calls can be narrowed by, beside a search. Of people and leads only by those who may see them. */
export function callFilters(maySee: (resource: string) => boolean) {
  return [
    <SelectArrayInput key="outcome" source="outcome" choices={words('outcome', OUTCOMES)} sx={{ minWidth: 170 }} />,
    <SelectInput key="direction" source="direction" choices={words('direction', DIRECTIONS)} sx={{ minWidth: 130 }} />,
    <DateInput key="from" source={FROM} label="list.from" />,
    <DateInput key="until" source={UNTIL} label="list.until" />,
    <WeekdayInput key="weekday" source="call_weekday" />,
    <HourInput key="hour" source="call_hour" />,
    <TextInput key="phone" source="phone_number" />,
    <TextInput key="agent" source="agent_like" />,
    <TextInput key="virtual" source="virtual_number_like" />,
    <NumberInput key="longer" source="duration_gte" label="list.at_least_seconds" min={0} />,
    <NumberInput key="shorter" source="duration_lte" label="list.at_most_seconds" min={0} />,
    <NumberInput key="rang" source="ring_seconds_gte" label="list.rang_at_least_seconds" min={0} />,
    <NumberInput key="rang_less" source="ring_seconds_lte" label="list.rang_at_most_seconds" min={0} />,
    ...(maySee('leads') ? [namedFilter('lead_id', 'leads', 'resources.call-records.fields.lead_name')] : []),
    ...(maySee('users') ? [namedFilter('user_id', 'users', 'resources.call-records.fields.user_name')] : []),
    ...(maySee('teams') ? [namedFilter('team_id', 'teams', 'resources.call-records.fields.team_id')] : []),
    ...(maySee('tags') ? [severalFilter('tag_ids', 'tags', 'resources.call-records.fields.tag_names')] : []),
  ];
}

/** Those of every day. What is never so for the person is not offered. */
export function quickCallFilters({ user, groups }: Pick<Session, 'user' | 'groups'>): readonly QuickFilter[] {
  const inside = groups.some((group) => group === 'base.group_user' || group === 'base.group_system');
  const whose = (value: string): QuickFilter => ({ label: `list.${value}`, field: WHOSE, value });
  return [
    ...(inside ? [whose('mine')] : []),
    ...(inside && user.team_id !== null ? [whose('team')] : []),
    ...OUTCOMES.map((value) => ({
      label: `outcome.${value}`,
      field: 'outcome',
      value,
      several: true,
    })),
    ...DIRECTIONS.map((value) => ({ label: `direction.${value}`, field: 'direction', value })),
    { label: 'resources.call-records.recorded', field: 'has_recording', value: true },
    ...(inside ? [{ label: 'resources.call-records.without_lead', field: 'lead_id', value: 'null' }] : []),
  ];
}

export const CALL_GROUPS = [
  'lead_id',
  'agent_name',
  'user_id',
  'virtual_number',
  'outcome',
  'direction',
  'day',
] as const;
