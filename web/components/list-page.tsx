import type { ReactElement, ReactNode } from 'react';
import { List, type ListProps, type RaRecord, useListContext } from 'react-admin';
import { retryWhatPasses } from '../api/is-passing.ts';
import { GROUP_BY } from '../api/relative-filters.ts';
import { ListBody } from './list-body.tsx';
import { ListPagination } from './list-pagination.tsx';
import { ListSkeleton, QuickFiltersSkeleton, ToolbarSkeleton } from './list-skeleton.tsx';
import { GroupedRows } from './search/grouped-rows.tsx';
import { type QuickFilter, QuickFilters } from './search/quick-filters.tsx';
import { CallChip, ExactChips, SearchChip } from './search-chip.tsx';
import { useFreshSelection } from './use-fresh-selection.ts';
import { useHasBegun } from './use-has-begun.ts';

type Props<Row extends RaRecord> = Pick<
  ListProps<Row>,
  'filters' | 'filter' | 'filterDefaultValues' | 'sort' | 'actions' | 'aside' | 'exporter' | 'queryOptions'
> & {
  /** What is said while there is no record at all. */
  empty: ReactElement;
  /** One record on a phone. */
  card: (record: Row) => ReactNode;
  /** What can be done to those that are selected on a phone; the table has its own. */
  bulkActions?: ReactElement | false;
  /** The records on anything larger: a <DataTable>. */
  children: ReactNode;
  /** Filters that one press sets. */
  quickFilters?: readonly QuickFilter[];
  /** Whether they can be shown in groups (search/group-by-menu.tsx). */
  groupable?: boolean;
};

/** A list as all lists are here: a table, or cards on a phone, with what is shown while it loads, fails or finds nothing. */
export function ListPage<Row extends RaRecord>({
  card,
  bulkActions = false,
  children,
  empty,
  actions = false,
  quickFilters = [],
  groupable = false,
  queryOptions,
  ...list
}: Props<Row>) {
  const hasBegun = useHasBegun();
  return (
    <List<Row>
      perPage={25}
      exporter={false}
      actions={hasBegun || actions === false ? actions : <ToolbarSkeleton />}
      empty={empty}
      // Shown in place, and only where there is nothing older to show (list-body.tsx).
      error={false}
      pagination={false}
      queryOptions={{ retry: retryWhatPasses, onError: () => undefined, ...queryOptions }}
      sx={{
        '& .RaList-main': { minWidth: 0 },
        // Room for filters is made when there are any.
        '& .RaList-actions > form': { minHeight: { sm: 48 } },
        '& .RaList-content': { overflowX: 'auto', mt: 1 },
        // Over the head of the table rather than above it, where it would be cut off.
        '& .RaList-content .RaBulkActionsToolbar-toolbar': {
          transform: 'none',
          color: 'text.primary',
          bgcolor: 'action.selected',
        },
        // It keeps its buttons; nobody is to reach them by Tab while nothing is selected.
        '& .RaBulkActionsToolbar-collapsed': { visibility: 'hidden' },
      }}
      {...list}
    >
      {hasBegun ? (
        <>
          {quickFilters.length > 0 && <QuickFilters filters={quickFilters} />}
          <SearchChip />
          <ExactChips />
          <CallChip />
          <Rows
            card={card}
            bulkActions={bulkActions}
            groupable={groupable}
            empty={empty}
            usual={list.filterDefaultValues}
          >
            {children}
          </Rows>
        </>
      ) : (
        <>
          {quickFilters.length > 0 && <QuickFiltersSkeleton />}
          <ListSkeleton />
        </>
      )}
    </List>
  );
}

function Rows<Row extends RaRecord>({
  card,
  bulkActions = false,
  groupable,
  empty,
  usual,
  children,
}: Pick<Props<Row>, 'card' | 'bulkActions' | 'children' | 'empty'> & {
  groupable: boolean;
  usual: object | undefined;
}) {
  const { filterValues } = useListContext();
  useFreshSelection();
  // With the filters it opens with, a list that is empty is empty; with others they are why.
  const isUsual = usual !== undefined && JSON.stringify(filterValues) === JSON.stringify(usual);
  const { [GROUP_BY]: by, ...filter } = filterValues;
  if (groupable && typeof by === 'string')
    return (
      <GroupedRows by={by} filter={filter}>
        <ListBody card={card} bulkActions={bulkActions}>
          {children}
        </ListBody>
      </GroupedRows>
    );
  return (
    <>
      <ListBody card={card} bulkActions={bulkActions} {...(isUsual && { nothing: empty })}>
        {children}
      </ListBody>
      <ListPagination />
    </>
  );
}
