import ListIcon from '@mui/icons-material/TableRows';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import { FilterButton, FilterContext, FilterForm, ListBase, Title, TopToolbar, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import { GroupByMenu } from '../components/search/group-by-menu.tsx';
import { QuickFilters } from '../components/search/quick-filters.tsx';
import { ToolLink } from '../components/tool-link.tsx';
import { CALL_GROUPS, callFilters, quickCallFilters } from './call-record/filters.tsx';
import { Outcomes } from './call-record/graph/outcomes.tsx';

/** The calls of the list as bars: how they ended, by day or by any group. */
export default function CallRecordGraph() {
  const translate = useTranslate();
  const session = useSession();
  const { search } = useLocation();
  const filters = callFilters((resource) => mayDo(session, resource, 'list'));
  return (
    <ListBase resource="call-records" sort={{ field: 'call_date', order: 'DESC' }} perPage={25}>
      <Title title={translate('graph.title')} />
      <FilterContext.Provider value={filters}>
        <Stack
          direction="row"
          sx={{ alignItems: 'flex-end', justifyContent: 'space-between', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
        >
          <FilterForm />
          <TopToolbar sx={{ flex: '0 0 auto', alignItems: 'center' }}>
            <FilterButton disableSaveQuery />
            <GroupByMenu fields={CALL_GROUPS} />
            <ToolLink to={`/call-records${search}`} icon={<ListIcon />} label={translate('list.list')} />
          </TopToolbar>
        </Stack>
      </FilterContext.Provider>
      <Paper variant="outlined" sx={{ p: { xs: 1.5, sm: 2 }, mt: 1 }}>
        <QuickFilters filters={quickCallFilters(session)} />
        <Outcomes />
      </Paper>
    </ListBase>
  );
}
