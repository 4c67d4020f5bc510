import Stack from '@mui/material/Stack';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { MissedCall } from '../../api/types.ts';
import { Moment } from '../../components/moment.tsx';
import { PhoneNumber } from '../../components/phone-number.tsx';
import type { Column } from '../../components/search/columns.ts';
import { useFormat } from '../../format/use-format.ts';
import { Outcome } from './outcome.tsx';
import { outcomeWords } from './outcome-words.ts';
import { Person } from './person.tsx';
import { Waiting } from './waiting.tsx';

/** The columns of the queue, and of its export. */
export function useMissedColumns(): readonly Column<MissedCall>[] {
  const translate = useTranslate();
  const format = useFormat();
  return useMemo(() => {
    const phone = (number: string | null) => (number === null ? translate('phone.withheld') : format.phone(number));
    return [
      {
        source: 'lead_name',
        sortable: false,
        cell: (row) => <Person row={row} />,
        text: ({ lead_name, phone_number, stage_name }) => joined(lead_name, phone(phone_number), stage_name),
      },
      {
        source: 'tries',
        onOneLine: true,
        cell: ({ tries }) => translate('missed.tries', { smart_count: tries }),
        text: ({ tries }) => String(tries),
      },
      {
        source: 'virtual_numbers',
        sortable: false,
        cell: ({ virtual_numbers }) => <Numbers of={virtual_numbers} />,
        text: ({ virtual_numbers }) => virtual_numbers.map(phone).join(', '),
      },
      {
        source: 'last_missed_date',
        cell: ({ last_missed_date }) => <Moment value={last_missed_date} />,
        text: ({ last_missed_date }) => format.exact(last_missed_date),
      },
      {
        source: 'due_date',
        label: 'missed.waits',
        onOneLine: true,
        cell: (row) => <Waiting row={row} />,
        text: ({ waiting_seconds }) => format.minutes(waiting_seconds),
      },
      {
        source: 'user_name',
        sortable: false,
        cell: (row) => <Owner row={row} />,
        text: (row) => {
          const outcome = outcomeWords(row, translate);
          return joined(row.user_name, outcome && `${outcome.words} ${format.exact(outcome.moment)}`);
        },
      },
      {
        source: 'reason',
        cell: ({ reason }) => translate(`missed.reason.${reason}`),
        text: ({ reason }) => translate(`missed.reason.${reason}`),
      },
    ];
  }, [translate, format]);
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}

function Numbers({ of }: { of: readonly string[] }) {
  return of.map((number) => (
    <div key={number}>
      <PhoneNumber value={number} />
    </div>
  ));
}

function Owner({ row }: { row: MissedCall }) {
  return (
    <Stack sx={{ alignItems: 'flex-start', whiteSpace: 'nowrap' }}>
      {row.user_name !== null && <span>{row.user_name}</span>}
      <Outcome row={row} />
    </Stack>
  );
}
