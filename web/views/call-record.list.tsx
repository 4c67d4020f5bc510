import GraphIcon from '@mui/icons-material/BarChart';
import CallIcon from '@mui/icons-material/CallOutlined';
import { ColumnsButton, FilterButton, TopToolbar, useListContext, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { mayDo } from '../api/access.ts';
import { GROUP_BY } from '../api/relative-filters.ts';
import { useSession } from '../api/session.ts';
import type { CallRecord } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { ColumnTable } from '../components/search/column-table.tsx';
import { useShownColumns } from '../components/search/columns.ts';
import { GroupByMenu } from '../components/search/group-by-menu.tsx';
import { SavedSearches } from '../components/search/saved-searches.tsx';
import { ToolLink } from '../components/tool-link.tsx';
import { ExportButton } from '../export/export-button.tsx';
import { CallBulkActions } from './call-record/bulk-actions.tsx';
import { CallRecordCard } from './call-record/card.tsx';
import { HIDDEN_AT_FIRST, useCallColumns } from './call-record/columns.tsx';
import { CALL_GROUPS, callFilters, quickCallFilters } from './call-record/filters.tsx';
import { CallRowKeys } from './call-record/row-keys.tsx';

/** Every call, newest first. */
export default function CallRecordList() {
  const translate = useTranslate();
  const session = useSession();
  const columns = useCallColumns();
  const shown = useShownColumns(columns, HIDDEN_AT_FIRST);
  const bulkActions = mayDo(session, 'call-records', 'edit') && <CallBulkActions columns={shown} />;
  return (
    <>
      <CallRowKeys />
      <ListPage<CallRecord>
        filters={callFilters((resource) => mayDo(session, resource, 'list'))}
        quickFilters={quickCallFilters(session)}
        sort={{ field: 'call_date', order: 'DESC' }}
        actions={<Actions />}
        empty={
          <MessagePage
            icon={CallIcon}
            title={translate('resources.call-records.empty')}
            text={translate('resources.call-records.empty_hint')}
          />
        }
        card={(call) => <CallRecordCard call={call} />}
        bulkActions={bulkActions}
        groupable
      >
        <ColumnTable columns={columns} hiddenAtFirst={HIDDEN_AT_FIRST} bulkActions={bulkActions} />
      </ListPage>
    </>
  );
}

function Actions() {
  const translate = useTranslate();
  const { search } = useLocation();
  const { filterValues } = useListContext();
  const shown = useShownColumns(useCallColumns(), HIDDEN_AT_FIRST);
  return (
    <TopToolbar sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' }, alignItems: 'center', whiteSpace: 'nowrap' }}>
      <FilterButton disableSaveQuery />
      <GroupByMenu fields={CALL_GROUPS} />
      <SavedSearches hiddenAtFirst={HIDDEN_AT_FIRST} />
      {filterValues[GROUP_BY] === undefined && <ColumnsButton />}
      <ToolLink to={`/call-records/graph${search}`} icon={<GraphIcon />} label={translate('list.graph')} />
      <ExportButton columns={shown} />
    </TopToolbar>
  );
}
