import AllDoneIcon from '@mui/icons-material/TaskAltOutlined';
import Stack from '@mui/material/Stack';
import { visuallyHidden } from '@mui/utils';
import { DataTable, FilterButton, TopToolbar, useTranslate } from 'react-admin';
import { useSession } from '../api/session.ts';
import type { MissedCall } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Moment } from '../components/moment.tsx';
import { PhoneNumber } from '../components/phone-number.tsx';
import { Actions } from './missed-call/actions.tsx';
import { MissedCallCard } from './missed-call/card.tsx';
import { FILTERS, quickMissedFilters } from './missed-call/filters.tsx';
import { Outcome } from './missed-call/outcome.tsx';
import { Person } from './missed-call/person.tsx';
import { useMissedKeys } from './missed-call/use-missed-keys.ts';
import { Waiting } from './missed-call/waiting.tsx';

const Column = DataTable.Col<MissedCall>;

/** Whom we owe a call: one row a person, whose promise is due first on top. */
export default function MissedCallList() {
  const translate = useTranslate();
  const session = useSession();
  useMissedKeys();
  return (
    <ListPage<MissedCall>
      filters={FILTERS}
      quickFilters={quickMissedFilters(session)}
      // The counter in the navigation counts the same rows.
      filterDefaultValues={{ state: 'open' }}
      sort={{ field: 'due_date', order: 'ASC' }}
      queryOptions={{ refetchInterval: CLOCK_MS }}
      actions={
        <TopToolbar>
          <FilterButton />
        </TopToolbar>
      }
      card={(row) => <MissedCallCard row={row} />}
      empty={<MessagePage icon={AllDoneIcon} title={translate('missed.empty')} text={translate('missed.empty_hint')} />}
    >
      <DataTable rowClick={false} bulkActionButtons={false}>
        <Column source="lead_name" disableSort render={(row) => <Person row={row} />} />
        <Column
          source="tries"
          sx={ON_ONE_LINE}
          render={({ tries }) => translate('missed.tries', { smart_count: tries })}
        />
        <Column
          source="virtual_numbers"
          disableSort
          render={({ virtual_numbers }) => <Numbers of={virtual_numbers} />}
        />
        <Column source="last_missed_date" render={({ last_missed_date }) => <Moment value={last_missed_date} />} />
        <Column source="due_date" label="missed.waits" sx={ON_ONE_LINE} render={(row) => <Waiting row={row} />} />
        <Column source="reason" sx={ON_ONE_LINE} render={({ reason }) => translate(`missed.reason.${reason}`)} />
        <Column source="user_name" disableSort render={(row) => <Owner row={row} />} />
        <Column
          label={<span style={visuallyHidden}>{translate('missed.actions')}</span>}
          sx={ALWAYS_IN_SIGHT}
          render={(row) => <Actions row={row} />}
        />
      </DataTable>
    </ListPage>
  );
}

const ON_ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** What is to be done stays in sight where the table is wider than its place: the words of some languages are longer. */
const ALWAYS_IN_SIGHT = { py: 0, position: 'sticky', right: 0, bgcolor: 'background.paper' } as const;

/** The waiting clocks go on while nothing happens. */
const CLOCK_MS = 30_000;

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
