import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import {
  CreateButton,
  FilterButton,
  FilterContext,
  FilterForm,
  ListBase,
  Title,
  useListContext,
  useTranslate,
} from 'react-admin';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import type { Lead } from '../api/types.ts';
import { QuickFilters } from '../components/search/quick-filters.tsx';
import { SavedSearches } from '../components/search/saved-searches.tsx';
import { SearchChip } from '../components/search-chip.tsx';
import { LEAD_FILTERS, quickLeadFilters } from './crm-lead/filters.tsx';
import { Board } from './crm-lead/kanban/board.tsx';
import { ViewSwitch } from './crm-lead/view-switch.tsx';

/** The leads by their stages, to be moved from one to the next. */
export default function LeadKanban() {
  const translate = useTranslate();
  return (
    // The columns load their own leads; the list holds what is searched.
    <ListBase<Lead> resource="leads" perPage={1} storeKey="leads.kanban">
      <Title title={translate('resources.leads.name', { smart_count: 2 })} />
      <Kanban />
    </ListBase>
  );
}

function Kanban() {
  const session = useSession();
  const { filterValues } = useListContext();
  return (
    <FilterContext.Provider value={LEAD_FILTERS}>
      <Stack spacing={1}>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Stack sx={{ flex: 1, minWidth: { xs: '100%', sm: 300 } }}>
            <QuickFilters filters={quickLeadFilters(session)} />
          </Stack>
          <FilterButton disableSaveQuery />
          <SavedSearches />
          <ViewSwitch current="kanban" />
          {mayDo(session, 'leads', 'create') && <CreateButton resource="leads" label="leads.new" variant="contained" />}
        </Stack>
        {/* Whoever comes from the list sees what narrows the board. */}
        <Box sx={{ '& > form': { minHeight: 0 } }}>
          <FilterForm />
        </Box>
        <SearchChip />
        <Board filter={filterValues} />
      </Stack>
    </FilterContext.Provider>
  );
}
