import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Query } from '../../api/request.ts';
import { Section } from '../../components/section.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CountTable } from './count-table.tsx';
import { Definition } from './definition.tsx';
import { type Dashboard, rowsBy, share } from './figures.ts';
import type { Days } from './period.ts';
import { callRows, onNumber, ownedBy } from './rows-address.ts';

type Props = { days: Days; dashboard: Dashboard; before: Dashboard };

/** Whose calls they were. */
export function CountsByAgent({ days, dashboard, before }: Props) {
  const named = [...before.users, ...dashboard.users];
  const names = new Map(named.map(({ user_id, user_name }) => [user_id, user_name]));
  const keyed = ({ users }: Dashboard) => users.map((count) => ({ ...count, key: count.user_id }));
  return (
    <CountsBy
      name="by_agent"
      days={days}
      counts={keyed(dashboard)}
      before={keyed(before)}
      nameOf={(id) => names.get(id) ?? undefined}
      filterOf={ownedBy}
    />
  );
}

/** Which of our numbers was called, or called from. */
export function CountsByNumber({ days, dashboard, before }: Props) {
  const { phone } = useFormat();
  const keyed = ({ virtual_numbers }: Dashboard) =>
    virtual_numbers.map((count) => ({ ...count, key: count.virtual_number }));
  return (
    <CountsBy
      name="by_number"
      days={days}
      counts={keyed(dashboard)}
      before={keyed(before)}
      nameOf={(number) => (number === null ? undefined : phone(number))}
      filterOf={onNumber}
    />
  );
}

type CountsByProps<Key> = {
  name: string;
  days: Days;
  counts: Parameters<typeof rowsBy<Key>>[0];
  before: Parameters<typeof rowsBy<Key>>[1];
  nameOf: (key: Key) => string | undefined;
  filterOf: (key: Key) => Query;
};

const COLUMNS = ['calls', 'change', 'inbound', 'missed', 'missed_share', 'talk_seconds'] as const;

function CountsBy<Key>({ name, days, counts, before, nameOf, filterOf }: CountsByProps<Key>) {
  const translate = useTranslate();
  const { number, change, share: percent, duration } = useFormat();
  const rows = rowsBy(counts, before).map(({ key, calls, before, inbound, missed, talk_seconds }) => {
    const missedShare = share(missed, inbound);
    const to = callRows(days, filterOf(key));
    return {
      key: String(key),
      name: nameOf(key) ?? translate(`dashboard.nobody.${name}`),
      to: calls === 0 ? undefined : to.calls,
      values: [
        opening(calls, number(calls), to.calls),
        { text: change(calls - before) },
        opening(inbound, number(inbound), to.inbound),
        opening(missed, number(missed), to.missed),
        missedShare === undefined ? { text: '–' } : opening(missed, percent(missedShare), to.missed),
        opening(talk_seconds, duration(talk_seconds), to.talked),
      ],
    };
  });
  return (
    <Section title={translate(`dashboard.sections.${name}`)}>
      <Box sx={{ mt: -0.75, mb: 1.5 }}>
        <Definition name={name} />
      </Box>
      <CountTable name={name} columns={COLUMNS.map((column) => translate(`dashboard.columns.${column}`))} rows={rows} />
    </Section>
  );
}

/** Nothing opens nothing. */
function opening(count: number, text: string, to: string) {
  return { text, to: count === 0 ? undefined : to };
}
