import type { ReactElement, ReactNode } from 'react';
import { List, type ListProps, type RaRecord } from 'react-admin';
import { retryWhatPasses } from '../api/is-passing.ts';
import { ListBody } from './list-body.tsx';
import { ListPagination } from './list-pagination.tsx';
import { SearchChip } from './search-chip.tsx';

type Props<Row extends RaRecord> = Pick<
  ListProps<Row>,
  'filters' | 'filter' | 'filterDefaultValues' | 'sort' | 'actions' | 'aside' | 'exporter' | 'queryOptions'
> & {
  /** What is said while there is no record at all. */
  empty: ReactElement;
  /** One record on a phone. */
  card: (record: Row) => ReactNode;
  /** The records on anything larger: a <DataTable>. */
  children: ReactNode;
};

/** A list as all lists are here: a table, or cards on a phone, with what is shown while it loads, fails or finds nothing. */
export function ListPage<Row extends RaRecord>({
  card,
  children,
  empty,
  actions = false,
  queryOptions,
  ...list
}: Props<Row>) {
  return (
    <List<Row>
      perPage={25}
      exporter={false}
      actions={actions}
      empty={empty}
      // Shown in place, and only where there is nothing older to show (list-body.tsx).
      error={false}
      pagination={<ListPagination />}
      queryOptions={{ retry: retryWhatPasses, onError: () => undefined, ...queryOptions }}
      sx={{ '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflowX: 'auto', mt: 1 } }}
      {...list}
    >
      <SearchChip />
      <ListBody card={card}>{children}</ListBody>
    </List>
  );
}
