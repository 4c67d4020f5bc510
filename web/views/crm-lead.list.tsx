import LeadIcon from '@mui/icons-material/PersonSearchOutlined';
import { ColumnsButton, CreateButton, FilterButton, TopToolbar, useListContext, useTranslate } from 'react-admin';
import { mayDo } from '../api/access.ts';
import { GROUP_BY } from '../api/relative-filters.ts';
import { useSession } from '../api/session.ts';
import type { Lead } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { ColumnTable } from '../components/search/column-table.tsx';
import { useShownColumns } from '../components/search/columns.ts';
import { GroupByMenu } from '../components/search/group-by-menu.tsx';
import { SavedSearches } from '../components/search/saved-searches.tsx';
import { ExportButton } from '../export/export-button.tsx';
import { LeadBulkActions } from './crm-lead/bulk-actions.tsx';
import { LeadCard } from './crm-lead/card.tsx';
import { HIDDEN_AT_FIRST, useLeadColumns } from './crm-lead/columns.tsx';
import { LEAD_FILTERS, LEAD_GROUPS, quickLeadFilters } from './crm-lead/filters.tsx';
import { LeadRowKeys } from './crm-lead/row-keys.tsx';
import { ViewSwitch } from './crm-lead/view-switch.tsx';

/** Every lead that is not archived, newest first. */
export default function LeadList() {
  const translate = useTranslate();
  const session = useSession();
  const columns = useLeadColumns();
  const bulkActions = <LeadBulkActions columns={useShownColumns(columns, HIDDEN_AT_FIRST)} />;
  return (
    <>
      <LeadRowKeys />
      <ListPage<Lead>
        filters={LEAD_FILTERS}
        quickFilters={quickLeadFilters(session)}
        sort={{ field: 'id', order: 'DESC' }}
        actions={<Actions />}
        empty={
          <MessagePage icon={LeadIcon} title={translate('leads.empty')} text={translate('leads.empty_hint')}>
            {mayDo(session, 'leads', 'create') && <CreateButton label="leads.new" variant="contained" />}
          </MessagePage>
        }
        card={(lead) => <LeadCard lead={lead} />}
        bulkActions={bulkActions}
        groupable
      >
        <ColumnTable columns={columns} hiddenAtFirst={HIDDEN_AT_FIRST} bulkActions={bulkActions} />
      </ListPage>
    </>
  );
}

function Actions() {
  const session = useSession();
  const { filterValues } = useListContext();
  const shown = useShownColumns(useLeadColumns(), HIDDEN_AT_FIRST);
  return (
    <TopToolbar
      sx={{
        flexWrap: { xs: 'wrap', md: 'nowrap' },
        justifyContent: 'flex-end',
        alignItems: 'center',
        whiteSpace: 'nowrap',
      }}
    >
      <FilterButton disableSaveQuery />
      <GroupByMenu fields={LEAD_GROUPS} />
      <SavedSearches hiddenAtFirst={HIDDEN_AT_FIRST} />
      {filterValues[GROUP_BY] === undefined && <ColumnsButton />}
      <ExportButton columns={shown} />
      <ViewSwitch current="list" />
      {mayDo(session, 'leads', 'create') && <CreateButton label="leads.new" variant="contained" />}
    </TopToolbar>
  );
}
