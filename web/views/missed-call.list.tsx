import AllDoneIcon from '@mui/icons-material/TaskAltOutlined';
import { visuallyHidden } from '@mui/utils';
import { DataTable, FilterButton, TopToolbar, useTranslate } from 'react-admin';
import { useSession } from '../api/session.ts';
import type { MissedCall } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { ColumnTable } from '../components/search/column-table.tsx';
import { useShownColumns } from '../components/search/columns.ts';
import { GroupByMenu } from '../components/search/group-by-menu.tsx';
import { IN_SIGHT } from '../components/search/in-sight.ts';
import { SavedSearches } from '../components/search/saved-searches.tsx';
import { ExportButton } from '../export/export-button.tsx';
import { Actions } from './missed-call/actions.tsx';
import { MissedBulkActions } from './missed-call/bulk-actions.tsx';
import { MissedCallCard } from './missed-call/card.tsx';
import { useMissedColumns } from './missed-call/columns.tsx';
import { FILTERS, MISSED_GROUPS, quickMissedFilters } from './missed-call/filters.tsx';
import { useMissedKeys } from './missed-call/use-missed-keys.ts';

/** Whom we owe a call: one row a person, whose promise is due first on top. */
export default function MissedCallList() {
  const translate = useTranslate();
  const session = useSession();
  const columns = useMissedColumns();
  const shown = useShownColumns(columns, NONE_HIDDEN);
  const bulkActions = <MissedBulkActions columns={shown} />;
  useMissedKeys();
  return (
    <ListPage<MissedCall>
      filters={FILTERS}
      quickFilters={quickMissedFilters(session)}
      // The counter in the navigation counts the same rows.
      filterDefaultValues={USUAL}
      sort={{ field: 'due_date', order: 'ASC' }}
      queryOptions={{ refetchInterval: CLOCK_MS }}
      actions={<Tools />}
      bulkActions={bulkActions}
      groupable
      card={(row) => <MissedCallCard row={row} />}
      empty={<MessagePage icon={AllDoneIcon} title={translate('missed.empty')} text={translate('missed.empty_hint')} />}
    >
      <ColumnTable columns={columns} hiddenAtFirst={NONE_HIDDEN} bulkActions={bulkActions}>
        <DataTable.Col<MissedCall>
          label={<span style={visuallyHidden}>{translate('missed.actions')}</span>}
          // An object: the table takes nothing else apart.
          sx={{ py: 0, ...IN_SIGHT }}
          render={(row) => <Actions row={row} />}
        />
      </ColumnTable>
    </ListPage>
  );
}

const USUAL = { state: 'open' } as const;

const NONE_HIDDEN: readonly string[] = [];

/** The waiting clocks go on while nothing happens. */
const CLOCK_MS = 30_000;

function Tools() {
  const columns = useMissedColumns();
  const shown = useShownColumns(columns, NONE_HIDDEN);
  return (
    <TopToolbar sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' }, alignItems: 'center', whiteSpace: 'nowrap' }}>
      <FilterButton disableSaveQuery />
      <GroupByMenu fields={MISSED_GROUPS} />
      <SavedSearches usual={USUAL} />
      <ExportButton columns={shown} />
    </TopToolbar>
  );
}
