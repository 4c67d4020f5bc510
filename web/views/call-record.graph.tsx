import ListIcon from '@mui/icons-material/TableRows';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import {
  FilterButton,
  FilterContext,
  FilterForm,
  ListBase,
  Title,
  TopToolbar,
  useListContext,
  useTranslate,
} from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { mayDo } from '../api/access.ts';
import { GROUP_BY } from '../api/relative-filters.ts';
import { useSession } from '../api/session.ts';
import { CrashPage } from '../components/crash-page.tsx';
import { ListSkeleton } from '../components/list-skeleton.tsx';
import { NoMatch } from '../components/no-match.tsx';
import { GroupByMenu } from '../components/search/group-by-menu.tsx';
import { QuickFilters } from '../components/search/quick-filters.tsx';
import { addressOf } from '../components/search/saved-query.ts';
import { groupFilter, type RecordGroup } from '../components/search/use-groups.ts';
import { ToolLink } from '../components/tool-link.tsx';
import { CALL_GROUPS, callFilters, quickCallFilters } from './call-record/filters.tsx';
import { OutcomeChart } from './call-record/graph/outcome-chart.tsx';
import { OutcomeTable } from './call-record/graph/outcome-table.tsx';
import { type Outcome, useOutcomes } from './call-record/graph/use-outcomes.ts';

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
            <FilterButton />
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

function Outcomes() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { filterValues, sort } = useListContext();
  const [asTable, setAsTable] = useState(false);
  const { [GROUP_BY]: grouped, ...filter } = filterValues;
  const by = CALL_GROUPS.find((field) => field === grouped) ?? 'day';
  const { data, error, refetch, isPending } = useOutcomes(by, filter);
  if (error !== null) return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (isPending) return <ListSkeleton />;
  if (data.groups.length === 0) return <NoMatch />;
  // A bar leads to the rows that it stands for.
  const open = (group: RecordGroup, outcome: Outcome | undefined) => {
    const rows = { ...filter, ...groupFilter(by, group.value), ...(outcome !== undefined && { outcome: [outcome] }) };
    void navigate(addressOf('call-records', { filter: rows, sort }));
  };
  const parts = { by, data, onOpen: open };
  return (
    <Stack spacing={1}>
      <Button size="small" sx={{ alignSelf: 'flex-end' }} onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
        {translate('graph.as_table')}
      </Button>
      {!asTable && <OutcomeChart {...parts} />}
      <OutcomeTable {...parts} visible={asTable} />
    </Stack>
  );
}
