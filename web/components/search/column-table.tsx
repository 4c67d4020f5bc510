import type { ReactElement } from 'react';
import { DataTable, type RaRecord } from 'react-admin';
import type { Column } from './columns.ts';

type Props<Row> = {
  columns: readonly Column<Row>[];
  hiddenAtFirst: readonly string[];
  /** What can be done to the rows that are selected; without it none can be. */
  bulkActions: ReactElement | false;
};

/** The table of a list whose columns people choose. */
export function ColumnTable<Row extends RaRecord>({ columns, hiddenAtFirst, bulkActions }: Props<Row>) {
  return (
    <DataTable<Row> rowClick={false} hiddenColumns={[...hiddenAtFirst]} bulkActionButtons={bulkActions}>
      {columns.map(({ source, label, cell, align, sortable = true }) => (
        <DataTable.Col<Row>
          key={source}
          source={source}
          {...(label !== undefined && { label })}
          render={cell}
          disableSort={!sortable}
          sx={{ textAlign: align ?? 'left' }}
        />
      ))}
    </DataTable>
  );
}
