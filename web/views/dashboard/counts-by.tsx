import { useTranslate } from 'react-admin';
import type { Query } from '../../api/request.ts';
import { groupFilter } from '../../components/search/use-groups.ts';
import { Section } from '../../components/section.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CountTable } from './count-table.tsx';
import { type Dashboard, rowsBy, share } from './figures.ts';
import type { Days } from './period.ts';
import { callsAddress } from './rows-address.ts';

type Props = { days: Days; dashboard: Dashboard };

/** Whose calls they were. */
export function CountsByAgent({ days, dashboard: { users } }: Props) {
  const names = new Map(users.map(({ user_id, user_name }) => [user_id, user_name]));
  return (
    <CountsBy
      name="by_agent"
      days={days}
      counts={users.map((count) => ({ ...count, key: count.user_id }))}
      nameOf={(id) => names.get(id) ?? undefined}
      filterOf={(user_id) => groupFilter('user_id', user_id)}
    />
  );
}

/** Which of our numbers was called, or called from. */
export function CountsByNumber({ days, dashboard: { virtual_numbers } }: Props) {
  const { phone } = useFormat();
  return (
    <CountsBy
      name="by_number"
      days={days}
      counts={virtual_numbers.map((count) => ({ ...count, key: count.virtual_number }))}
      nameOf={(number) => (number === null ? undefined : phone(number))}
      filterOf={(virtual_number) => groupFilter('virtual_number', virtual_number)}
    />
  );
}

type CountsByProps<Key> = {
  name: string;
  days: Days;
  counts: Parameters<typeof rowsBy<Key>>[0];
  nameOf: (key: Key) => string | undefined;
  filterOf: (key: Key) => Query;
};

const COLUMNS = ['calls', 'inbound', 'missed', 'missed_share', 'talk_seconds'] as const;

function CountsBy<Key>({ name, days, counts, nameOf, filterOf }: CountsByProps<Key>) {
  const translate = useTranslate();
  const { number, share: percent, duration } = useFormat();
  const rows = rowsBy(counts).map(({ key, calls, inbound, missed, talk_seconds }) => {
    const missedShare = share(missed, inbound);
    return {
      name: nameOf(key) ?? translate(`dashboard.nobody.${name}`),
      to: callsAddress(days, filterOf(key)),
      values: [
        number(calls),
        number(inbound),
        number(missed),
        missedShare === undefined ? '–' : percent(missedShare),
        duration(talk_seconds),
      ],
    };
  });
  return (
    <Section title={translate(`dashboard.sections.${name}`)}>
      <CountTable name={name} columns={COLUMNS.map((column) => translate(`dashboard.columns.${column}`))} rows={rows} />
    </Section>
  );
}
