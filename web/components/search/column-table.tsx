import type { ReactElement, ReactNode } from 'react';
import { DataTable, type RaRecord } from 'react-admin';
import type { Column } from './columns.ts';
import { IN_SIGHT } from './in-sight.ts';

type Props<Row> = {
  columns: readonly Column<Row>[];
  hiddenAtFirst: readonly string[];
  /** What can be done to the rows that are selected; without it none can be. */
  bulkActions: ReactElement | false;
  /** A column that is always there, and in no export. */
  children?: ReactNode;
};

/** The table of a list whose columns people choose. */
export function ColumnTable<Row extends RaRecord>({ columns, hiddenAtFirst, bulkActions, children }: Props<Row>) {
  return (
    <DataTable<Row> rowClick={false} hiddenColumns={[...hiddenAtFirst]} bulkActionButtons={bulkActions}>
      {columns.map(({ source, label, cell, align, onOneLine, inSight, sortable = true }) => (
        <DataTable.Col<Row>
          key={source}
          source={source}
          {...(label !== undefined && { label })}
          render={cell}
          disableSort={!sortable}
          sx={{
            textAlign: align ?? 'left',
            ...(onOneLine === true && { whiteSpace: 'nowrap' }),
            ...(inSight === true && IN_SIGHT),
          }}
        />
      ))}
      {children}
    </DataTable>
  );
}
